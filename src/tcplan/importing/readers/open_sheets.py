"""What python-calamine does not tell of an OpenDocument spreadsheet: merged cells, and values as they are shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.archive import Archive
from tcplan.importing.readers.excel.cell_names import Area
from tcplan.importing.readers.whole_numbers import read_whole
from tcplan.importing.readers.xml_parts import read_events

_CONTENT: Final = "content.xml"
_MOST: Final = 120_000
_MAX_REPEATED: Final = 1_048_576
_NUMBERS: Final = frozenset({"float", "percentage", "currency", "date", "time"})


@dataclass
class SheetLook:
    """How a sheet looks.

    Attributes:
        merges: The areas that are shown as one cell.
        shown: What the cells with numbers and dates show, by row and column from 1.
    """

    merges: list[Area] = field(default_factory=list)
    shown: dict[tuple[int, int], str] = field(default_factory=dict)


def read_sheet_looks(path: Path) -> dict[str, SheetLook]:
    """How the sheets of a spreadsheet look, by their names."""
    looks: dict[str, SheetLook] = {}
    with Archive(path) as archive:
        if _CONTENT not in archive:
            return {}
        look, row, column, inner = SheetLook(), 0, 1, 0
        for event, element in read_events(archive, _CONTENT):
            name = _local(element.tag)
            if name == "table":
                inner += 1 if event == "start" else -1
                if event == "start" and inner == 1:
                    look, row = looks.setdefault(_get(element, "name"), SheetLook()), 0
            elif inner != 1:
                continue
            elif name == "table-row" and event == "start":
                row, column = row + 1, 1
            elif name == "table-row":
                row += _times(element, "number-rows-repeated") - 1
                element.clear()
            elif name in {"table-cell", "covered-table-cell"} and event == "end":
                _note_cell(look, element, row, column)
                column += _times(element, "number-columns-repeated")
    return looks


def _note_cell(look: SheetLook, cell: Element, row: int, column: int) -> None:
    rows, columns = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
    if max(rows, columns) > 1 and len(look.merges) < _MOST:
        look.merges.append(Area(row, column, row + rows - 1, column + columns - 1))
    text = "\n".join(_texts(cell))
    if text and _get(cell, "value-type") in _NUMBERS and len(look.shown) < _MOST:
        look.shown[row, column] = text


def _texts(cell: Element) -> Iterator[str]:
    """The paragraphs of a cell, without those of its comment."""
    return ("".join(child.itertext()).strip() for child in cell if _local(child.tag) == "p")


def _times(element: Element, name: str) -> int:
    return max(1, min(read_whole(_get(element, name), 1), _MAX_REPEATED))


def _get(element: Element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.items() if _local(key) == name), "")


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
