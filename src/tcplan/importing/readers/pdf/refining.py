"""Cells that no line tells apart, in tables that have lines: words that keep to columns are told apart by them."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tcplan.importing.readers.pdf.aligned import are_aligned, common_gutters, wide_gaps
from tcplan.importing.readers.pdf.blank_strips import split_at_strips
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid
from tcplan.importing.readers.pdf.lines import lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, Word

_MIN_LINES: Final = 3
_MIN_ROWS: Final = 2
_SAME: Final = 4.0
_MAX_PAIRS: Final = 2_000_000
_PADDING: Final = 12.0
_INDENT: Final = 30.0
_ONE: Final = 2  # where the only row or column begins, and where it ends


def refine_grid(grid: RuledGrid, words: Iterable[Word], columns: tuple[float, ...] = ()) -> RuledGrid:
    """A grid whose cells are split where their words stand in columns.

    Args:
        grid: By its lines.
        words: Of the page.
        columns: Where the columns are of a table that may go on here, and the last ends.
    """
    inner = [word for word in words if not word.style.turn and grid.box.holds(*word.middle)]
    if _continues(grid, columns):
        grid = _with_columns(grid, columns)
    elif len(grid.xs) == _ONE and len(grid.cells) > 1:
        grid = _add_columns(grid, inner)
    if len(grid.ys) == _ONE and len(grid.xs) > _ONE + 1:
        grid = _add_rows(grid, inner)
    if len(grid.xs) == _ONE or all(cell.columns == 1 for cell in grid.cells):
        return grid
    if sum(cell.columns > 1 for cell in grid.cells) * len(inner) > _MAX_PAIRS:
        return grid
    cells = [part for cell in grid.cells for part in _split_cell(cell, grid, inner)]
    return replace(grid, cells=tuple(sorted(cells)))


def _continues(grid: RuledGrid, columns: tuple[float, ...]) -> bool:
    """Whether a grid is as wide as the table of the page before, and has some of its columns."""
    if len(columns) <= len(grid.xs) or abs(columns[0] - grid.xs[0]) > _SAME or abs(columns[-1] - grid.xs[-1]) > _SAME:
        return False
    return all(any(abs(x - other) <= _SAME for other in columns) for x in grid.xs)


def _with_columns(grid: RuledGrid, columns: tuple[float, ...]) -> RuledGrid:
    places = [min(range(len(columns)), key=lambda at: abs(columns[at] - x)) for x in grid.xs]
    cells = [
        cell._replace(column=places[cell.column], columns=places[cell.column + cell.columns] - places[cell.column])
        for cell in grid.cells
    ]
    return replace(grid, xs=columns, cells=tuple(cells))


def _add_columns(grid: RuledGrid, words: list[Word]) -> RuledGrid:
    """A grid with lines between its rows only, and columns where no word is."""
    lines = lay_out_lines(words)
    if sum(bool(wide_gaps(line)) for line in lines) < _MIN_LINES:
        return grid
    xs = [grid.xs[0], *common_gutters(lines, grid.box), grid.xs[-1]]
    columns = len(xs) - 1
    if columns == 1 or not all(are_aligned(lines, *pair) for pair in pairwise(xs)):
        return grid
    return RuledGrid(tuple(xs), grid.ys, tuple(cell._replace(columns=columns) for cell in grid.cells))


def _add_rows(grid: RuledGrid, words: list[Word]) -> RuledGrid:
    """A grid with lines between its columns only, and a row wherever the blank between two is."""
    starts = split_at_strips(words, grid.xs)
    has_header = bool(starts) and all(word.style.is_bold for word in words if word.bottom < starts[0])
    if len(starts) < _MIN_ROWS and not has_header:
        return grid
    ys = [grid.ys[0], *starts, grid.ys[-1]]
    cells = [
        cell._replace(row=row, box=cell.box._replace(top=top, bottom=bottom))
        for row, (top, bottom) in enumerate(pairwise(ys))
        for cell in grid.cells
    ]
    return RuledGrid(grid.xs, tuple(ys), tuple(cells))


def _split_cell(cell: GridCell, grid: RuledGrid, words: list[Word]) -> list[GridCell]:
    """A cell over columns is several cells if its words keep to the columns, with wide blanks between them."""
    if cell.columns == 1:
        return [cell]
    inner = [word for word in words if cell.box.holds(*word.middle)]
    others = [word for word in words if not cell.box.holds(*word.middle)]
    bounds = grid.xs[cell.column : cell.column + cell.columns + 1]
    if any(word.x0 < x < word.x1 for word in inner for x in bounds[1:-1]) or not _is_apart(inner, bounds, others):
        return [cell]
    return [
        GridCell(cell.row, column, cell.rows, 1, Box(start, cell.box.top, end, cell.box.bottom))
        for column, (start, end) in enumerate(pairwise(bounds), start=cell.column)
    ]


def _is_apart(words: list[Word], bounds: tuple[float, ...], around: list[Word]) -> bool:
    """Whether words are in several columns, and nowhere as near to each other as in a text."""
    lines = lay_out_lines(words)
    blanks = [
        (before, after)
        for line in lines
        for before, after in pairwise(line.words)
        for x in bounds[1:-1]
        if before.x1 <= x <= after.x0
    ]
    if any(after.x0 - before.x1 < before.style.size / 2 for before, after in blanks):
        return False
    used = [any(start <= word.middle[0] < end for word in words) for start, end in pairwise(bounds)]
    if sum(used) == 1 and any(used[1:]):
        column = used.index(True)
        others = [word.x0 for word in around if bounds[column] <= word.middle[0] < bounds[column + 1]]
        return _begins_column(words, bounds[column], (bounds[0] + bounds[-1]) / 2, min(others, default=0))
    return sum(used) > 1 and bool(blanks)


def _begins_column(words: list[Word], start: float, middle: float, usual: float) -> bool:
    """Whether a text is at the left edge of a column, and not in the middle of all columns by chance."""
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    is_centred = abs((left + right) / 2 - middle) <= _PADDING and abs(left - usual) > 1
    return left - start <= _INDENT and not is_centred
