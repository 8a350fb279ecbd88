"""How cells look: the format of their numbers, the colour of their ground, and their font."""

from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar
from xml.etree.ElementTree import Element

from tcplan.importing.readers.excel.colours import Palette, is_hex, mix
from tcplan.importing.readers.excel.format_codes import BUILT_IN, GENERAL
from tcplan.importing.readers.excel.parts import is_on
from tcplan.importing.readers.whole_numbers import read_whole

_SHARES: Final = {
    "darkGray": 0.75,
    "mediumGray": 0.5,
    "lightGray": 0.25,
    "gray125": 0.125,
    "gray0625": 0.0625,
}
"""How much of the ground a pattern covers; stripes and grids cover about half, their light kinds a quarter."""

_Kind = TypeVar("_Kind")
_WHITE: Final = "ffffff"
_BLACK: Final = "000000"


class Font(NamedTuple):
    """What is read of a font; `colour` is empty for the usual one."""

    is_struck: bool = False
    is_bold: bool = False
    colour: str = ""


class CellStyle(NamedTuple):
    """How a cell looks; `fill` is empty for none and for white."""

    format_code: str = GENERAL
    fill: str = ""
    font: Font = Font()


@dataclass(frozen=True)
class WorkbookStyles:
    """The looks of cells, by their number."""

    styles: tuple[CellStyle, ...] = ()

    def look_up(self, index: str | None) -> CellStyle:
        """The look with the number that a cell has; the usual one where it has none."""
        number = read_whole(index, 0)
        return self.styles[number] if number < len(self.styles) else CellStyle()

    def with_fill(self) -> set[str]:
        """The numbers of the looks that have a colour even where a cell is empty."""
        return {str(number) for number, style in enumerate(self.styles) if style.fill}


def read_style_sheet(root: Element, palette: Palette) -> WorkbookStyles:
    """The looks that `styles.xml` lists."""
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iterfind("numFmts/numFmt")}
    fonts = [read_font(one, palette) for one in root.iterfind("fonts/font")]
    fills = [_read_fill(one, palette) for one in root.iterfind("fills/fill")]
    return WorkbookStyles(
        tuple(
            CellStyle(
                _format_code(one.get("numFmtId", "0"), codes),
                _at(fills, one.get("fillId"), ""),
                _at(fonts, one.get("fontId"), Font()),
            )
            for one in root.iterfind("cellXfs/xf")
        )
    )


def read_font(font: Element | None, palette: Palette) -> Font:
    """The font of a cell (`font`) or of a run of its words (`rPr`)."""
    if font is None:
        return Font()
    colour = palette.resolve(font.find("color"))
    return Font(_has(font, "strike"), _has(font, "b"), "" if colour == _BLACK else colour)


def _has(font: Element, name: str) -> bool:
    element = font.find(name)
    return element is not None and is_on(element.get("val", "1"))


def _format_code(number: str, codes: dict[str, str]) -> str:
    return codes.get(number) or BUILT_IN.get(number, GENERAL)


def _read_fill(fill: Element, palette: Palette) -> str:
    """The colour that the eye sees: of a pattern the mixture, of a gradient its first."""
    stop = fill.find("gradientFill/stop/color")
    colour = palette.resolve(stop) if stop is not None else _read_pattern(fill.find("patternFill"), palette)
    return "" if colour == _WHITE or not is_hex(colour) else colour


def _read_pattern(pattern: Element | None, palette: Palette) -> str:
    kind = "none" if pattern is None else pattern.get("patternType", "none")
    if pattern is None or kind == "none":
        return ""
    front = palette.resolve(pattern.find("fgColor"))
    if kind == "solid":
        return front
    share = _SHARES.get(kind, 0.25 if kind.startswith("light") else 0.5)
    return mix(front or _BLACK, palette.resolve(pattern.find("bgColor")) or _WHITE, share)


def _at(things: list[_Kind], index: str | None, otherwise: _Kind) -> _Kind:
    number = read_whole(index)
    return things[number] if 0 <= number < len(things) else otherwise
