"""Tables: their rows and cells in the grid, with spans and fills."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.document import Block, Remark, SourceCell, SourcePlace, SourceRow, SourceTable
from tcplan.importing.readers.word.colours import WordTheme
from tcplan.importing.readers.word.short_names import is_on, value
from tcplan.importing.readers.word.table_grid import WordGrid, columns_before, columns_of
from tcplan.importing.readers.word.table_styles import TableLook, TableStyles


class ReadCell(NamedTuple):
    """What is in a cell, and the colours in it: behind each paragraph, and of the dots."""

    blocks: tuple[Block, ...]
    grounds: tuple[str, ...]
    dots: frozenset[str]


@dataclass(slots=True)
class _OpenCell:
    """A cell that may still grow downwards."""

    place: SourcePlace
    columns: int
    fill: str
    blocks: list[Block] = field(default_factory=list)
    rows: int = 1
    is_header: bool = False
    last_row: int = 0

    def grow_down(self, row: int) -> None:
        """Take in a row, once, however many cells of it are parts of this one."""
        self.rows += row != self.last_row
        self.last_row = row

    def close(self) -> SourceCell:
        return SourceCell(tuple(self.blocks), self.place, self.columns, self.rows, self.fill, is_header=self.is_header)


class WordTableReader:
    """Reads one table. `read_content` reads what is in a cell."""

    def __init__(
        self, theme: WordTheme, styles: TableStyles, part: str, read_content: Callable[[Element, SourcePlace], ReadCell]
    ) -> None:
        self._theme = theme
        self._styles = styles
        self._part = part
        self._read_content = read_content
        self._above: dict[int, _OpenCell] = {}
        self.remarks: list[Remark] = []

    def read(self, element: Element) -> SourceTable | None:
        """The table; None where all its rows are deleted."""
        properties = element.find("w:tblPr")
        rows = element.findall("w:tr")
        look = self._styles.look(properties, len(rows))
        grid = WordGrid(element, rows)
        opened = []
        for at, row in enumerate(rows, start=1):
            if _is_marked(row.find("w:trPr"), "w:del"):
                self.remarks.append(Remark("a row that is marked as deleted was not read", SourcePlace(self._part, at)))
            else:
                opened.append(self._read_row(row, at, look, grid))
        if not opened:
            return None
        closed = tuple(SourceRow(tuple(cell.close() for cell in cells), before, head) for cells, before, head in opened)
        return SourceTable(closed, SourcePlace(self._part), value(properties, "w:tblCaption"))

    def _read_row(self, row: Element, at: int, look: TableLook, grid: WordGrid) -> tuple[list[_OpenCell], int, bool]:
        properties = row.find("w:trPr")
        is_header = properties is not None and bool(is_on(properties.find("w:tblHeader")))
        cells = row.findall("w:tc")
        begun: list[_OpenCell] = []
        above, self._above = self._above, {}
        border = columns_before(row)
        for index, cell in enumerate(cells):
            if _is_marked(cell.find("w:tcPr"), "w:cellDel"):
                continue
            end = border + columns_of(cell.find("w:tcPr"))
            place = SourcePlace(self._part, at, grid.column(border) + 1)
            width = max(1, grid.column(end) - grid.column(border))
            if begun_here := self._read_cell(cell, place, width, (above, begun)):
                begun_here.is_header = is_header
                begun_here.fill = begun_here.fill or look.fill(at, index, len(cells))
            border = end
        return begun, grid.column(columns_before(row)), is_header

    def _read_cell(
        self, element: Element, place: SourcePlace, width: int, around: tuple[dict[int, _OpenCell], list[_OpenCell]]
    ) -> _OpenCell | None:
        """The cell that begins here; None where the one above or before it grows."""
        above, begun = around
        properties = element.find("w:tcPr")
        grown = self._grown(properties, _cell_at(above, place.column), begun, place, width)
        if grown is None:
            content = self._read_content(element, place)
            cell = _OpenCell(place, width, self._fill(properties, content), list(content.blocks))
            begun.append(cell)
        else:
            cell = grown
            if any((words.text or "").strip() for words in element.iter("w:t")):
                cell.blocks += self._read_content(element, cell.place).blocks
        if _is_marked(properties, "w:vMerge") or _is_marked(properties, "w:cellMerge"):
            self._above[place.column] = cell
        return cell if grown is None else None

    @staticmethod
    def _grown(
        properties: Element | None, above: _OpenCell | None, begun: list[_OpenCell], place: SourcePlace, width: int
    ) -> _OpenCell | None:
        """The cell that this one is a part of: it has grown; None where this one begins."""
        if _continues(properties, "w:vMerge") and above is not None:
            above.grow_down(place.row)
            return above
        if _continues(properties, "w:hMerge") and begun:
            begun[-1].columns += width
            return begun[-1]
        return None

    def _fill(self, properties: Element | None, content: ReadCell) -> str:
        own = self._theme.ground(None if properties is None else properties.find("w:shd"))
        return own or _common(content.grounds) or (_common(content.dots) if len(content.dots) == 1 else "")


def _cell_at(above: dict[int, _OpenCell], column: int) -> _OpenCell | None:
    """The merged cell of the row above that is at a column; a wider one where none begins there."""
    if column in above:
        return above[column]
    return next((cell for begin, cell in above.items() if begin < column < begin + cell.columns), None)


def _common(colours: Iterable[str]) -> str:
    different = set(colours)
    return different.pop() if len(different) == 1 else ""


def _is_marked(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(name) is not None


def _continues(properties: Element | None, name: str) -> bool:
    """Whether a cell is merged with the one before it: the mark alone says so, or with the word."""
    mark = None if properties is None else properties.find(name)
    if mark is None and name == "w:vMerge" and properties is not None:
        tracked = properties.find("w:cellMerge")  # a change that is not accepted yet
        return tracked is not None and tracked.get("w:vMerge") == "cont"
    return mark is not None and mark.get("w:val", "continue") == "continue"
