"""A table with its spans written out: what each row says in each column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tcplan.importing.document import Block, Paragraph, SourceCell, SourcePlace, SourceRow, SourceTable, paragraphs_in
from tcplan.importing.finding.ids import automatic_id
from tcplan.importing.found import Words

_MOST_COLUMNS = 120
_MOST_SPANNED = 400_000
"""Spans beyond this number of places are not written out; no plan has them."""


@dataclass(slots=True, eq=False)
class Slot:
    """A cell at the places that it covers.

    Attributes:
        cell: The cell.
        row: The row where it begins.
        column: The column where it begins.
        text: Its words, or its automatic number where it has nothing else.
    """

    cell: SourceCell
    row: int
    column: int
    text: str


GridRow = list[Slot | None]


@dataclass(slots=True)
class TableGrid:
    """A table, row by row, all of one width."""

    table: SourceTable
    rows: list[GridRow] = field(default_factory=list)
    width: int = 0

    def row_of(self, index: int) -> SourceRow:
        """The row as the document has it."""
        return self.table.rows[index]


def cell_text(cell: SourceCell) -> str:
    """The words of a cell, or the automatic number of its empty paragraph."""
    text = cell.text.strip()
    if text:
        return text
    return " ".join(filter(None, (automatic_id(one.number) for one in paragraphs_in(cell.blocks))))


def make_grid(table: SourceTable) -> TableGrid:
    """Write the spans of a table out."""
    grid = TableGrid(table)
    covered: dict[int, list[tuple[int, Slot]]] = {}
    spanned = 0
    for index, row in enumerate(table.rows):
        if index not in covered and not row.before and all(_is_blank(cell) for cell in row.cells):
            grid.rows.append([])  # a spreadsheet may have a million of them
            continue
        places: dict[int, Slot] = dict(covered.pop(index, ()))
        column = row.before
        for cell in row.cells:
            while column in places:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            slot = Slot(cell, index, column, cell_text(cell))
            across = range(column, min(column + max(cell.columns, 1), _MOST_COLUMNS))
            down = range(1, min(max(cell.rows, 1), len(table.rows) - index))
            spanned += len(across) * len(down)
            places.update((one, slot) for one in across if one not in places)
            if spanned <= _MOST_SPANNED:
                for below in down:
                    covered.setdefault(index + below, []).extend((one, slot) for one in across)
            column = across.stop
        grid.width = max(grid.width, max(places, default=-1) + 1)
        grid.rows.append([places.get(one) for one in range(max(places, default=-1) + 1)])
    for line in grid.rows:
        line.extend([None] * (grid.width - len(line)))
    return grid


def _is_blank(cell: SourceCell) -> bool:
    return not cell.blocks and not cell.fill and cell.rows == cell.columns == 1


def origins(row: Sequence[Slot | None], index: int) -> Iterator[tuple[int, Slot]]:
    """The cells that begin in a row, each once, with the column."""
    for column, slot in enumerate(row):
        if slot and slot.row == index and slot.column == column:
            yield column, slot


def filled(row: Sequence[Slot | None], index: int) -> list[tuple[int, Slot]]:
    """The cells that begin in a row and say something."""
    return [(column, slot) for column, slot in origins(row, index) if slot.text]


def transpose(table: SourceTable) -> SourceTable:
    """The table turned over: rows as columns; cells stay where the document has them."""
    grid = make_grid(table)
    rows = []
    for column in range(grid.width):
        cells = []
        for index, row in enumerate(grid.rows):
            slot = row[column]
            if slot is None:
                cells.append(SourceCell((), SourcePlace()))
            elif slot.row == index and slot.column == column:
                cell = slot.cell
                cells.append(replace(cell, columns=cell.rows, rows=cell.columns))
        rows.append(SourceRow(tuple(cells)))
    return SourceTable(tuple(rows), table.place, table.name, table.is_sheet)


def cell_words(cell: SourceCell, column: str = "", text: str | None = None) -> Words:
    """What a cell says."""
    paragraphs = tuple(one for one in paragraphs_in(cell.blocks) if one.text.strip())
    return Words(paragraphs, cell.text.strip() if text is None else text, cell.place, column, cell.fill, cell.day)


def paragraph_words(paragraph: Paragraph, column: str = "", text: str | None = None) -> Words:
    """What a paragraph says."""
    return Words((paragraph,), paragraph.text.strip() if text is None else text, paragraph.place, column)


def has_table(blocks: Sequence[Block]) -> bool:
    """Whether there is a table among the blocks."""
    return any(isinstance(block, SourceTable) for block in blocks)
