"""Workbooks for tests, written from a neutral document: what is laid out once can be read in this format too."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from importing.making.excel import MadeCell, MadeSheet, Value, make_workbook

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourceTable, paragraphs_in


def make_workbook_of(path: Path, document: SourceDocument) -> Path:
    """Write a workbook: a sheet for each table that is one; all other blocks below each other on a sheet before it."""
    sheets: list[MadeSheet] = []
    loose: list[Block] = []
    for block in document.blocks:
        if isinstance(block, SourceTable) and block.is_sheet:
            sheets.extend(_make_loose_sheet(loose, len(sheets)))
            sheets.append(_Sheet().add_table(block).finish(block.name or f"Sheet{len(sheets) + 1}"))
            loose = []
        else:
            loose.append(block)
    sheets.extend(_make_loose_sheet(loose, len(sheets)))
    return make_workbook(path, *sheets, title=document.title)


def _make_loose_sheet(blocks: list[Block], count: int) -> Iterator[MadeSheet]:
    if blocks:
        sheet = _Sheet()
        for block in blocks:
            if isinstance(block, SourceTable):
                sheet.add_table(block).add_row([])
            elif block.place.part.startswith("text box"):
                sheet.add_box(block)
            else:
                sheet.add_row([_made(_line(block), is_bold=block.is_bold or block.heading > 0)])
        yield sheet.finish(f"Sheet{count + 1}")


class _Sheet:
    """A sheet while it is filled."""

    def __init__(self) -> None:
        self._rows: list[list[Value | MadeCell]] = []
        self._merges: list[str] = []
        self._boxes: dict[int, list[str]] = {}

    def add_row(self, cells: list[Value | MadeCell]) -> "_Sheet":
        self._rows.append(cells)
        return self

    def add_box(self, paragraph: Paragraph) -> None:
        self._boxes[len(self._rows) + 1] = [paragraph.text]
        self._rows.append([])

    def add_table(self, table: SourceTable) -> "_Sheet":
        top = len(self._rows)
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(table.rows):
            made: dict[int, Value | MadeCell] = {}
            column = row.before
            for cell in row.cells:
                while (at, column) in taken:
                    column += 1
                made[column] = _made_cell(cell)
                if cell.columns > 1 or cell.rows > 1:
                    self._merges.append(_area(top + at, column, cell))
                    taken |= {(at + y, column + x) for y in range(cell.rows) for x in range(cell.columns)}
                column += cell.columns
            self._rows.append([made.get(one) for one in range(max(made, default=-1) + 1)])
        return self

    def finish(self, name: str) -> MadeSheet:
        return MadeSheet(self._rows, name[:31], merges=self._merges, boxes=self._boxes)


def _made_cell(cell: SourceCell) -> MadeCell:
    paragraphs = list(paragraphs_in(cell.blocks))
    is_bold = [one.is_bold for one in paragraphs]
    struck = "\n".join(text for one in paragraphs for text in one.struck)
    if struck and not any(one.text for one in paragraphs):
        return MadeCell(struck, fill=cell.fill, is_struck=True)
    if any(is_bold) and not all(is_bold):
        return MadeCell(xml=f"<is>{''.join(map(_write_run, paragraphs))}</is>", kind="inlineStr", fill=cell.fill)
    return _made("\n".join(map(_line, paragraphs)), is_bold=any(is_bold), fill=cell.fill)


def _write_run(paragraph: Paragraph) -> str:
    """A line of a cell that is not as bold as others."""
    bold = "<rPr><b/></rPr>" if paragraph.is_bold else ""
    return f'<r>{bold}<t xml:space="preserve">{escape(_line(paragraph))}\n</t></r>'


def _made(text: str, *, is_bold: bool, fill: str = "") -> MadeCell:
    return MadeCell(text or None, fill=fill, is_bold=is_bold)


def _line(paragraph: Paragraph) -> str:
    """The words with the number that a program would show before them."""
    return f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text


def _area(row: int, column: int, cell: SourceCell) -> str:
    last = f"{_letters(column + cell.columns - 1)}{row + cell.rows}"
    return f"{_letters(column)}{row + 1}:{last}"


def _letters(column: int) -> str:
    return (chr(ord("A") + column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
