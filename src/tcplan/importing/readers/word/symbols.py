"""Signs that are written as letters of a font of symbols: a tick is the letter ü of Wingdings."""

from typing import Final
from xml.etree.ElementTree import Element

DOTS: Final = frozenset("●•⬤◉⚫○■◼▪★◆🔴🟠🟡🟢🔵⚪")
"""Signs that show a colour."""

_PRIVATE: Final = range(0xF000, 0xF100)
_WINGDINGS: Final = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "☐",
    0x70: "☐",
    0x71: "❑",
    0x72: "❒",
    0x74: "◆",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA2: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "☐",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2: Final = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x95: "•",
    0x96: "•",
    0x97: "●",
    0x98: "●",
    0x9A: "○",
    0xA0: "▪",
    0xA1: "■",
    0xA2: "■",
    0xA3: "☐",
}
_WINGDINGS_3: Final = {0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "▶", 0x84: "◀", 0x70: "▲", 0x71: "▼"}
_WEBDINGS: Final = {0x3D: "●", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x78: "✗", 0xF0: "●"}
_SYMBOL: Final = {
    0x2D: "-",
    0xA3: "≤",
    0xA7: "♣",
    0xA8: "♦",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD6: "√",
    0xDE: "⇒",
}
_FONTS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_UNKNOWN: Final = "•"


def font_of(properties: Element | None) -> str:
    """The font of symbols in the properties of words; empty for all other fonts."""
    fonts = None if properties is None else properties.find("w:rFonts")
    if fonts is None:
        return ""
    name = (fonts.get("w:ascii") or fonts.get("w:hAnsi") or "").lower()
    return name if name in _FONTS else ""


def symbol_text(text: str, font: str) -> str:
    """The letters of a font of symbols as the signs that are seen; those of another font as they are."""
    signs = _FONTS.get(font.lower(), {})
    return "".join(_sign(letter, signs) for letter in text)


def symbol_of(element: Element) -> str:
    """The sign of a `w:sym`, which gives its letter in hexadecimal digits."""
    try:
        letter = chr(int(element.get("w:char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return symbol_text(letter, element.get("w:font", "")) if letter.isprintable() or ord(letter) in _PRIVATE else ""


def _sign(letter: str, signs: dict[int, str]) -> str:
    code = ord(letter)
    if code in _PRIVATE:
        return signs.get(code - _PRIVATE.start, _UNKNOWN)
    return signs.get(code, letter)
