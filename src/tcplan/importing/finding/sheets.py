"""A sheet on which several tables stand below each other, as the tables that people see."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tcplan.importing.document import Table
from tcplan.importing.finding.grids import Grid, Slot, filled, make_grid
from tcplan.importing.finding.groups import GroupKind, read_group
from tcplan.importing.finding.header_texts import is_foreign, plain_header
from tcplan.importing.finding.headers import STRONG, HeaderFinder

_FEWEST = 2
_HALF = 0.5


def split_sheet(table: Table, finder: HeaderFinder) -> list[Table]:
    """The tables of a sheet; the sheet itself where it is one.

    A table begins below a blank row: with a header that is not that of the table before, with the title of a plan
    above a header, or with the labels of a form. Whatever else follows a blank row goes on with the table before.
    """
    grid = make_grid(table)
    starts = list(_starts(grid, finder))
    bounds = list(zip([0, *starts], [*starts, len(table.rows)], strict=True))
    return [table] if len(bounds) == 1 else [replace(table, rows=table.rows[start:end]) for start, end in bounds]


def _starts(grid: Grid, finder: HeaderFinder) -> Iterator[int]:
    """The rows at which a further table begins."""
    header: frozenset[str] = frozenset()
    has_body = False
    for chunk in _chunks(grid):
        begun = _header_of(chunk, grid, finder)
        is_other = begun != header or _names_plan(chunk, grid)
        if has_body and (is_other if begun else _is_form(chunk, grid, finder)):
            yield chunk[0]
        header = begun or header
        has_body = has_body or len(_without_titles(chunk, grid)) > 1


def _chunks(grid: Grid) -> Iterator[list[int]]:
    """The runs of rows between blank rows."""
    chunk: list[int] = []
    for index in range(len(grid.rows)):
        if _cells(grid, index):
            chunk.append(index)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _header_of(chunk: Sequence[int], grid: Grid, finder: HeaderFinder) -> frozenset[str]:
    """The words of the header with which rows begin, below their titles; nothing where they begin with none."""
    for index in _without_titles(chunk, grid)[:1]:
        cells = _cells(grid, index)
        foreign = sum(is_foreign(slot.text) for slot in cells)
        if finder.is_header(grid, index) or (foreign >= _FEWEST and foreign >= _HALF * len(cells)):
            return frozenset(plain_header(slot.text) for slot in cells)
    return frozenset()


def _names_plan(chunk: Sequence[int], grid: Grid) -> bool:
    """Whether a title above a header is that of a plan."""
    titles = chunk[: len(chunk) - len(_without_titles(chunk, grid))]
    return any(read_group(slot.text).kind is GroupKind.PLAN for index in titles for slot in _cells(grid, index))


def _is_form(chunk: Sequence[int], grid: Grid, finder: HeaderFinder) -> bool:
    """Whether rows are labels and what stands beside them."""
    rows = [_cells(grid, index) for index in _without_titles(chunk, grid)]
    known = sum(max(finder.score(cells[0].text).values(), default=0) >= STRONG for cells in rows)
    return known >= _FEWEST and known >= _HALF * len(rows)


def _without_titles(chunk: Sequence[int], grid: Grid) -> Sequence[int]:
    titles = next((at for at, index in enumerate(chunk) if len(_cells(grid, index)) > 1), len(chunk))
    return chunk[titles:]


def _cells(grid: Grid, index: int) -> list[Slot]:
    return [slot for _, slot in filled(grid.rows[index], index)]
