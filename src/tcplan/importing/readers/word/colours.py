"""Colours as Word writes them: `rrggbb`, by the theme with a tint or shade, by name, or a pattern of two."""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.short_names import number

_NAMES_IN_THEME: Final = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_HIGHLIGHTS: Final = {
    "black": "000000",
    "blue": "0000ff",
    "cyan": "00ffff",
    "green": "00ff00",
    "magenta": "ff00ff",
    "red": "ff0000",
    "yellow": "ffff00",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "c0c0c0",
}
_WHITE: Final = "ffffff"
_BLACK: Final = "000000"
_FULL: Final = 255
_EPSILON: Final = 1e-6


@cache
def _rgb_pattern() -> re.Pattern[str]:
    return re.compile(r"[0-9a-fA-F]{6}")


class WordTheme:
    """The colours of a theme by their names; without one, the colours that Word has left in the text count."""

    def __init__(self, root: Element | None) -> None:
        scheme = None if root is None else next(root.iter("a:clrScheme"), None)
        self._colours = {
            one.tag.removeprefix("a:"): colour for one in (() if scheme is None else scheme) if (colour := _listed(one))
        }

    def text_colour(self, element: Element) -> str:
        """The colour that a `w:color` gives; empty for the usual one."""
        colour = self._colour(element, "w:val", "w:theme")
        return "" if colour == _BLACK else colour

    def ground(self, shading: Element | None) -> str:
        """The colour of the ground that a `w:shd` gives; empty for none and for white."""
        if shading is None or shading.get("w:val") == "nil":
            return ""
        fill = self._colour(shading, "w:fill", "w:themeFill")
        pattern = shading.get("w:val", "clear")
        if pattern == "solid":
            fill = self._colour(shading, "w:color", "w:theme") or _BLACK
        elif pattern.startswith("pct"):
            front = self._colour(shading, "w:color", "w:theme") or _BLACK
            fill = _mix(front, fill or _WHITE, number(pattern.removeprefix("pct")) / 100)
        return "" if fill == _WHITE else fill

    def _colour(self, element: Element, plain: str, theme: str) -> str:
        # `w:color` calls its theme colour `w:themeColor`, and so does the front of a pattern.
        prefix = theme if theme == "w:themeFill" else "w:themeColor"
        stem = theme if theme == "w:themeFill" else "w:theme"
        name = element.get(prefix, "")
        themed = self._colours.get(_NAMES_IN_THEME.get(name, name), "")
        if themed:
            return _tinted(themed, element.get(f"{stem}Tint", ""), element.get(f"{stem}Shade", ""))
        written = element.get(plain, "")
        return written.lower() if _rgb_pattern().fullmatch(written) else ""


def highlight(name: str) -> str:
    """The colour of a highlighter pen; empty for none and for white."""
    return _HIGHLIGHTS.get(name, "")


def _listed(entry: Element) -> str:
    """The colour of an entry of the theme: written, or of the system with the last one seen."""
    for child in entry:
        written = child.get("lastClr" if child.tag == "a:sysClr" else "val", "")
        if _rgb_pattern().fullmatch(written):
            return written.lower()
    return ""


def _tinted(colour: str, tint: str, shade: str) -> str:
    """A colour made lighter (ECMA-376, 17.3.2.6: a tint of ff leaves it) or darker, in its lightness alone."""
    hue, light, saturation = rgb_to_hls(*(int(colour[at : at + 2], 16) / _FULL for at in (0, 2, 4)))
    if share := _share(shade):
        light *= share
    if share := _share(tint):
        light = light * share + 1 - share
    # Word rounds down: its own copy beside accent6 with tint 33 is E2EFD9.
    return "".join(f"{int(part * _FULL + _EPSILON):02x}" for part in hls_to_rgb(hue, light, saturation))


def _share(written: str) -> float:
    try:
        return min(int(written[:2], 16), _FULL) / _FULL
    except ValueError:
        return 0.0


def _mix(front: str, back: str, share: float) -> str:
    parts = ((int(front[at : at + 2], 16), int(back[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in parts)
