"""The columns of a table as a person sees them: borders that are a hair apart in different rows are one border."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.short_names import number, value

MAX_COLUMNS: Final = 63
"""The number of columns that Word allows."""

_SLIVER: Final = 250
"""The width of a column, in twentieths of a point, that only borders out of line make: less than five millimetres."""

_SHARE: Final = 4
"""A sliver is also this many times narrower than the columns on average: some programs give all columns one width."""


class WordGrid:
    """Where the columns of the grid are among those that a person sees.

    Who drags a border in one row, and LibreOffice when it rounds, leave a column of the grid that is no cell anywhere.
    """

    def __init__(self, table: Element, rows: Sequence[Element]) -> None:
        widths = _widths(table)
        cells = {span for row in rows for span in _spans(row)}
        slivers = _slivers(widths)
        for start, end in cells:
            if slivers.issuperset(range(start, end)):
                slivers.discard(start)  # somebody has made a cell as narrow as that
        self._columns = [0]
        for at in range(len(widths)):
            self._columns.append(self._columns[-1] + (at not in slivers))

    def column(self, at: int) -> int:
        """The number of columns that are seen before the border with this number in the grid."""
        last = len(self._columns) - 1
        return self._columns[at] if at <= last else self._columns[last] + at - last


def columns_before(row: Element) -> int:
    """The number of columns of the grid that a row begins late."""
    return _span(value(row.find("w:trPr"), "w:gridBefore"), least=0)


def columns_of(cell_properties: Element | None) -> int:
    """The number of columns of the grid that a cell spans."""
    return _span(value(cell_properties, "w:gridSpan"), least=1)


def _span(text: str, least: int) -> int:
    return max(least, min(number(text, least), MAX_COLUMNS))


def _widths(table: Element) -> list[int]:
    grid = table.find("w:tblGrid")
    columns = [] if grid is None else grid.findall("w:gridCol")[:MAX_COLUMNS]
    return [number(one.get("w:w")) for one in columns]


def _slivers(widths: list[int]) -> set[int]:
    narrow = min(_SLIVER, sum(widths) / max(1, len(widths)) / _SHARE)
    return {at for at, width in enumerate(widths) if width < narrow}


def _spans(row: Element) -> Iterator[tuple[int, int]]:
    """The borders between which each cell of a row is."""
    at = columns_before(row)
    for cell in row.findall("w:tc"):
        width = columns_of(cell.find("w:tcPr"))
        yield at, at + width
        at += width
