"""Tables of a page: their cells in the grid that a browser makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tcplan.importing.document import Block, SourceCell, SourcePlace, SourceRow, SourceTable
from tcplan.importing.readers.archive import too_large
from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.flow import FlowReader
from tcplan.importing.readers.html.page import HtmlPage
from tcplan.importing.readers.html.pieces import collapse_blanks
from tcplan.importing.readers.html.spoken_words import find_spoken
from tcplan.importing.readers.html.table_feet import PageRow, place_foot
from tcplan.importing.readers.whole_numbers import read_whole

_MAX_COLUMNS: Final = 1000
_MAX_CELLS: Final = 60_000
_MAX_SPAN: Final = 65534
_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})


def read_table(page: HtmlPage, node: HtmlElement, place: SourcePlace) -> list[Block]:
    """A table; of one that is only there for the layout, what is in it."""
    rows, remarks = place_foot(_find_rows(page, node))
    if _is_layout(page, node, rows):
        return [block for row in rows for cell in row.cells for block in _read_cell_blocks(page, cell, place)] + [
            block for cell in remarks for block in _read_cell_blocks(page, cell, place)
        ]
    part = f"table {page.count_table()}"
    reader = _TableReader(page, SourcePlace(f"{place.part}, {part}" if place.row else part), _count_columns(page, rows))
    table = SourceTable(tuple(reader.read_row(row) for row in rows), reader.place, _read_caption(page, node))
    below = [block for cell in remarks for block in _read_cell_blocks(page, cell, place)]
    return ([table] if any(row.cells for row in table.rows) else []) + below


@dataclass
class _TableReader:
    page: HtmlPage
    place: SourcePlace
    width: int
    _row: int = 0
    _cells: int = 0
    _taken: dict[int, int] = field(default_factory=dict)  # how many rows more a cell from above covers a column
    _headers: dict[int, str] = field(default_factory=dict)

    def read_row(self, row: PageRow) -> SourceRow:
        """A row; its cells are in the columns that those from above leave free."""
        self._row += 1
        cells: list[SourceCell] = []
        taken = {column: left - 1 for column, left in self._taken.items() if left > 1}
        column = 1
        for node in _cells_of(self.page, row.node):
            while self._taken.get(column):
                column += 1
            columns = min(_read_span(node, "colspan"), max(1, self.width - column + 1))
            rows = min(_read_span(node, "rowspan") or row.left, row.left)
            cells.append(self._read_cell(node, row, column, columns, rows))
            if rows > 1 and len(taken) < _MAX_COLUMNS:
                taken |= dict.fromkeys(range(column, column + columns), rows - 1)
            column += columns
        self._taken = taken
        self._note_headers(cells)
        return SourceRow(tuple(cells), is_header=row.is_header and bool(cells))

    def _read_cell(self, node: HtmlElement, row: PageRow, column: int, columns: int, rows: int) -> SourceCell:
        self._cells += 1
        if self._cells > _MAX_CELLS:
            raise too_large(f"a table has more than {_MAX_CELLS:,} cells")
        place = self.place._replace(row=self._row, column=column)
        self.page.leave_out(find_spoken(node))
        self._leave_out_label(node, column)
        blocks = _read_cell_blocks(self.page, node, place)
        styles = self.page.styles
        fill = (
            styles.fill_of(node)
            or _inner_fill(self.page, node)
            or styles.fill_of(row.node)
            or styles.fill_of(row.section)
        )
        is_header = self.page.kind_of(node) == "th" or "scope" in node.attributes
        return SourceCell(blocks, place, columns, rows, "" if fill == "ffffff" else fill, is_header=is_header)

    def _note_headers(self, cells: list[SourceCell]) -> None:
        """Remember the words above each column, as long as the rows are headers."""
        if cells and all(cell.is_header for cell in cells):
            self._headers |= {cell.place.column: _plain_label(cell.text) for cell in cells if cell.columns == 1}

    def _leave_out_label(self, node: HtmlElement, column: int) -> None:
        """Leave out the header of the column where a cell repeats it, in an element of its own, for small screens."""
        header = self._headers.get(column)
        first = _first_element(node)
        if header and first and _plain_label(first.text()) == header and _plain_label(node.text()) != header:
            self.page.leave_out([first])


def _find_rows(page: HtmlPage, table: HtmlElement) -> list[PageRow]:
    """The rows in the order in which they are shown: those of the foot are last."""
    sections: dict[int, tuple[HtmlElement, list[HtmlElement]]] = {}
    for section, row in _walk_rows(page, table, table):
        sections.setdefault(id(section), (section, []))[1].append(row)
    ordered = sorted(sections.values(), key=lambda pair: {"thead": 0, "tfoot": 2}.get(pair[0].tag, 1))
    return [
        PageRow(row, section, section.tag == "thead", len(rows) - at, tuple(_cells_of(page, row)))
        for section, rows in ordered
        for at, row in enumerate(rows)
    ]


def _walk_rows(page: HtmlPage, node: HtmlElement, section: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """The rows of a table and not those of tables in its cells, each with its section."""
    for child in node.elements():
        kind = page.kind_of(child)
        if kind == "table" or page.skips(child):
            continue
        if kind == "tr":
            yield section, child
        elif kind not in _CELLS:
            yield from _walk_rows(page, child, child if kind in _SECTIONS else section)


def _cells_of(page: HtmlPage, row: HtmlElement) -> list[HtmlElement]:
    return [one for one in row.elements() if page.kind_of(one) in _CELLS and not page.skips(one)]


def _count_columns(page: HtmlPage, rows: list[PageRow]) -> int:
    """How many columns a table has; a span of hundreds is the mistake of a program, and says nothing."""
    widths = (
        sum(
            span if (span := _read_span(cell, "colspan")) <= _MAX_COLUMNS // 10 else 1
            for cell in _cells_of(page, row.node)
        )
        for row in rows
    )
    return min(_MAX_COLUMNS, max(widths, default=0))


def _is_layout(page: HtmlPage, table: HtmlElement, rows: list[PageRow]) -> bool:
    """Whether a table is only there to put things in their place: it says so, or is one cell around other blocks."""
    if table.attributes.get("role", "").lower() in {"presentation", "none"}:
        return True
    cells = [_cells_of(page, row.node) for row in rows]
    if any(len(row) > 1 for row in cells) and len(rows) > 1:
        return False
    inner = (one for row in cells for cell in row for one in cell.walk() if one is not cell)
    return not any(page.kind_of(cell) == "th" for row in cells for cell in row) and any(
        one.tag in {"table", "h1", "h2", "h3", "h4"} for one in inner
    )


def _read_cell_blocks(page: HtmlPage, node: HtmlElement, place: SourcePlace) -> tuple[Block, ...]:
    return FlowReader(page, place, read_table).read(node)


def _inner_fill(page: HtmlPage, node: HtmlElement) -> str:
    """The colour of an element that is all there is in a cell, such as a label with a ground."""
    inner = node
    while True:
        inside = [one for one in inner.children if isinstance(one, HtmlElement) or one.strip()]
        if len(inside) != 1 or isinstance(inside[0], str) or inside[0].tag == "table":
            return ""
        inner = inside[0]
        if fill := page.styles.fill_of(inner):
            return fill


def _first_element(node: HtmlElement) -> HtmlElement | None:
    """The element with which the words of a cell begin; None where they begin with words of the cell itself."""
    first = next((one for one in node.children if isinstance(one, HtmlElement) or one.strip()), None)
    return first if isinstance(first, HtmlElement) else None


def _read_caption(page: HtmlPage, table: HtmlElement) -> str:
    caption = next((one for one in table.elements() if one.tag == "caption" and not page.skips(one)), None)
    return collapse_blanks(caption.text()).replace("\n", " ") if caption else ""


def _plain_label(text: str) -> str:
    return collapse_blanks(text).rstrip(":").strip().casefold()


def _read_span(node: HtmlElement, name: str) -> int:
    """How many rows or columns a cell says that it spans; 0 for all that are left."""
    return min(read_whole(node.attributes.get(name, "").strip(), 1), _MAX_SPAN)
