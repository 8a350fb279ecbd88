"""The names of cells: C7 is column 3, row 7."""

import re
from functools import cache
from typing import NamedTuple

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384


class Area(NamedTuple):
    """A rectangle of cells; all four belong to it."""

    top: int
    left: int
    bottom: int
    right: int


def column_letters(column: int) -> str:
    """The letters of a column: 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """The number of a column: AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_cell_name(name: str) -> tuple[int, int] | None:
    """Row and column of a cell; None for what names none."""
    found = _cell_pattern().fullmatch(name)
    if not found:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if 1 <= row <= MAX_ROW and column <= MAX_COLUMN else None


def read_area(name: str) -> Area | None:
    """The cells of `B2:D4`, or of one cell; None for what names none."""
    first, _, last = name.replace("$", "").partition(":")
    start, end = read_cell_name(first), read_cell_name(last or first)
    if not start or not end:
        return None
    return Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def read_areas(names: str) -> list[Area]:
    """The cells of several areas with blanks between them."""
    return [area for name in names.split() if (area := read_area(name))]


@cache
def _cell_pattern() -> re.Pattern[str]:
    return re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
