"""Texts that Markdown would take long to read, or make much larger: they are read as plain text."""

import re
from functools import cache
from typing import Final

MOST_OPEN: Final = 200
"""Brackets of one paragraph that are open at once; the end of the paragraph is looked for from each of them."""

MOST_EMPTY: Final = 200
"""Cells of tables beyond twice those that are typed: a row that ends early has empty cells for all other columns."""


@cache
def _bracket_or_end_pattern() -> re.Pattern[str]:
    return re.compile(r"[\[\]]|\n[ \t]*(?=\n)")


@cache
def _columns_pattern() -> re.Pattern[str]:
    """The line below the head of a table, which may be in a list or a quotation."""
    return re.compile(r"[|:> \t*+\-]*-[|:> \t*+\-]*")


def is_costly(text: str) -> bool:
    """Whether a text has more open brackets, or more empty cells, than anybody types."""
    return _has_many_open(text) or _has_many_cells(text)


def _has_many_open(text: str) -> bool:
    if text.count("[") <= MOST_OPEN:
        return False
    depth = 0
    for found in _bracket_or_end_pattern().finditer(text):
        depth = depth + 1 if found[0] == "[" else max(depth - 1, 0) if found[0] == "]" else 0
        if depth > MOST_OPEN:
            return True
    return False


def _has_many_cells(text: str) -> bool:
    typed = text.count("|")
    if not typed:
        return False
    cells = columns = 0
    for line in text.split("\n"):
        if not line.strip():
            columns = 0
        elif "|" in line and _columns_pattern().fullmatch(line):
            columns = line.count("|") + 1
        cells += columns
    return cells > 2 * typed + MOST_EMPTY
