"""Tables that only arrange text: posters, columns of times, forms of two pairs, and layouts."""

from tcplan.importing.document import SourceCell, SourceRow, SourceTable, paragraphs_in
from tcplan.importing.finding.cell_kinds import is_theme
from tcplan.importing.finding.cell_lists import is_item
from tcplan.importing.finding.grids import filled, has_table, make_grid
from tcplan.importing.finding.groups import is_horizon
from tcplan.importing.finding.headers import STRONG, HeaderFinder

_HALF = 0.5
_PASSAGE = 6
_FEW = 2


def columns_of_pillars(table: SourceTable) -> list[tuple[list[SourceCell], list[SourceCell]]]:
    """The columns of a table that has a pillar above each: the title, and the cells below it."""
    grid = make_grid(table)
    for index in range(min(2, len(grid.rows) - 1)):
        heads = filled(grid.rows[index], index)
        themes = sum(is_theme(slot.text) for _, slot in heads)
        if themes >= 2 and themes >= _HALF * len(heads):  # noqa: PLR2004 -- two columns
            columns = []
            for _, slot in heads:
                below = [
                    other.cell
                    for place in range(index + 1, len(grid.rows))
                    for at, other in filled(grid.rows[place], place)
                    if slot.column <= at < slot.column + slot.cell.columns
                ]
                columns.append(([slot.cell], below))
            return columns
    return []


def columns_of_times(table: SourceTable) -> list[tuple[list[SourceCell], list[SourceCell]]]:
    """The cells of a table with a time above each column, each with the title of its row and the time."""
    grid = make_grid(table)
    if len(grid.rows) < 2:  # noqa: PLR2004 -- a header and a row
        return []
    heads = filled(grid.rows[0], 0)
    times = {column: slot.cell for column, slot in heads if is_horizon(slot.text)}
    if len(times) < 2 or len(times) < len(heads) - 1:  # noqa: PLR2004 -- two columns
        return []
    found = []
    for index, row in enumerate(grid.rows[1:], 1):
        cells = filled(row, index)
        title = [slot.cell for column, slot in cells if column not in times]
        found += [([*title, times[column]], [slot.cell]) for column, slot in cells if column in times]
    return found


def as_pairs(table: SourceTable, finder: HeaderFinder) -> SourceTable | None:
    """A form of labels and values in four columns, as two columns."""
    rows = [row.cells for row in table.rows]
    if not any(len(cells) == 4 for cells in rows) or any(len(cells) % 2 for cells in rows if len(cells) != 1):  # noqa: PLR2004 -- two pairs
        return None
    third = [cells[2].text for cells in rows if len(cells) == 4]  # noqa: PLR2004
    if sum(max(finder.score(text).values(), default=0) >= STRONG for text in third) < _HALF * len(third):
        return None
    pairs = [SourceRow(cells[place : place + 2]) for cells in rows for place in range(0, len(cells), 2)]
    return SourceTable(tuple(pairs), table.place, table.name)


def has_long_cells(table: SourceTable) -> bool:
    """Whether cells hold whole passages, as those of a layout do."""
    return any(
        len(paragraphs) > _PASSAGE
        for row in table.rows
        for cell in row.cells
        for paragraphs in [list(paragraphs_in(cell.blocks))]
    )


def is_layout(table: SourceTable) -> bool:
    """Whether a table only arranges text: one column, one cell, or cells with tables, headings and lists."""
    cells = [cell for row in table.rows for cell in row.cells if cell.blocks]
    if not cells:
        return False
    widest = max(len(row.cells) for row in table.rows)
    if widest == 1 or any(has_table(cell.blocks) for cell in cells):
        return True
    rich = sum(_is_rich(cell) for cell in cells)
    return rich > 0 and widest <= 4 and rich >= len(cells) / 4  # noqa: PLR2004 -- of columns; of cells


def _is_rich(cell: SourceCell) -> bool:
    paragraphs = [one for one in paragraphs_in(cell.blocks) if one.text.strip()]
    return any(one.heading for one in paragraphs) or (
        len(paragraphs) >= _FEW and sum(is_item(one) for one in paragraphs) > 1
    )
