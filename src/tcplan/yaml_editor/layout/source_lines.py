"""The text of a document by lines, and what its marks say about them."""

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from tcplan.findings.span import EntryMark, Path
from tcplan.yaml_editor.layout.tree import SourceLine, split_lines
from tcplan.yaml_reader.frame import BLOCK_TEXT
from tcplan.yaml_reader.reader import Document


@cache
def _header_pattern() -> re.Pattern[str]:
    return re.compile(r"[|>]([-+0-9]*)")


_QUOTES: Final = ("'", '"')


class SourceLines:
    """Offsets to lines and columns; trailing spaces are gone wherever they are not part of a text."""

    def __init__(self, document: Document) -> None:
        self.text, self.marks = document.text, document.marks
        self.children: dict[Path, list[Path]] = {}
        for path in self.marks:
            self.children.setdefault(path[:-1], []).append(path)
        self.lines = split_lines(document.text)
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line.text) + len(line.end))
        self._near = 0
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
        """What stands on the line from an offset on."""
        line = self.line_of(offset)
        return self.lines[line].text[offset - self._starts[line] :]

    def lines_of(self, mark: EntryMark) -> tuple[int, int]:
        """The first and the last line of a value; of block text with the blank lines below it."""
        return self.line_of(mark.value.start), self.line_of(max(mark.value.end - 1, mark.value.start))

    def header(self, mark: EntryMark) -> str:
        """What follows the `|` or `>` of block text: a digit for its indentation, a sign for the blank lines below."""
        found = _header_pattern().match(self.text, mark.value.start)
        return found[1] if found else ""

    def _lines_of_texts(self) -> set[int]:
        """The lines whose trailing spaces are part of a text."""
        found: set[int] = set()
        for mark in self.marks.values():
            if mark.style in _QUOTES or mark.style in BLOCK_TEXT:
                first, last = self.lines_of(mark)
                found.update(range(first, last) if mark.style in _QUOTES else range(first + 1, last + 1))
        return found
