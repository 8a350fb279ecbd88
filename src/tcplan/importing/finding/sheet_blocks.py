"""A sheet as the paragraphs and tables that it shows below each other: empty rows part them."""

from collections.abc import Iterator, Sequence

from tcplan.importing.document import Block, Paragraph, Row, Table, paragraphs_in
from tcplan.importing.finding.groups import GroupKind, read_group


def split_sheet(table: Table) -> list[Block]:
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
            blocks.append(Table((*titles, *rows[count:]), table.place))
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
