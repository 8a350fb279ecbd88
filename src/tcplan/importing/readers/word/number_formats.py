"""Numbers as lists show them: 4, 04, iv, D, d, 4th, Four."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MAX_ROMAN: Final = 4999
_LETTERS: Final = 26
_MAX_REPEATED: Final = 30
_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_CIRCLED: Final = 20
_SIGNS: Final = "*†‡§"


def format_number(count: int, style: str, custom: str = "") -> str:
    """A count in a style of OOXML (`lowerRoman`); `custom` is an example such as `001, 002, 003, ...`."""
    if style == "custom":
        match = _example_pattern().match(custom)
        return f"{count:0{len(match[0]) if match else 1}}"
    form = _FORMATS.get(style)
    return form(count) if form else str(count)


@cache
def _example_pattern() -> re.Pattern[str]:
    return re.compile(r"0*1")


def _roman(count: int) -> str:
    if not 0 < count <= _MAX_ROMAN:
        return str(count)
    written = ""
    for size, sign in _ROMAN:
        written += sign * (count // size)
        count %= size
    return written


def _letters(count: int) -> str:
    """Word counts a, b, ... z, aa, bb, ... zz, aaa."""
    if not 0 < count <= _LETTERS * _MAX_REPEATED:
        return str(count)
    return chr(ord("a") + (count - 1) % _LETTERS) * ((count - 1) // _LETTERS + 1)


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if count % 100 in {11, 12, 13} else ending}"


def _cardinal_text(count: int) -> str:
    if not 0 <= count < 100:  # noqa: PLR2004 - a list of a hundred items is numbered in digits
        return str(count)
    if count < len(_ONES):
        return _ONES[count].capitalize()
    tens, ones = divmod(count, 10)
    return _TENS[tens - 2].capitalize() + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_text(count: int) -> str:
    words = _cardinal_text(count)
    if not words.isascii() or words.isdecimal():
        return _ordinal(count)
    start, dash, last = words.rpartition("-")
    word = _ORDINALS.get(last.lower()) or (f"{last[:-1]}ie" if last.endswith("y") else last) + "th"
    return start + dash + (word if dash else word.capitalize())


def _circled(count: int) -> str:
    return chr(0x2460 + count - 1) if 0 < count <= _CIRCLED else str(count)


def _sign(count: int) -> str:
    return _SIGNS[(count - 1) % len(_SIGNS)] * min((count - 1) // len(_SIGNS) + 1, _MAX_REPEATED)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": _cardinal_text,
    "ordinalText": _ordinal_text,
    "decimalEnclosedCircle": _circled,
    "numberInDash": lambda count: f"- {count} -",
    "hex": lambda count: f"{count:X}",
    "chicago": _sign,
}
