"""The XML of a sheet, read row by row: what is in its cells, and what is said about areas of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive, too_large
from tcplan.importing.readers.excel.cell_names import MAX_COLUMN, MAX_ROW, Area, read_area, read_areas, read_cell_name
from tcplan.importing.readers.excel.cell_values import CellReader, CellValue
from tcplan.importing.readers.excel.empty_cells import WithoutEmptyCells
from tcplan.importing.readers.excel.parts import is_on, local_name
from tcplan.importing.readers.whole_numbers import read_whole
from tcplan.importing.readers.xml_parts import read_events

_MAX_ELEMENTS: Final = 4_000_000
_MAX_CELLS: Final = 120_000
_MAX_AREAS: Final = 100_000


Values = dict[int, dict[int, CellValue]]
"""What the cells of a sheet show, by row and column."""


@dataclass(slots=True)
class RawSheet:
    """What the file says about a sheet.

    Attributes:
        values: What its cells show, for rows with words; a colour alone makes no row.
        hidden_rows: The rows that are hidden.
        hidden_columns: The first and the last of hidden columns that are side by side.
        merges: The areas that are shown as one cell.
        coloured_by_rule: Where a conditional format may give a colour.
        filtered: The areas with a filter; the first row of each is its header.
        links: The cells of a hyperlink, and the relation that says where it leads.
    """

    values: Values = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    coloured_by_rule: list[str] = field(default_factory=list)
    filtered: list[Area] = field(default_factory=list)
    links: list[tuple[Area, str]] = field(default_factory=list)

    @property
    def areas(self) -> int:
        """How many areas the file names."""
        return len(self.merges) + len(self.coloured_by_rule) + len(self.links) + len(self.hidden_columns)


def read_sheet_xml(archive: Archive, part: str, cells: CellReader) -> RawSheet:
    """The sheet in a part."""
    sheet = RawSheet()
    styles_that_count = cells.style_sheet.with_fill()
    reader = _SheetRowReader(sheet, cells, styles_that_count)
    row_tag: str | None = None
    rows: Element | None = None
    for event, element in read_events(WithoutEmptyCells(archive, styles_that_count), part, _MAX_ELEMENTS):
        tag = element.tag
        if event == "end" and tag == row_tag:
            reader.read(element)
            if rows is not None:
                rows.clear()  # what has been read, and the blanks between rows
        elif event == "start" and rows is None and local_name(tag) == "sheetData":
            rows = element
            row_tag = tag[: -len("sheetData")] + "row"
        elif event == "end" and tag[-1] != "v" and (read := _AREAS.get(local_name(tag))):
            read(sheet, element)
            if sheet.areas > _MAX_AREAS:
                raise too_large("a sheet has more merged or coloured areas than a plan can have")
    return sheet


class _SheetRowReader:
    """Reads rows, and counts where the file does not say the number of a row or column."""

    def __init__(self, sheet: RawSheet, cells: CellReader, styles_that_count: set[str]) -> None:
        self._sheet = sheet
        self._cells = cells
        self._styles = styles_that_count
        self._row = 0
        self._count = 0

    def read(self, element: Element) -> None:
        """Read a row; nothing of its XML is kept."""
        self._row = read_whole(element.get("r"), self._row + 1)
        if element.get("hidden") and is_on(element.get("hidden")):
            self._sheet.hidden_rows.add(self._row)
        if not any(map(len, element)) or not 1 <= self._row <= MAX_ROW:
            return
        values = self._read_cells(element)
        if any(value.lines or value.is_unknown for value in values.values()):
            self._sheet.values.setdefault(self._row, {}).update(values)
            self._count += len(values)
        if self._count > _MAX_CELLS:
            raise too_large(f"it has more than {_MAX_CELLS:,} cells with content")

    def _read_cells(self, element: Element) -> dict[int, CellValue]:
        values = {}
        column = 0
        for cell in element:
            place = read_cell_name(cell.get("r", ""))
            column = place[1] if place else column + 1
            if column <= MAX_COLUMN and (len(cell) or cell.get("s") in self._styles):
                values[column] = self._cells.read(cell)
        return values


def _read_column(sheet: RawSheet, element: Element) -> None:
    first, last = read_whole(element.get("min")), read_whole(element.get("max"))
    is_hidden = is_on(element.get("hidden")) or element.get("width") == "0"
    if is_hidden and 0 < first <= last:
        sheet.hidden_columns.append((first, last))


def _read_merge(sheet: RawSheet, element: Element) -> None:
    if area := read_area(element.get("ref", "")):
        sheet.merges.append(area)


def _read_filter(sheet: RawSheet, element: Element) -> None:
    if area := read_area(element.get("ref", "")):
        sheet.filtered.append(area)


def _read_rule(sheet: RawSheet, element: Element) -> None:
    inner = (child.text or "" for child in element if local_name(child.tag) == "sqref")  # rules of later versions
    sheet.coloured_by_rule.extend((element.get("sqref") or next(inner, "")).split())


def _read_link(sheet: RawSheet, element: Element) -> None:
    relation = next((value for key, value in element.items() if local_name(key) == "id"), "")
    sheet.links.extend((area, relation) for area in read_areas(element.get("ref", "")) if relation)


_AREAS: Final[dict[str, Callable[[RawSheet, Element], None]]] = {
    "col": _read_column,
    "mergeCell": _read_merge,
    "autoFilter": _read_filter,
    "conditionalFormatting": _read_rule,
    "hyperlink": _read_link,
}
