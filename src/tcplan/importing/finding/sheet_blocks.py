"""A sheet as the paragraphs and tables that it shows below each other: empty rows part them."""

from collections.abc import Callable, Iterator, Sequence

from tcplan.importing.document import Block, Paragraph, Row, Table, paragraphs_in
from tcplan.importing.finding.groups import GroupKind, read_group


def split_sheet(table: Table, is_header: Callable[[str], bool]) -> list[Block]:
    """The parts of a sheet between empty rows; rows of one cell at the top of a part are paragraphs.

    One that repeats the name of the sheet stays a row of the table below it: it is no group of its own. But the title
    of a plan is a paragraph.
    """
    blocks: list[Block] = []
    titles: list[Row] = []
    for rows in _parts(table.rows):
        count = next((at for at, row in enumerate(rows) if _count_filled(row) > 1), len(rows))
        for row in rows[:count]:
            if _repeats(table.name, row):
                titles.append(row)
            else:
                blocks.extend(_paragraphs(row))
        if rows[count:]:
            blocks.extend(split_sides(Table((*titles, *rows[count:]), table.place), is_header))
            titles = []
    blocks.extend(paragraph for row in titles for paragraph in _paragraphs(row))
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


def _count_filled(row: Row) -> int:
    return sum(bool(cell.text.strip() or cell.fill) for cell in row.cells)


def _repeats(name: str, row: Row) -> bool:
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
