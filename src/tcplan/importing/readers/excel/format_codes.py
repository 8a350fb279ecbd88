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


class FormatKind(Enum):
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


class FormatPiece(NamedTuple):
    """A piece of a code, with its characters; of a literal what is shown."""

    kind: FormatKind
    text: str


class FormatSection(NamedTuple):
    """The code for one kind of number: the positive, the negative, zero, or those for which a condition holds."""

    pieces: tuple[FormatPiece, ...]
    condition: tuple[str, float] | None = None

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return any(piece.kind in {FormatKind.DATE, FormatKind.ELAPSED, FormatKind.HALF_DAY} for piece in self.pieces)

    def has(self, kind: FormatKind) -> bool:
        """Whether it has a piece of one kind."""
        return any(piece.kind == kind for piece in self.pieces)


@lru_cache(maxsize=256)
def parse_format(code: str) -> tuple[FormatSection, ...]:
    """The sections of a code; those of an impossible one show numbers as `General` does."""
    if len(code) > _LONGEST:
        return parse_format(GENERAL)
    if "[$-f800]" in code.lower():  # the long date of the machine; the rest of the code is for other programs
        return parse_format(_LONG_DATE)
    sections: list[FormatSection] = []
    pieces: list[FormatPiece] = []
    condition = None
    for match in _piece_pattern().finditer(code):
        text = match[0]
        if text == ";":
            sections.append(FormatSection(tuple(pieces), condition))
            pieces, condition = [], None
        elif found := _read_condition(text):
            condition = found
        else:
            pieces.extend(_read_pieces(text))
    return *sections, FormatSection(tuple(pieces), condition)


_KINDS: Final = {
    **dict.fromkeys("0#?", FormatKind.DIGIT),
    ".": FormatKind.POINT,
    ",": FormatKind.COMMA,
    "%": FormatKind.PERCENT,
    "/": FormatKind.SLASH,
    "@": FormatKind.TEXT,
    **dict.fromkeys("ymdhse", FormatKind.DATE),
}


def _read_pieces(text: str) -> Iterator[FormatPiece]:
    """What a part of a code stands for; nothing for colours, languages and what fills up the width."""
    lower = text.lower()
    if text[0] == '"':
        yield FormatPiece(FormatKind.LITERAL, text.strip('"'))
    elif text[0] == "\\":
        yield FormatPiece(FormatKind.LITERAL, text[1:])
    elif text[0] == "_":
        yield FormatPiece(FormatKind.LITERAL, " ")
    elif text[0] == "[":
        yield from _read_brackets(lower, text)
    elif lower == "general":
        yield FormatPiece(FormatKind.GENERAL, text)
    elif lower in {"am/pm", "a/p"}:
        yield FormatPiece(FormatKind.HALF_DAY, text)
    elif lower in {"e+", "e-"}:
        yield FormatPiece(FormatKind.EXPONENT, text)
    elif text[0] != "*":
        yield FormatPiece(_KINDS.get(lower[0], FormatKind.LITERAL), text)


def _read_brackets(lower: str, text: str) -> Iterator[FormatPiece]:
    inner = lower[1:-1]
    if inner and not inner.strip(inner[0]) and inner[0] in "hms":
        yield FormatPiece(FormatKind.ELAPSED, inner)
    elif inner.startswith("$"):
        yield FormatPiece(FormatKind.LITERAL, text[2:-1].partition("-")[0])


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
