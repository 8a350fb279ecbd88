"""A sheet as a table of the document: its cells where they are, with what hangs on them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tcplan.importing.document import Paragraph, SourceCell, SourceLink, SourcePlace, SourceRow, SourceTable
from tcplan.importing.readers.excel.cell_names import Area, column_letters
from tcplan.importing.readers.excel.cell_values import CellValue
from tcplan.importing.readers.excel.notes import Notes
from tcplan.importing.readers.excel.sheet_grid import CellSpan, SheetGrid, lay_grid
from tcplan.importing.readers.excel.sheet_xml import RawSheet, Values
from tcplan.importing.readers.excel.text_boxes import TextBox

_EMPTY: Final = CellValue()
_MAX_LINKED: Final = 1000


@dataclass
class SheetParts:
    """A sheet with all that other parts of the workbook say about it.

    Attributes:
        name: Its name.
        raw: What its XML says.
        notes: The comments.
        urls: Where links lead, by their relation.
        headers: The rows that the workbook calls headers: of a table, of a filter.
        repeated: The rows that are printed on each page.
    """

    name: str
    raw: RawSheet
    notes: Notes = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    headers: list[Area] = field(default_factory=list)
    repeated: set[int] = field(default_factory=set)

    @cached_property
    def values(self) -> Values:
        """What its cells show, in the order of the rows; a row with a comment alone has none."""
        return dict(sorted({**{row: {} for row, _ in self.notes}, **self.raw.values}.items()))

    @property
    def part(self) -> str:
        """What a place calls it."""
        return f"sheet {self.name}"


def hidden_columns(raw: RawSheet) -> set[int]:
    """The numbers of all hidden columns up to the last that is in use."""
    last = max((column for row in raw.values.values() for column in row), default=0)
    return {column for first, end in raw.hidden_columns for column in range(first, min(end, last) + 1)}


def build_table(parts: SheetParts, titles: Sequence[TextBox] = ()) -> SourceTable:
    """The table of a sheet; text boxes that are titles of the rows below them are rows of it."""
    hidden = hidden_columns(parts.raw)
    seen = {column for row in parts.values.values() for column, value in row.items() if not value.is_empty}
    seen.update(column for _, column in parts.notes)
    grid = lay_grid(parts.values, seen - hidden, hidden)
    _merge_areas(parts, grid)
    builder = _Builder(parts, grid, _linked(parts))
    rows = [builder.build_row(number) for number in grid.rows]
    for box in reversed(titles):
        row = SourceRow((SourceCell(box.paragraphs, box.paragraphs[0].place),))
        rows.insert(bisect_right(grid.rows, box.row), row)
    return SourceTable(tuple(rows), SourcePlace(parts.part), parts.name, is_sheet=True)


def _merge_areas(parts: SheetParts, grid: SheetGrid) -> None:
    """Show merged areas as one cell, with the value of their first cell even where that is hidden."""
    for area in parts.raw.merges:
        value = parts.values.get(area.top, {}).get(area.left, _EMPTY)
        if value.is_empty and not value.is_unknown:
            continue
        if shown := grid.merge(area):
            parts.values[shown[0]][shown[1]] = value


def _linked(parts: SheetParts) -> dict[tuple[int, int], list[str]]:
    """Where the cells lead that are links."""
    linked: dict[tuple[int, int], list[str]] = {}
    for area, relation in parts.raw.links:
        size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if (url := parts.urls.get(relation)) and size <= _MAX_LINKED:
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    linked.setdefault((row, column), []).append(url)
    return linked


@dataclass
class _Builder:
    parts: SheetParts
    grid: SheetGrid
    links: dict[tuple[int, int], list[str]]

    def build_row(self, number: int) -> SourceRow:
        """A kept row, up to the last cell in which something is to be seen."""
        values = self.parts.values.get(number)
        if values is None:
            return SourceRow(())  # a gap
        shown = [column for column in self.grid.columns if (number, column) not in self.grid.covered]
        used = [column for column in shown if not values.get(column, _EMPTY).is_empty or self._note(number, column)]
        last = used[-1] if used else 0
        cells = (self._build_cell(number, column, values.get(column, _EMPTY)) for column in shown if column <= last)
        is_hidden = number in self.parts.raw.hidden_rows
        return SourceRow(tuple(cells), is_header=number in self.parts.repeated, is_hidden=is_hidden)

    def _build_cell(self, row: int, column: int, value: CellValue) -> SourceCell:
        name = f"{column_letters(column)}{row}"
        place = SourcePlace(self.parts.part, row, column, name)
        span = self.grid.spans.get((row, column), CellSpan())
        is_header = any(one.top == row and one.left <= column <= one.right for one in self.parts.headers)
        blocks = self._paragraphs(row, column, value, place)
        return SourceCell(blocks, place, span.columns, span.rows, value.fill, value.day, is_header)

    def _paragraphs(self, row: int, column: int, value: CellValue, place: SourcePlace) -> tuple[Paragraph, ...]:
        """The lines of a cell; what hangs on the cell hangs on its first line, or on an empty one."""
        urls = self.links.get((row, column), ())
        paragraphs = []
        for at, line in enumerate(value.lines):
            links = tuple(SourceLink(line.text, url) for url in urls) if at == 0 else ()
            paragraphs.append(
                Paragraph(
                    line.text,
                    place,
                    depth=1 if line.bullet else 0,
                    number=line.bullet,
                    is_bold=line.is_bold,
                    colour="" if urls else line.colour,
                    struck=line.struck,
                    links=links,
                    notes=self._note(row, column) if at == 0 else (),
                )
            )
        note = self._note(row, column)
        return tuple(paragraphs) or ((Paragraph("", place, notes=note),) if note else ())

    def _note(self, row: int, column: int) -> tuple[str, ...]:
        return self.parts.notes.get((row, column), ())
