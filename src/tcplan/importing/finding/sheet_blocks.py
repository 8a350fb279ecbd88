"""A sheet as the paragraphs and tables that it shows below each other: empty rows part them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tcplan.importing.document import Block, Paragraph, Row, Table, paragraphs_in
from tcplan.importing.finding.groups import GroupKind, read_group
from tcplan.importing.finding.ids import id_parts, read_id, split_number

_LEAST_COLUMNS: Final = 3
"""A table of two columns may be a form for one action, and the next another."""


def split_sheet(table: Table, has_header: Callable[[Table], bool], is_header: Callable[[str], bool]) -> list[Block]:
    """The parts of a sheet between empty rows; rows of one cell at the top of a part are paragraphs.

    A part without a header whose rows begin with ids like those of the table before it goes on with that table, and
    then its rows of one cell are title rows. `has_header` says whether a table has a header,
    `is_header` whether a text is one.
    """
    blocks: list[Block] = []
    for block in _split_below(table, has_header):
        blocks.extend(split_sides(block, is_header) if isinstance(block, Table) else [block])
    return blocks


def _split_below(table: Table, has_header: Callable[[Table], bool]) -> list[Block]:
    blocks: list[Block] = []
    lone: list[Row] = []
    for part in _parts(table.rows):
        count = next((at for at, row in enumerate(part) if _count_filled(row) > 1), len(part))
        lone += part[:count]
        rows = part[count:]
        last = blocks[-1] if blocks else None
        if not rows:
            continue
        part_table = Table(tuple(rows), table.place)
        if isinstance(last, Table) and has_header(last) and _goes_on(rows, last.rows) and not has_header(part_table):
            blocks[-1] = Table((*last.rows, *lone, *rows), table.place)
        else:
            titles = [row for row in lone if _repeats(table.name, row)]
            blocks.extend(paragraph for row in lone if row not in titles for paragraph in _paragraphs(row))
            blocks.append(Table((*titles, *rows), table.place))
        lone = []
    blocks.extend(paragraph for row in lone for paragraph in _paragraphs(row))
    return blocks


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows between empty ones; a cell that spans an empty row holds both sides of it together."""
    part: list[Row] = []
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


def _goes_on(rows: Sequence[Row], before: Sequence[Row]) -> bool:
    """Whether rows begin with ids of the same kind as those before, or fill nearly as many cells.

    A key to colours below a table has fewer cells, or all of them are coloured.
    """
    known = {length for row in before if (length := _length_of_id(row))}
    if known and all(_length_of_id(row) in known for row in rows):
        return True
    width = max(map(_count_filled, before))
    wide = sum(3 * _count_filled(row) >= 2 * width for row in rows)
    is_key = all(cell.fill for row in rows for cell in row.cells if cell.text.strip())
    return not known and width >= _LEAST_COLUMNS and 2 * wide >= len(rows) and not is_key


def _length_of_id(row: Row) -> int:
    """How many parts the id has with which a row begins; 0 for none."""
    first = next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")
    split = split_number(first)
    number = read_id(first) or (split.number if split else "")
    return len(id_parts(number)) if number else 0


def _count_filled(row: Row) -> int:
    return sum(bool(cell.text.strip() or cell.fill) for cell in row.cells)


def _repeats(name: str, row: Row) -> bool:
    """Whether a row repeats the name of the sheet, and so makes no group of its own; the title of a plan may do so."""
    text = " ".join(one.text for one in _paragraphs(row))
    return bool(name) and name.casefold() in text.casefold() and read_group(text).kind is not GroupKind.PLAN


def _paragraphs(row: Row) -> Iterator[Paragraph]:
    return (paragraph for cell in row.cells for paragraph in paragraphs_in(cell.blocks))


def split_sides(table: Table, is_header: Callable[[str], bool]) -> list[Table]:
    """The tables that stand beside each other in a sheet, with an empty column between; `is_header` knows headers.

    What has a header of a plan on both sides of an empty column is one table.
    """
    if any(row.before or any(cell.columns > 1 for cell in row.cells) for row in table.rows):
        return [table]
    width = max((len(row.cells) for row in table.rows), default=0)
    filled = {at for row in table.rows for at, cell in enumerate(row.cells) if cell.text.strip() or cell.fill}
    gap = next((at for at in range(1, width) if at not in filled and any(one < at for one in filled)), width)
    if not any(one > gap for one in filled):
        return [table]
    right = [Row(row.cells[gap + 1 :], 0, row.is_header, row.is_hidden) for row in table.rows]
    if any(is_header(cell.text) for row in right[:3] for cell in row.cells):
        return [table]
    left = [Row(row.cells[:gap], 0, row.is_header, row.is_hidden) for row in table.rows]
    return [Table(tuple(rows), table.place) for rows in (left, [row for row in right if _count_filled(row)])]
