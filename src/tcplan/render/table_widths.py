"""The widths of columns in Markdown: a rule below the head of a table with as many dashes as its columns have words.

Readers of Markdown ignore their number, but pandoc takes it for the relative widths of the columns of a Word document:
with equal rules a column of numbers is as wide as one of sentences.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

_LONG_ROW: Final = 72
"""The longest row of a table that pandoc does not wrap; it takes the widths of such a table from its words."""

_LINE: Final = 64
"""About how many letters fit in a line of a Word document."""

_LONGEST_WORD: Final = 16
"""A word that is longer may be broken: a column for it would leave no room for the others."""


@cache
def _rule_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\| *:?-{3,}:? *)+\|")


@cache
def _cell_pattern() -> re.Pattern[str]:
    """The bars between cells; one with a backslash is a part of the words."""
    return re.compile(r"(?<!\\)\|")


@cache
def _unseen_pattern() -> re.Pattern[str]:
    """Where a link leads, and the marks around words."""
    return re.compile(r"\]\([^)\s]*\)|[*_`\[\\]|<br>")


def with_table_widths(text: str) -> str:
    """A document whose wide tables say how wide their columns should be."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if place and line.startswith("|") and _rule_pattern().fullmatch(line) and lines[place - 1].startswith("|"):
            end = next((one for one in range(place, len(lines)) if not lines[one].startswith("|")), len(lines))
            rows = [lines[place - 1], *lines[place + 1 : end]]
            if max(map(len, rows)) > _LONG_ROW:
                lines[place] = _rule(line, rows)
    return "\n".join(lines)


def _rule(line: str, rows: Sequence[str]) -> str:
    """The rule with dashes after the words of each column; colons, which align a column, stay."""
    marks = [one.strip() for one in line.strip("|").split("|")]
    columns = [*zip(*(_padded(_cells(row), len(marks)) for row in rows), strict=True)]
    cells = (f" {_dashes(mark, width)} " for mark, width in zip(marks, _widths(columns), strict=True))
    return "|".join(["", *cells, ""])


def _widths(columns: Iterable[Sequence[str]]) -> list[int]:
    """Each column has room for its longest word, and the rest of the line goes to those with more words."""
    columns = [*columns]
    least = [min(_longest_word(cells), _LONGEST_WORD) + 2 for cells in columns]
    wanted = [max(_usual_length(cells) - width, 0) for cells, width in zip(columns, least, strict=True)]
    rest, asked = max(_LINE - sum(least), 0), max(sum(wanted), 1)
    return [width + rest * more // asked for width, more in zip(least, wanted, strict=True)]


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=1)


def _usual_length(cells: Iterable[str]) -> int:
    filled = [len(one) for one in cells if one]
    return sum(filled) // max(len(filled), 1)


def _cells(row: str) -> list[str]:
    return [_unseen_pattern().sub("", one).strip() for one in _cell_pattern().split(row.strip("|"))]


def _padded(cells: list[str], number: int) -> list[str]:
    return [*cells, *[""] * number][:number]


def _dashes(mark: str, width: int) -> str:
    return f"{':' if mark.startswith(':') else ''}{'-' * max(width, 3)}{':' if mark.endswith(':') else ''}"
