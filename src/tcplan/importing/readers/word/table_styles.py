"""The fills that the style of a table gives its first and last rows and columns. Its stripes say nothing."""

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.colours import WordTheme
from tcplan.importing.readers.word.short_names import descend, value
from tcplan.importing.readers.word.styles import WordStyles, is_on_attribute

_EDGES: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_CONDITIONS: Final = {"firstRow": "firstRow", "lastRow": "lastRow", "firstCol": "firstColumn", "lastCol": "lastColumn"}


class TableLook(NamedTuple):
    """The fills of the edges of a table, where its style gives any and the table takes them."""

    fills: dict[str, str]
    rows: int

    def fill(self, row: int, index: int, cells: int) -> str:
        """The fill of a cell by its row, from 1, and its index among the cells of the row."""
        edges = {
            "firstRow": row == 1,
            "lastRow": row == self.rows,
            "firstColumn": index == 0,
            "lastColumn": index == cells - 1,
        }
        return next((self.fills[edge] for edge, is_at in edges.items() if is_at and edge in self.fills), "")


class TableStyles:
    """The styles of tables."""

    def __init__(self, styles: WordStyles, theme: WordTheme) -> None:
        self._styles = styles
        self._theme = theme
        self._known: dict[str, dict[str, str]] = {}

    def look(self, properties: Element | None, rows: int) -> TableLook:
        """How a table with these properties looks."""
        style_id = value(properties, "w:tblStyle") or self._styles.default_table()
        if style_id not in self._known:
            self._known[style_id] = self._fills(style_id)
        taken = None if properties is None else properties.find("w:tblLook")
        return TableLook({edge: fill for edge, fill in self._known[style_id].items() if _takes(taken, edge)}, rows)

    def _fills(self, style_id: str) -> dict[str, str]:
        fills: dict[str, str] = {}
        for style in self._styles.chain(style_id):
            for condition in style.findall("w:tblStylePr"):
                edge = _CONDITIONS.get(condition.get("w:type", ""))
                fill = self._theme.ground(descend(condition, "w:tcPr", "w:shd"))
                if edge and fill:
                    fills.setdefault(edge, fill)
        return fills


def _takes(look: Element | None, edge: str) -> bool:
    """Whether a table takes the look of an edge from its style: newer files say it in words, older ones in bits."""
    if look is None:
        return False
    written = look.get(f"w:{edge}")
    if written is not None:
        return is_on_attribute(written)
    try:
        return bool(int(look.get("w:val", "0")[:8], 16) & _EDGES[edge])
    except ValueError:
        return False
