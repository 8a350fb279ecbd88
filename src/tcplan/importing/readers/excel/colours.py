"""Colours as a workbook names them: by value, by number in a palette, or by theme with a tint."""

import colorsys
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.whole_numbers import read_whole

_EIGHT: Final = ("000000", "ffffff", "ff0000", "00ff00", "0000ff", "ffff00", "ff00ff", "00ffff")
_PALETTE: Final = (
    *_EIGHT,
    *_EIGHT,
    *("800000", "008000", "000080", "808000", "800080", "008080", "c0c0c0", "808080"),
    *("9999ff", "993366", "ffffcc", "ccffff", "660066", "ff8080", "0066cc", "ccccff"),
    *("000080", "ff00ff", "ffff00", "00ffff", "800080", "800000", "008080", "0000ff"),
    *("00ccff", "ccffff", "ccffcc", "ffff99", "99ccff", "ff99cc", "cc99ff", "ffcc99"),
    *("3366ff", "33cccc", "99cc00", "ffcc00", "ff9900", "ff6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)
"""The colours that are named by number, unless the workbook has a palette of its own."""

_OFFICE: Final = (
    *("ffffff", "000000", "eeece1", "1f497d", "4f81bd", "c0504d"),
    *("9bbb59", "8064a2", "4bacc6", "f79646", "0000ff", "800080"),
)
"""The theme of a workbook that has none."""

_THEME_NAMES: Final = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2"),
    *("accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"),
)
"""The elements of a theme in the order in which cells count them; its file has dark before light."""


@dataclass(frozen=True)
class Palette:
    """The colours that a workbook can name."""

    theme: tuple[str, ...] = _OFFICE
    indexed: tuple[str, ...] = _PALETTE

    def resolve(self, colour: Element | None) -> str:
        """The colour of an element such as `fgColor` as `rrggbb`; empty where it names none."""
        if colour is None:
            return ""
        base = self._base(colour)
        tint = _read_number(colour.get("tint"))
        return _apply_tint(base, tint) if base and tint else base

    def _base(self, colour: Element) -> str:
        if rgb := colour.get("rgb"):
            return rgb[-6:].lower() if len(rgb) in {6, 8} and is_hex(rgb) else ""
        if index := colour.get("indexed"):
            return _at(self.indexed, index) or {"64": "000000", "65": "ffffff"}.get(index, "")
        return _at(self.theme, colour.get("theme", ""))


def read_theme(root: Element) -> tuple[str, ...]:
    """The twelve colours of a theme (`theme1.xml`), in the order in which cells count them."""
    scheme = root.find(".//clrScheme")
    if scheme is None:
        return _OFFICE
    return tuple(_theme_colour(scheme.find(name)) or usual for name, usual in zip(_THEME_NAMES, _OFFICE, strict=True))


def read_indexed(styles: Element) -> tuple[str, ...]:
    """The palette by number, where the workbook changes it."""
    own = [one.get("rgb", "")[-6:].lower() for one in styles.iterfind("colors/indexedColors/rgbColor")]
    return tuple(colour if is_hex(colour) else "" for colour in own) or _PALETTE


def mix(colour: str, ground: str, share: float) -> str:
    """A share of one colour on a ground of another."""
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(ground), strict=True)
    return bytes(round(top * share + below * (1 - share)) for top, below in pairs).hex()


def is_hex(text: str) -> bool:
    """Whether a text is the number of a colour."""
    return bool(text) and all(letter in "0123456789abcdefABCDEF" for letter in text)


def _theme_colour(element: Element | None) -> str:
    """What a theme has under one name: a value, or a colour of the system with the value that it had."""
    for child in element if element is not None else ():
        value = (child.get("lastClr") or child.get("val") or "").lower()
        if len(value) == len("rrggbb") and is_hex(value):
            return value
    return ""


def _at(colours: tuple[str, ...], index: str) -> str:
    number = read_whole(index)
    return colours[number] if 0 <= number < len(colours) else ""


def _read_number(text: str | None) -> float:
    try:
        return max(-1.0, min(1.0, float(text or 0)))
    except ValueError:
        return 0.0


def _apply_tint(colour: str, tint: float) -> str:
    """A colour made darker (below 0) or lighter, by a share of its lightness or of what is left to white."""
    red, green, blue = (one / 255 for one in bytes.fromhex(colour))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    return bytes(round(one * 255) for one in colorsys.hls_to_rgb(hue, min(1.0, lightness), saturation)).hex()
