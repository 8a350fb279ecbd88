"""Where the cells of a table stand in its grid, for writers of files that name each place of it."""

from typing import NamedTuple

from tcplan.importing.document import SourceCell, SourceTable


class GridPlace(NamedTuple):
    """A place of a row: the column at which a cell stands in it, and whether the cell begins in this row."""

    column: int
    cell: SourceCell
    is_begin: bool


def spread(table: SourceTable) -> list[list[GridPlace]]:
    """The places of each row from left to right, those too that a cell covers which began above; columns from 0."""
    rows: list[list[GridPlace]] = []
    above: dict[int, tuple[SourceCell, int]] = {}  # by its first column: a cell, and how many rows of it are to come
    for row in table.rows:
        places = [GridPlace(column, cell, is_begin=False) for column, (cell, _) in above.items()]
        covered = {column + at for column, (cell, _) in above.items() for at in range(cell.columns)}
        column = row.before
        for cell in row.cells:
            while column in covered:
                column += 1
            places.append(GridPlace(column, cell, is_begin=True))
            column += cell.columns
        rows.append(sorted(places, key=lambda one: one.column))
        above = {start: (cell, left - 1) for start, (cell, left) in above.items() if left > 1}
        above |= {one.column: (one.cell, one.cell.rows - 1) for one in places if one.is_begin and one.cell.rows > 1}
    return rows


def width(table: SourceTable) -> int:
    """The number of columns of a table."""
    return max((one.column + one.cell.columns for row in spread(table) for one in row), default=0)
