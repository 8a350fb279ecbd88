"""Makes web pages out of the blocks of a neutral document, as an editor writes them."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from importing.making.spans import spread

from tcplan.importing.document import Block, Cell, Document, Paragraph, Table


def write_page(path: Path, document: Document) -> Path:
    """Write a document as a web page."""
    head = f'<meta charset="utf-8"><title>{escape(document.title)}</title>'
    path.write_text(f"<!doctype html><html><head>{head}</head><body>\n{_blocks(document.blocks)}\n</body></html>\n")
    return path


def _blocks(blocks: Iterable[Block]) -> str:
    """Blocks one after another; items that follow each other are a list."""
    pieces: list[str] = []
    for is_item, several in groupby(blocks, key=_is_item):
        if is_item:
            pieces.append(_list([one for one in several if isinstance(one, Paragraph)], 1))
        else:
            pieces += [_table(one) if isinstance(one, Table) else _paragraph(one) for one in several]
    return "\n".join(pieces)


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.number == "•"


def _list(items: list[Paragraph], depth: int) -> str:
    """A list, with those items that are deeper as lists in the item above them."""
    inner = ""
    for item, below in _with_deeper(items, depth):
        inner += f"<li>{_words(item)}{_list(below, depth + 1) if below else ''}</li>"
    return f"<ul>{inner}</ul>"


def _with_deeper(items: list[Paragraph], depth: int) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    starts = [at for at, item in enumerate(items) if item.depth <= depth]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        yield items[start], items[start + 1 : end]


def _paragraph(paragraph: Paragraph) -> str:
    # A page has no numbers of its own in front of headings and paragraphs: they are typed.
    number = f"{paragraph.number} " if paragraph.number else ""
    tag = f"h{paragraph.heading}" if paragraph.heading else "p"
    return f"<{tag}>{escape(number)}{_words(paragraph)}</{tag}>"


def _words(paragraph: Paragraph) -> str:
    text = escape(paragraph.text).replace("\n", "<br>")
    struck = "".join(f"<s>{escape(one)}</s>" for one in paragraph.struck)
    return (f"<b>{text}</b>" if paragraph.is_bold else text) + struck


def _table(table: Table) -> str:
    rows = "\n".join(f"<tr>{''.join(map(_cell, begun))}</tr>" for begun in _rows(table))
    caption = f"<caption>{escape(table.name)}</caption>" if table.name else ""
    return f"<table>{caption}\n{rows}\n</table>"


def _rows(table: Table) -> Iterator[list[Cell | None]]:
    """The cells of each row that begin in it; None for an empty place before them."""
    for row, places in zip(table.rows, spread(table), strict=True):
        begun: list[Cell | None] = [one.cell for one in places if one.is_begin]
        yield [*[None] * row.before, *begun]


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    fill = f' style="background-color: #{cell.fill}"' if cell.fill else ""
    return f"<td{spans}{fill}>{_blocks(cell.blocks)}</td>"
