"""The text of a document by lines, which are made when they are asked for."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection
from functools import cache, cached_property
from typing import Any, Final, NamedTuple

from tcplan.findings.span import NodeStyle
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document


@cache
def _header_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>]([-+0-9]*)")


_QUOTES: Final = (NodeStyle.SINGLE_QUOTED, NodeStyle.DOUBLE_QUOTED)


class SourceLine(NamedTuple):
    """A line of a file, and the line break that ends it."""

    text: str
    end: str

    @property
    def column(self) -> int:
        """The column that the words of the line begin in, counted from 0."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether the line is blank."""
        return not self.text or self.text.isspace()


class SourceLines:
    """A text by lines, which are made when they are asked for; trailing spaces are gone wherever no text has them."""

    def __init__(self, document: Document) -> None:
        self.text, self.marks = document.text, document.marks
        breaks = [found.span() for found in line_break_pattern().finditer(document.text)]
        self.ends = array("i", [start for start, _ in breaks])
        self.starts = array("i", [0])
        self.starts.extend(end for _, end in breaks)
        self._near = 0

    def __len__(self) -> int:
        """The number of lines; there is none after the last line break."""
        return len(self.ends)

    def line(self, number: int) -> SourceLine:
        """One line."""
        return SourceLine(self.rest(number, self.starts[number]), self.end(number))

    def lines(self, start: int, end: int) -> list[SourceLine]:
        """Some lines; `end` is not included."""
        return [self.line(number) for number in range(start, end)]

    def line_of(self, offset: int) -> int:
        """The number of the line that an offset is in, counted from 0; most are asked for in the order of the text."""
        starts, near = self.starts, self._near
        if not starts[near] <= offset < starts[near + 1]:
            near += 1
            if not (near < len(self.ends) and starts[near] <= offset < starts[near + 1]):
                near = bisect_right(starts, offset) - 1
            self._near = near
        return near

    def rest(self, line: int, offset: int) -> str:
        """The rest of a line from an offset on."""
        words = self.text[offset : self.ends[line]]
        if words.endswith((" ", "\t")) and line not in self._lines_of_texts:
            return words.rstrip(" \t")
        return words

    def end(self, line: int) -> str:
        """The line break that ends a line."""
        return self.text[self.ends[line] : self.starts[line + 1]]

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line of a value; of block text with the blank lines below it."""
        return self.line_of(start), self.line_of(max(end - 1, start))

    def header(self, start: int) -> str:
        """What follows the `|` or `>` of block text: a digit for its indentation, a sign for the blank lines below."""
        found = _header_pattern().match(self.text, start)
        return found[1] if found else ""

    @cached_property
    def _lines_of_texts(self) -> set[int]:
        """The lines whose trailing spaces are part of a text."""
        found: set[int] = set()
        for _, start, end in self.marks.values_in(*_QUOTES):
            found.update(range(self.line_of(start), self.line_of(max(end - 1, start))))
        for _, start, end in self.marks.values_in(*BLOCK_TEXT):
            found.update(range(self.line_of(start) + 1, self.line_of(max(end - 1, start)) + 1))
        return found


def steps_of(data: Any) -> Collection[str | int]:
    """The keys of a mapping or the indices of a list; of all else nothing."""
    return data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
