"""Web pages for tests, written from a neutral document: what is laid out once can be read in this format too."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourceRow, SourceTable

_GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"


def make_page(path: Path, document: SourceDocument) -> Path:
    """Write a page that shows a document: bullets as lists, other numbers as Word writes them."""
    body = "".join(map(_write_block, document.blocks))
    head = f'<meta charset="utf-8"><title>{escape(document.title)}</title>'
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return path


def _write_block(block: Block) -> str:
    return _write_table(block) if isinstance(block, SourceTable) else _write_paragraph(block)


def _write_paragraph(paragraph: Paragraph) -> str:
    words = escape(paragraph.text).replace("\n", "<br>")
    words = f"<b>{words}</b>" if paragraph.is_bold else words
    words = "".join(f"<del>{escape(one)}</del>" for one in paragraph.struck) + words
    if paragraph.colour:
        words = f'<span style="color:#{paragraph.colour}">{words}</span>'
    for link in paragraph.links:
        words = words.replace(escape(link.text), f'<a href="{escape(link.url)}">{escape(link.text)}</a>', 1)
    if paragraph.number in {"•", ""} and paragraph.depth:
        style = ' style="list-style-type:none"' if not paragraph.number else ""
        return "<ul>" * (paragraph.depth - 1) + f"<ul{style}><li>{words}</li></ul>" + "</ul>" * (paragraph.depth - 1)
    number = f"<span style='mso-list:Ignore'>{escape(paragraph.number)}{_GAP}</span>" if paragraph.number else ""
    tag = f"h{paragraph.heading}" if paragraph.heading else "p"
    level = f" style='mso-list:l0 level{max(1, paragraph.depth)} lfo1'" if number else ""
    return f"<{tag}{level}>{number}{words}</{tag}>"


def _write_table(table: SourceTable) -> str:
    caption = f"<caption>{escape(table.name)}</caption>" if table.name else ""
    heads = [row for row in table.rows if row.is_header]
    # A browser moves the head to the top: only rows that are there can be in it.
    count = len(heads) if list(table.rows[: len(heads)]) == heads else 0
    head = f"<thead>{_write_rows(table.rows[:count])}</thead>" if count else ""
    return f"<table>{caption}{head}<tbody>{_write_rows(table.rows[count:])}</tbody></table>"


def _write_rows(rows: Iterable[SourceRow]) -> str:
    return "".join(f"<tr>{'<td></td>' * row.before}{''.join(map(_write_cell, row.cells))}</tr>" for row in rows)


def _write_cell(cell: SourceCell) -> str:
    tag = "th" if cell.is_header else "td"
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    fill = f' style="background:#{cell.fill}"' if cell.fill else ""
    return f"<{tag}{columns}{rows}{fill}>{''.join(map(_write_block, cell.blocks))}</{tag}>"
