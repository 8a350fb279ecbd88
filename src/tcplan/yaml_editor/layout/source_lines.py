"""The text of a document by lines, and what its marks say about them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

from tcplan.findings.span import EntryMark, NodeStyle, Path, Span
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


def split_lines(text: str) -> list[SourceLine]:
    """The lines of a text; there is none after the last line break."""
    lines, position = [], 0
    for found in line_break_pattern().finditer(text):
        lines.append(SourceLine(text[position : found.start()], found[0]))
        position = found.end()
    return lines


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

    def flow_text(self, path: Path, arranged: Callable[[Path, Sequence[Path]], Sequence[Path]]) -> str:
        """The text of a value in brackets on one line, the entries of its mappings `arranged`.

        Commas and spaces keep their places.
        """
        span, inside = self.marks[path].value, self.children.get(path, ())
        if not inside:
            return self.text[span.start : span.end]
        spans = {child: _entry_span(self.marks[child]) for child in inside}
        # What follows an empty value may become part of its key (`b:x`), so such a mapping keeps its order.
        order = inside if any(_is_empty(self.marks[child]) for child in inside) else arranged(path, inside)
        written, position = [], span.start
        for slot, child in zip(inside, order, strict=True):
            written.append(self.text[position : spans[slot].start])
            written.append(self.text[spans[child].start : self.marks[child].value.start])
            written.append(self.flow_text(child, arranged))
            position = spans[slot].end
        return "".join([*written, self.text[position : span.end]])

    def _lines_of_texts(self) -> set[int]:
        """The lines whose trailing spaces are part of a text."""
        found: set[int] = set()
        for mark in self.marks.values():
            if mark.style in _QUOTES or mark.style in BLOCK_TEXT:
                first, last = self.lines_of(mark)
                found.update(range(first, last) if mark.style in _QUOTES else range(first + 1, last + 1))
        return found


def _entry_span(mark: EntryMark) -> Span:
    return Span(mark.key.start if mark.key else mark.value.start, mark.value.end)


def _is_empty(mark: EntryMark) -> bool:
    """Whether there is no value after the colon, so that what follows matters to YAML."""
    return mark.value.start == mark.value.end
