"""Writes neutral documents as files: Word, Excel, web pages, CSV and text, each as its program would."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from importing.making.html import make_page
from importing.making.spans import spread, width
from importing.making.texts import make_text
from importing.making.word_documents import write_docx
from importing.making.workbooks import make_workbook_of

from tcplan.importing.document import Paragraph, SourceCell, SourceDocument, SourceTable


def can_hold(ending: str, document: SourceDocument) -> bool:
    """Whether a format can show what a document is made of."""
    blocks = document.blocks
    tables = [one for one in blocks if isinstance(one, SourceTable)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    is_flat = not any(isinstance(block, SourceTable) for cell in cells for block in cell.blocks)
    has_boxes = any(isinstance(one, Paragraph) and one.place.part for one in blocks)
    sheets = sum(table.is_sheet for table in tables)
    if ending in {"docx", "html"}:
        return sheets < 2 and not (has_boxes and ending == "html")
    if ending == "xlsx":
        return is_flat and bool(tables)
    has_looks = any(cell.rows > 1 or (cell.fill and not cell.text) for cell in cells)
    has_struck = any(one.struck for cell in cells for one in cell.blocks if isinstance(one, Paragraph))
    is_plain = is_flat and not (has_looks or has_struck or has_boxes) and sheets < 2
    return is_plain and (ending != "csv" or len(tables) == 1)


def write_csv(path: Path, document: SourceDocument) -> Path:
    """Write a document as a sheet that was saved as CSV."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(_lines(document))
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))
    return path


def write_txt(path: Path, document: SourceDocument) -> Path:
    """Write a document as plain text: tabs between cells, cells of several lines in quotation marks."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            indent = "    " * (block.depth - 1)
            lines += ["", typed(block), ""] if block.heading else [indent + typed(block)]
        else:
            buffer = io.StringIO()
            csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(_lines(SourceDocument("", (block,))))
            lines += ["", *buffer.getvalue().rstrip("\n").split("\n"), ""]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _lines(document: SourceDocument) -> Iterator[list[str]]:
    """The rows of a sheet, each as wide as the sheet."""
    wide = max([width(one) for one in document.blocks if isinstance(one, SourceTable)], default=1)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield [typed(block), *[""] * (wide - 1)]
            continue
        for places in spread(block):
            cells = [""] * wide
            for column, cell, is_begin in places:
                cells[column] = typed_cell(cell) if is_begin else ""
            yield cells


def typed_cell(cell: SourceCell) -> str:
    """The words of a cell that knows no paragraphs: a line each."""
    return "\n".join(typed(one) for one in cell.blocks if isinstance(one, Paragraph))


def typed(paragraph: Paragraph) -> str:
    """The words of a paragraph with what stands before it, as people type it."""
    return f"{paragraph.number} {paragraph.text}".strip()


FORMATS: Final[dict[str, Callable[[Path, SourceDocument], Path]]] = {
    "docx": write_docx,
    "xlsx": make_workbook_of,
    "html": make_page,
    "csv": write_csv,
    "txt": write_txt,
    "md": make_text,
}
"""The writers by the endings of their files."""
