"""The tables of a page: grids with the words in their cells."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tcplan.importing.readers.pdf.bounds import MAX_GRIDS, too_much
from tcplan.importing.readers.pdf.coloured import check_work, fill_of
from tcplan.importing.readers.pdf.grids import GridCell, RuledGrid
from tcplan.importing.readers.pdf.lines import TextLine, lay_out_lines
from tcplan.importing.readers.pdf.marks import Box, Fill, Word
from tcplan.importing.readers.pdf.paragraphs import Limits

_MAX_PADDING: Final = 12.0


@dataclass
class DrawnCell:
    """A cell of a table.

    Attributes:
        row: Of its table, from 0; like `column`.
        page: The page and table on which it begins, as the place of it.
        lines: What is in it; a list for each direction of reading.
        tables: The tables in it.
    """

    row: int
    column: int
    rows: int
    columns: int
    place: tuple[str, int, int]
    fill: str = ""
    lines: list[list[TextLine]] = field(default_factory=list)
    tables: "list[DrawnTable]" = field(default_factory=list)
    limits: Limits = field(default_factory=lambda: Limits(0, 0))

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for lines in self.lines for line in lines)

    @property
    def is_empty(self) -> bool:
        """Whether it holds neither words nor tables."""
        return not self.lines and not self.tables


@dataclass
class DrawnTable:
    """A table as it is drawn on one page, or on several once they are joined.

    Attributes:
        page: Where it begins.
        xs: Where its columns begin, and the last ends.
        box: The part of the page that it takes.
        repeated: The number of rows at its top that are repeated on each page.
    """

    page: int
    part: str
    xs: tuple[float, ...]
    row_count: int
    cells: list[DrawnCell]
    box: Box
    repeated: int = 0
    words: list[Word] = field(default_factory=list)

    @property
    def is_frame(self) -> bool:
        """Whether it is only lines around a text."""
        return sum(not cell.is_empty for cell in self.cells) <= 1 and not any(cell.tables for cell in self.cells)

    def row(self, number: int) -> list[DrawnCell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == number]


def fill_tables(
    grids: list[RuledGrid], words: list[Word], fills: list[Fill], page: int
) -> tuple[list[DrawnTable], list[Word]]:
    """The tables of a page with their words, and the words that are in none; tables in cells are part of them."""
    if len(grids) > MAX_GRIDS:
        raise too_much("a page of it has more tables than a page can have")
    grids = sorted(grids, key=lambda grid: -grid.box.width * grid.box.height)
    squares = [_number_squares(grid) for grid in grids]
    tables = [_start_table(grid, page) for grid in grids]
    parents = [_find_parent(index, grids) for index in range(len(grids))]
    rest: list[Word] = []
    contents: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        owner = next((one for one in reversed(range(len(grids))) if grids[one].box.holds(*word.middle)), None)
        number = _cell_at(grids[owner], squares[owner], word) if owner is not None else None
        if owner is None or number is None:
            rest.append(word)
        else:
            contents.setdefault((owner, number), []).append(word)
    for (table, cell), found in contents.items():
        _fill_cell(tables[table].cells[cell], found)
        tables[table].words += found
    for drawn, grid in zip(tables, grids, strict=True):
        _set_limits(drawn, grid)
        near = [fill for fill in fills if fill.box.width > 1 and _overlap(fill.box, grid.box)]
        check_work(len(grid.cells), len(near))
        for made, place in zip(drawn.cells, grid.cells, strict=True):
            made.fill = fill_of(place.box, near)
    return _nest(tables, parents, rest)


def _nest(
    tables: list[DrawnTable], parents: list[tuple[int, int] | None], rest: list[Word]
) -> tuple[list[DrawnTable], list[Word]]:
    """Tables that hold something, those in cells put into them."""
    top = []
    for index in reversed(range(len(tables))):
        table, parent = tables[index], parents[index]
        if parent is None:
            if table.words or any(cell.tables for cell in table.cells):
                top.append(table)
        elif table.is_frame:
            if table.words:
                _fill_cell(tables[parent[0]].cells[parent[1]], table.words)
        else:
            tables[parent[0]].cells[parent[1]].tables.insert(0, table)
    top.sort(key=lambda table: (table.box.top, table.box.x0))
    for number, table in enumerate(top, start=1):
        _name_table(table, f"page {table.page}, table {number}")
    return top, rest


def _name_table(table: DrawnTable, part: str) -> None:
    table.part = part
    for cell in table.cells:
        cell.place = (part, cell.row + 1, cell.column + 1)
        for inner in cell.tables:
            _name_table(inner, part)


def _start_table(grid: RuledGrid, page: int) -> DrawnTable:
    cells = [DrawnCell(cell.row, cell.column, cell.rows, cell.columns, ("", 0, 0)) for cell in grid.cells]
    return DrawnTable(page, "", grid.xs, len(grid.ys) - 1, cells, grid.box)


def _find_parent(index: int, grids: list[RuledGrid]) -> tuple[int, int] | None:
    """The smallest cell of a larger table that a table is in."""
    box = grids[index].box
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    for other in reversed(range(index)):
        for number, cell in enumerate(grids[other].cells):
            if cell.box.holds(x, y) and cell.box.width >= box.width and cell.box.height >= box.height:
                return other, number
    return None


def _number_squares(grid: RuledGrid) -> dict[tuple[int, int], int]:
    """Which cell each square of a grid belongs to."""
    return {
        (row, column): number
        for number, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


def _cell_at(grid: RuledGrid, squares: dict[tuple[int, int], int], word: Word) -> int | None:
    x, y = word.middle
    return squares.get((bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1))


def _fill_cell(cell: DrawnCell, words: Iterable[Word]) -> None:
    turned: dict[int, list[Word]] = {}
    for word in words:
        turned.setdefault(word.style.turn, []).append(word)
    cell.lines += [lay_out_lines(found) for _, found in sorted(turned.items())]


def _set_limits(table: DrawnTable, grid: RuledGrid) -> None:
    """Between which points the lines of each column run: as far as the longest, or as far from both sides."""
    columns: dict[tuple[int, int], list[tuple[DrawnCell, GridCell]]] = {}
    for cell, place in zip(table.cells, grid.cells, strict=True):
        if cell.lines and not cell.lines[0][0].words[0].style.turn:
            columns.setdefault((place.column, place.columns), []).append((cell, place))
    for found in columns.values():
        lines = [line for cell, _ in found for line in cell.lines[0]]
        box = found[0][1].box
        start, end = min(line.start for line in lines), max(line.end for line in lines)
        padding = start - box.x0
        if grid.has_edges and 0 <= padding <= _MAX_PADDING:
            end = max(end, box.x1 - padding - 1)
        for cell, _ in found:
            cell.limits = Limits(start, end)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and one.x1 > other.x0 and one.top < other.bottom and one.bottom > other.top
