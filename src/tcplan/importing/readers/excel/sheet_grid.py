"""The grid of a sheet: which rows and columns of it are kept, and which cells are shown as one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.excel.cell_names import Area

_MAX_GRID: Final = 1_000_000
"""The number of cells of a grid, those without content too."""


class CellSpan(NamedTuple):
    """How many kept rows and columns a cell covers."""

    rows: int = 1
    columns: int = 1


@dataclass
class SheetGrid:
    """What is kept of a sheet.

    Attributes:
        rows: The numbers of the kept rows; of empty rows that follow each other the first is kept.
        columns: The numbers of the kept columns.
        spans: The cells that cover others, by row and column.
        covered: The cells that are covered, by row and column.
    """

    rows: list[int]
    columns: list[int]
    spans: dict[tuple[int, int], CellSpan] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)
    _merged: int = 0

    def merge(self, area: Area) -> tuple[int, int] | None:
        """Show an area as one cell: where that cell is; None where nothing of it is kept, or another covers it."""
        rows = _within(self.rows, area.top, area.bottom)
        columns = _within(self.columns, area.left, area.right)
        if not rows or not columns or len(rows) * len(columns) == 1 or (rows[0], columns[0]) in self.covered:
            return (rows[0], columns[0]) if rows and columns else None
        first = (rows[0], columns[0])
        self._merged += len(rows) * len(columns)  # areas that overlap would count without end
        if self._merged > _MAX_GRID:
            raise too_large("a sheet has larger merged areas than a plan can have")
        self.spans[first] = CellSpan(len(rows), len(columns))
        self.covered.update((row, column) for row in rows for column in columns)
        self.covered.discard(first)
        return first


def lay_grid(rows: Iterable[int], columns: Iterable[int], hidden: set[int]) -> SheetGrid:
    """The grid for rows and columns with content; of a gap between them one row or column is kept."""
    grid = SheetGrid(_with_gaps(rows, set()), _with_gaps(columns, hidden))
    if len(grid.rows) * len(grid.columns) > _MAX_GRID:
        raise too_large("a sheet is larger than a plan can be")
    return grid


def _with_gaps(numbers: Iterable[int], hidden: set[int]) -> list[int]:
    kept: list[int] = []
    for number in sorted(set(numbers)):
        gap = next((at for at in range(kept[-1] + 1, number) if at not in hidden), 0) if kept else 0
        kept.extend((gap, number) if gap else (number,))
    return kept


def _within(numbers: list[int], first: int, last: int) -> list[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
