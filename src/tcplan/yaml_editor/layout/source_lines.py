"""The text of a document by lines, and what its marks say about them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from tcplan.findings.span import EntryMark, NodeStyle, Path
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.open_collection import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document


@cache
def _header_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>]([-+0-9]*)")


Arranged = Callable[[Path, Sequence[str | int]], Sequence[int]]
"""The positions of the entries of a collection in order, for its path and its keys."""

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


def split_lines(text: str) -> list[SourceLine]:
    """The lines of a text; there is none after the last line break."""
    lines, position = [], 0
    known: dict[str, SourceLine] = {}  # many lines come again and again, such as `    updates:`: each is kept once
    for found in line_break_pattern().finditer(text):
        start, following = found.span()
        words, end = text[position:start], text[start:following]
        line = known.get(words)
        if line is None or line.end != end:
            line = known[words] = SourceLine(words, end)
        lines.append(line)
        position = following
    return lines


class SourceLines:
    """Offsets to lines and columns; trailing spaces are gone wherever they are not part of a text."""

    def __init__(self, document: Document) -> None:
        self.text, self.marks, self.data = document.text, document.marks, document.data
        self.lines = split_lines(document.text)
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line.text) + len(line.end))
        self._near = 0
        # Only now, since the marks count the trailing spaces; no line may lose those that are part of a text.
        texts = self._lines_of_texts()
        for number, line in enumerate(self.lines):
            if line.text.endswith((" ", "\t")) and number not in texts:
                self.lines[number] = SourceLine(line.text.rstrip(" \t"), line.end)

    def line_of(self, offset: int) -> int:
        """The number of the line that an offset is in, counted from 0; most are asked for in the order of the text."""
        if not self._starts[self._near] <= offset < self._starts[self._near + 1]:
            self._near = bisect_right(self._starts, offset) - 1
        return self._near

    def start(self, line: int) -> int:
        """The offset at which a line begins."""
        return self._starts[line]

    def rest(self, offset: int) -> str:
        """The rest of the line from an offset on."""
        line = self.line_of(offset)
        return self.lines[line].text[offset - self._starts[line] :]

    def lines_of(self, mark: EntryMark) -> tuple[int, int]:
        """The first and the last line of a value; of block text with the blank lines below it."""
        return self.line_of(mark.value.start), self.line_of(max(mark.value.end - 1, mark.value.start))

    def header(self, mark: EntryMark) -> str:
        """What follows the `|` or `>` of block text: a digit for its indentation, a sign for the blank lines below."""
        found = _header_pattern().match(self.text, mark.value.start)
        return found[1] if found else ""

    def flow_text(self, number: int, path: Path, data: Any, arranged: Arranged) -> str:
        """The text of a value in brackets on one line, the entries of its mappings `arranged`.

        Commas and spaces keep their places. The value is known by its number among the marks, and by its path.
        """
        span, steps = self.marks.at(number).value, steps_of(data)
        if not steps:
            return self.text[span.start : span.end]
        numbers = zip(steps, self.marks.numbers_in(number), strict=True)
        children = [(step, child, self.marks.at(child)) for step, child in numbers]
        # What follows an empty value may become part of its key (`b:x`), so such a mapping keeps its order.
        is_fixed = any(_is_empty(mark) for _, _, mark in children)
        order = range(len(children)) if is_fixed else arranged(path, list(steps))
        written, position = [], span.start
        for (_, _, slot), (step, child, mark) in zip(children, map(children.__getitem__, order), strict=True):
            written.append(self.text[position : _entry_start(slot)])
            written.append(self.text[_entry_start(mark) : mark.value.start])
            written.append(self.flow_text(child, (*path, step), data[step], arranged))
            position = slot.value.end
        return "".join([*written, self.text[position : span.end]])

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


def _entry_start(mark: EntryMark) -> int:
    return mark.key.start if mark.key else mark.value.start


def _is_empty(mark: EntryMark) -> bool:
    """Whether there is no value after the colon, so that what follows matters to YAML."""
    return mark.value.start == mark.value.end
