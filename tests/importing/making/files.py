"""Writes neutral documents as files: Word, Excel, web pages, CSV and plain text, each as its program would."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from importing.making import word
from importing.making.excel import MadeCell, MadeSheet, make_workbook
from importing.making.page import write_page
from importing.making.spans import spread, width

from tcplan.importing.document import Block, Cell, Document, Paragraph, Table


def can_hold(ending: str, document: Document) -> bool:
    """Whether a format can show all that a document tells."""
    tables = [one for one in document.blocks if isinstance(one, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    is_flat = not any(isinstance(block, Table) for cell in cells for block in cell.blocks)
    has_boxes = any(isinstance(one, Paragraph) and one.place.part for one in document.blocks)
    if ending in {"docx", "html"}:
        return sum(table.is_sheet for table in tables) < 2 and not (has_boxes and ending == "html")
    if ending == "xlsx":
        return is_flat and bool(tables)
    is_plain = not any(cell.rows > 1 or (cell.fill and not cell.text) for cell in cells)
    is_struck = any(one.struck for cell in cells for one in cell.blocks if isinstance(one, Paragraph))
    return (
        is_flat
        and is_plain
        and not has_boxes
        and not is_struck
        and sum(table.is_sheet for table in tables) < 2
        and (ending == "txt" or len(tables) == 1)
    )


# Word.


def write_docx(path: Path, document: Document) -> Path:
    """Write a document as Word does: numbers are automatic, fills and spans are those of cells."""
    writer = _WordWriter()
    blocks = [writer.block(one) for one in document.blocks]
    return word.write_word(path, *blocks, numbering=writer.numbering(), title=document.title)


class _WordWriter:
    """Writes blocks, and remembers the lists that they need."""

    def __init__(self) -> None:
        self._counts: list[int] = []
        self._typed: list[str] = []

    def block(self, block: Block) -> str:
        """A paragraph or a table."""
        return self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def numbering(self) -> str:
        """The usual lists, and one for each number that none of them would give."""
        families = range(10, 10 + len(self._typed))
        definitions = [
            word.definition(one, word.level(0, text)) for one, text in zip(families, self._typed, strict=True)
        ]
        return word.NUMBERING.replace("<w:num ", "".join(definitions) + "<w:num ", 1) + "".join(
            word.number_list(one, one) for one in families
        )

    def _paragraph(self, paragraph: Paragraph) -> str:
        runs = [word.run(paragraph.text, "<w:b/>" if paragraph.is_bold else "")] if paragraph.text else []
        runs += [word.run(one, "<w:strike/>") for one in paragraph.struck]
        if paragraph.place.part.startswith("text box"):
            return word.paragraph(word.text_box(word.paragraph(*runs)))
        style = f"Heading{paragraph.heading}" if paragraph.heading else ""
        return word.paragraph(*runs, style=style, properties=self._number(paragraph))

    def _number(self, paragraph: Paragraph) -> str:
        if not paragraph.number:
            return ""
        if paragraph.number == "•":
            return word.list_properties(word.BULLETS, paragraph.depth - 1)
        parts = [int(one) for one in paragraph.number.strip(".").split(".")]
        level = len(parts) - 1
        counts = self._counts[: level + 1] if len(self._counts) > level else [*self._counts, 0]
        if parts == [*counts[:-1], counts[-1] + 1]:
            self._counts = parts
            return word.list_properties(word.NUMBERS, level)
        self._typed.append(paragraph.number)
        return word.list_properties(9 + len(self._typed))

    def _table(self, table: Table) -> str:
        rows = []
        for row, places in zip(table.rows, spread(table), strict=True):
            cells = [self._cell(one.cell, is_begin=one.is_begin) for one in places]
            rows.append(word.row(*cells, before=row.before, is_header=row.is_header))
        return word.table(*rows, columns=width(table))

    def _cell(self, cell: Cell, *, is_begin: bool) -> str:
        merged = ("restart" if is_begin else "continue") if cell.rows > 1 else ""
        blocks = [self.block(one) for one in cell.blocks] if is_begin else []
        return word.cell(*blocks, columns=cell.columns, merged=merged, fill=cell.fill.upper())


# Excel.


def write_xlsx(path: Path, document: Document) -> Path:
    """Write a document as a workbook: a sheet for each table that is one, all other blocks below each other on one."""
    sheets = [_sheet(table.name, [table]) for table in document.blocks if isinstance(table, Table) and table.is_sheet]
    others = [one for one in document.blocks if not (isinstance(one, Table) and one.is_sheet)]
    first = [_sheet("Plan", others)] if others else []
    return make_workbook(path, *first, *sheets, title=document.title)


def _sheet(name: str, blocks: Iterable[Block]) -> MadeSheet:
    rows: list[list[MadeCell]] = []
    merges: list[str] = []
    boxes: dict[int, list[str]] = {}
    for block in blocks:
        if isinstance(block, Table):
            if rows:
                rows.append([])
            merges += _merges(block, len(rows))
            rows += [_cells_of_row(block, at) for at in range(len(block.rows))]
            rows.append([])
        elif block.place.part.startswith("text box"):
            boxes[len(rows) + 1] = [block.text]
            rows.append([])
        else:
            rows.append([MadeCell(typed(block), is_bold=block.is_bold or block.heading > 0)])
    return MadeSheet(rows, name, merges, boxes=boxes)


def _cells_of_row(table: Table, at: int) -> list[MadeCell]:
    cells = [MadeCell()] * width(table)
    for column, cell, is_begin in spread(table)[at]:
        if is_begin:
            paragraphs = [one for one in cell.blocks if isinstance(one, Paragraph)]
            struck = "\n".join(text for one in paragraphs for text in one.struck)
            cells[column] = MadeCell(
                typed_cell(cell) or struck or None,
                fill=cell.fill.upper(),
                is_bold=bool(paragraphs) and all(one.is_bold for one in paragraphs),
                is_struck=bool(struck),
            )
    return cells


def _merges(table: Table, above: int) -> Iterator[str]:
    for at, places in enumerate(spread(table), above + 1):
        for column, cell, is_begin in places:
            if is_begin and (cell.rows > 1 or cell.columns > 1):
                last = f"{letters(column + cell.columns - 1)}{at + cell.rows - 1}"
                yield f"{letters(column)}{at}:{last}"


def letters(column: int) -> str:
    """The name of a column of a sheet, from 0."""
    return chr(ord("A") + column)


# Text.


def write_csv(path: Path, document: Document) -> Path:
    """Write a document as a sheet that was saved as CSV."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(_lines(document))
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))
    return path


