"""What stands at the foot of a table: its header once more or only there, or a remark about the whole of it."""

from collections.abc import Sequence
from typing import NamedTuple

from tcplan.importing.readers.html.elements import HtmlElement
from tcplan.importing.readers.html.pieces import collapse_blanks


class PageRow(NamedTuple):
    """A row of the page.

    Attributes:
        node: Its element.
        section: The element of its section: its fill counts for the row, and no cell spans beyond it.
        is_header: Whether it stands in the head of the table.
        left: How many rows of its section are left, with itself.
        cells: Its cells.
    """

    node: HtmlElement
    section: HtmlElement
    is_header: bool
    left: int
    cells: tuple[HtmlElement, ...]


class PlacedRows(NamedTuple):
    """The rows of a table with the header first, and the cells that are a remark below it."""

    rows: list[PageRow]
    remarks: list[HtmlElement]


def place_foot(rows: Sequence[PageRow]) -> PlacedRows:
    """The rows of a table, its header above them and what is only said of the whole apart from them."""
    kept = list(rows)
    remarks: list[HtmlElement] = []
    while kept and kept[-1].section.tag == "tfoot" and (only := _only_cell(kept[-1])):
        remarks.insert(0, only)
        kept.pop()
    if len(kept) > 1 and _is_header(kept[-1]):
        above = [row for row in kept[:-1] if _is_header(row)]
        last = kept.pop()
        if not above:
            kept.insert(0, last._replace(is_header=True))
        elif _texts(last) not in map(_texts, above):
            kept.append(last)
    return PlacedRows(kept, remarks)


def _only_cell(row: PageRow) -> HtmlElement | None:
    """The only cell with words in a row."""
    filled = [cell for cell in row.cells if cell.text().strip()]
    return filled[0] if len(filled) == 1 else None


def _is_header(row: PageRow) -> bool:
    return len(row.cells) > 1 and all(cell.tag == "th" for cell in row.cells)


def _texts(row: PageRow) -> list[str]:
    return [collapse_blanks(cell.text()).casefold() for cell in row.cells]
