"""A sheet as the paragraphs and tables that it shows below each other: empty rows part them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.importing.document import Block, Paragraph, SourceRow, SourceTable, paragraphs_in
from tcplan.importing.finding.grids import make_grid
from tcplan.importing.finding.groups import GroupKind, read_group
from tcplan.importing.finding.ids import id_parts, read_id, split_number

_HEAD_ROWS: Final = 12
"""Among how many rows a header is looked for."""

_LEAST_COLUMNS: Final = 3
"""A table of two columns may be a form for one action, and the next another."""


def split_sheet(
    table: SourceTable, has_header: Callable[[SourceTable], bool], is_header: Callable[[str], bool]
) -> list[Block]:
    """The parts of a sheet between empty rows; rows of one cell at the top of a part are paragraphs.

    A part without a header whose rows begin with ids like those of the table before it goes on with that table, and
    then its rows of one cell are title rows. `has_header` says whether a table has a header,
    `is_header` whether a text is one.
    """
    blocks: list[Block] = []
    for block in _split_below(table, has_header):
        blocks.extend(split_sides(block, is_header) if isinstance(block, SourceTable) else [block])
    return blocks


@dataclass
class _SheetPart:
    """Rows of a table while parts of the sheet are added to it.

    Attributes:
        rows: The rows.
        has_header: Whether they begin with a header.
        lengths: How many parts their ids have.
        width: The most filled cells of a row.
    """

    rows: list[SourceRow]
    has_header: bool
    lengths: set[int]
    width: int

    def goes_on(self, rows: Sequence[SourceRow]) -> bool:
        """Whether rows begin with ids of the same kind as those before, or fill nearly as many cells.

        A key to colours below a table has fewer cells, or all of them are coloured.
        """
        if not self.has_header:
            return False
        if self.lengths and all(_length_of_id(row) in self.lengths for row in rows):
            return True
        wide = sum(3 * _count_filled(row) >= 2 * self.width for row in rows)
        is_key = all(cell.fill for row in rows for cell in row.cells if cell.text.strip())
        return not self.lengths and self.width >= _LEAST_COLUMNS and 2 * wide >= len(rows) and not is_key

    def add(self, lone: Sequence[SourceRow], rows: Sequence[SourceRow]) -> None:
        """Add a part, with the rows of one cell above it."""
        self.rows += [*lone, *rows]
        self.lengths |= _lengths(rows)
        self.width = max(self.width, *map(_count_filled, rows))


def _split_below(table: SourceTable, has_header: Callable[[SourceTable], bool]) -> list[Block]:
    found: list[Paragraph | _SheetPart] = []
    lone: list[SourceRow] = []
    for part in _parts(table.rows):
        count = next((at for at, row in enumerate(part) if _count_filled(row) > 1), len(part))
        lone += part[:count]
        rows = part[count:]
        if not rows:
            continue
        last = found[-1] if found else None
        is_headed = has_header(SourceTable(tuple(rows[:_HEAD_ROWS]), table.place))
        if isinstance(last, _SheetPart) and not is_headed and last.goes_on(rows):
            pages = [row for row in lone if _is_page_number(row)]
            found[-1:-1] = [paragraph for row in pages for paragraph in _paragraphs(row)]
            last.add([row for row in lone if row not in pages], rows)
        else:
            titles = [row for row in lone if _repeats(table.name, row)]
            found.extend(paragraph for row in lone if row not in titles for paragraph in _paragraphs(row))
            found.append(_SheetPart([*titles, *rows], is_headed, _lengths(rows), max(map(_count_filled, rows))))
        lone = []
    found.extend(paragraph for row in lone for paragraph in _paragraphs(row))
    return [SourceTable(tuple(one.rows), table.place) if isinstance(one, _SheetPart) else one for one in found]


def _parts(rows: Sequence[SourceRow]) -> Iterator[list[SourceRow]]:
    """The rows between empty ones; a cell that spans an empty row holds both sides of it together."""
    part: list[SourceRow] = []
    spanned = 0
    for row in rows:
        spanned = max(spanned - 1, 0, *(cell.rows - 1 for cell in row.cells))
        if _count_filled(row) or (spanned and part):
            part.append(row)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _lengths(rows: Sequence[SourceRow]) -> set[int]:
    return {length for row in rows if (length := _length_of_id(row))}


def _length_of_id(row: SourceRow) -> int:
    """How many parts the id has with which a row begins; 0 for none."""
    first = next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")
    split = split_number(first)
    number = read_id(first) or (split.number if split else "")
    return len(id_parts(number)) if number else 0


def _count_filled(row: SourceRow) -> int:
    return sum(bool(cell.text.strip() or cell.fill) for cell in row.cells)


def _repeats(name: str, row: SourceRow) -> bool:
    """Whether a row repeats the name of the sheet, and so makes no group of its own; the title of a plan may do so."""
    text = " ".join(one.text for one in _paragraphs(row))
    return bool(name) and name.casefold() in text.casefold() and read_group(text).kind is not GroupKind.PLAN


def _is_page_number(row: SourceRow) -> bool:
    text = " ".join(one.text for one in _paragraphs(row))
    return re.fullmatch(r"(?:page )?\d{1,3}(?: (?:of|/) \d{1,3})?", text.strip(), re.IGNORECASE) is not None


def _paragraphs(row: SourceRow) -> Iterator[Paragraph]:
    return (paragraph for cell in row.cells for paragraph in paragraphs_in(cell.blocks))


def split_sides(table: SourceTable, is_header: Callable[[str], bool]) -> list[SourceTable]:
    """The tables that stand beside each other in a sheet, with an empty column between; `is_header` knows headers.

    What has a header of a plan on both sides of an empty column is one table.
    """
    grid = make_grid(table)
    taken = {column for row in grid.rows for column, slot in enumerate(row) if slot and (slot.text or slot.cell.fill)}
    gap = next((at for at in range(1, grid.width) if at not in taken and any(one < at for one in taken)), grid.width)
    if not any(one > gap for one in taken):
        return [table]
    starts = {id(slot.cell): slot.column for row in grid.rows for slot in row if slot}
    left = [_columns_of(row, starts, 0, gap) for row in table.rows]
    right = [_columns_of(row, starts, gap + 1, grid.width) for row in table.rows]
    if any(is_header(cell.text) for row in right[:3] for cell in row.cells):
        return [table]
    return [SourceTable(tuple(rows), table.place) for rows in (left, [row for row in right if _count_filled(row)])]


def _columns_of(row: SourceRow, starts: Mapping[int, int], first: int, end: int) -> SourceRow:
    """The cells of a row that begin in some columns."""
    cells = tuple(cell for cell in row.cells if first <= starts.get(id(cell), -1) < end)
    return SourceRow(cells, max(0, min(row.before, end) - first), row.is_header, row.is_hidden)