def write_txt(path: Path, document: Document) -> Path:
    """Write a document as plain text: tabs between cells, cells of several lines in quotation marks."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            indent = "    " * (block.depth - 1)
            lines += ["", typed(block), ""] if block.heading else [indent + typed(block)]
        else:
            buffer = io.StringIO()
            csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(_lines(Document("", (block,))))
            lines += ["", *buffer.getvalue().rstrip("\n").split("\n"), ""]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _lines(document: Document) -> Iterator[list[str]]:
    """The rows of a sheet, each as wide as the sheet."""
    wide = max([width(one) for one in document.blocks if isinstance(one, Table)], default=1)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield [typed(block), *[""] * (wide - 1)]
            continue
        for places in spread(block):
            cells = [""] * wide
            for column, cell, is_begin in places:
                cells[column] = typed_cell(cell) if is_begin else ""
            yield cells


def typed_cell(cell: Cell) -> str:
    """The words of a cell that knows no paragraphs: a line each."""
    return "\n".join(typed(one) for one in cell.blocks if isinstance(one, Paragraph))


def typed(paragraph: Paragraph) -> str:
    """The words of a paragraph with what stands before it, as people type it."""
    return f"{paragraph.number} {paragraph.text}".strip()


FORMATS: dict[str, Callable[[Path, Document], Path]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_page,
    "csv": write_csv,
    "txt": write_txt,
}
"""The writers by the endings of their files."""
