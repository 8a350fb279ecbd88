"""Codes of number formats (`0.00`, `"TC-"00`, `dd mmm yyyy`), taken apart."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import Final, NamedTuple

GENERAL: Final = "General"
_LONGEST: Final = 255
_LONG_DATE: Final = "dd mmmm yyyy"
_DATES_OF_ASIA: Final = (*range(27, 32), 36, *range(50, 55), 57, 58)

BUILT_IN: Final = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "5": "£#,##0;-£#,##0",
    "6": "£#,##0;-£#,##0",
    "7": "£#,##0.00;-£#,##0.00",
    "8": "£#,##0.00;-£#,##0.00",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "48": "##0.0E+0",
    "49": "@",
    "14": "dd/mm/yyyy",
    "15": "dd-mmm-yy",
    "16": "dd-mmm",
    "17": "mmm-yy",
    "22": "dd/mm/yyyy hh:mm",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "hh:mm",
    "21": "hh:mm:ss",
    "37": "#,##0;-#,##0",
    "38": "#,##0;-#,##0",
    "39": "#,##0.00;-#,##0.00",
    "40": "#,##0.00;-#,##0.00",
    "41": "#,##0;-#,##0;-;@",
    "42": "£#,##0;-£#,##0;£-;@",
    "43": "#,##0.00;-#,##0.00;-;@",
    "44": "£#,##0.00;-£#,##0.00;£-;@",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    **{str(number): "dd/mm/yyyy" for number in _DATES_OF_ASIA},
}
"""The formats that a workbook names by number alone, as Excel shows them in the United Kingdom."""


class Kind(Enum):
    """What a piece of a code stands for."""

    LITERAL = 1
    DIGIT = 2
    POINT = 3
    COMMA = 4
    PERCENT = 5
    EXPONENT = 6
    SLASH = 7
    DATE = 8  # a run of one letter: yyyy, mm, d, h, ss
    ELAPSED = 9  # hours, minutes or seconds that do not begin again: [h]
    HALF_DAY = 10  # AM/PM
    GENERAL = 11
    TEXT = 12


class Piece(NamedTuple):
    """A piece of a code, with its characters; of a literal what is shown."""

    kind: Kind
    text: str


class Section(NamedTuple):
    """The code for one kind of number: the positive, the negative, zero, or those for which a condition holds."""

    pieces: tuple[Piece, ...]
    condition: tuple[str, float] | None = None

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return any(piece.kind in {Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY} for piece in self.pieces)

    def has(self, kind: Kind) -> bool:
        """Whether it has a piece of one kind."""
        return any(piece.kind == kind for piece in self.pieces)


@lru_cache(maxsize=256)
def parse_format(code: str) -> tuple[Section, ...]:
    """The sections of a code; those of an impossible one show numbers as `General` does."""
    if len(code) > _LONGEST:
        return parse_format(GENERAL)
    if "[$-f800]" in code.lower():  # the long date of the machine; the rest of the code is for other programs
        return parse_format(_LONG_DATE)
    sections: list[Section] = []
    pieces: list[Piece] = []
    condition = None
    for match in _piece_pattern().finditer(code):
        text = match[0]
        if text == ";":
            sections.append(Section(tuple(pieces), condition))
            pieces, condition = [], None
        elif found := _read_condition(text):
            condition = found
        else:
            pieces.extend(_read_pieces(text))
    return *sections, Section(tuple(pieces), condition)


_KINDS: Final = {
    **dict.fromkeys("0#?", Kind.DIGIT),
    ".": Kind.POINT,
    ",": Kind.COMMA,
    "%": Kind.PERCENT,
    "/": Kind.SLASH,
    "@": Kind.TEXT,
    **dict.fromkeys("ymdhse", Kind.DATE),
}


def _read_pieces(text: str) -> Iterator[Piece]:
    """What a part of a code stands for; nothing for colours, languages and what fills up the width."""
    lower = text.lower()
    if text[0] == '"':
        yield Piece(Kind.LITERAL, text.strip('"'))
    elif text[0] == "\\":
        yield Piece(Kind.LITERAL, text[1:])
    elif text[0] == "_":
        yield Piece(Kind.LITERAL, " ")
    elif text[0] == "[":
        yield from _read_brackets(lower, text)
    elif lower == "general":
        yield Piece(Kind.GENERAL, text)
    elif lower in {"am/pm", "a/p"}:
        yield Piece(Kind.HALF_DAY, text)
    elif lower in {"e+", "e-"}:
        yield Piece(Kind.EXPONENT, text)
    elif text[0] != "*":
        yield Piece(_KINDS.get(lower[0], Kind.LITERAL), text)


def _read_brackets(lower: str, text: str) -> Iterator[Piece]:
    inner = lower[1:-1]
    if inner and not inner.strip(inner[0]) and inner[0] in "hms":
        yield Piece(Kind.ELAPSED, inner)
    elif inner.startswith("$"):
        yield Piece(Kind.LITERAL, text[2:-1].partition("-")[0])


def _read_condition(text: str) -> tuple[str, float] | None:
    found = _condition_pattern().fullmatch(text)
    return (found[1], float(found[2])) if found else None


@cache
def _piece_pattern() -> re.Pattern[str]:
    # In this order: quoted words, one character that stands for itself, its width or its repetition, brackets, words,
    # powers of ten, and runs of one letter of a date; any other character is a piece of its own.
    return re.compile(
        r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|general|am/pm|a/p|e[+-](?=[0#?])|y+|m+|d+|h+|s+|e+|.',
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _condition_pattern() -> re.Pattern[str]:
    return re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)\]")
