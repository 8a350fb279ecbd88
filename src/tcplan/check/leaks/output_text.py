"""The text of a file that is about to be published, decoded as its readers and programs see it, and as it is."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final, NamedTuple

_INLINE: Final = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong"),
        *("sub", "sup", "text", "time", "tspan", "u", "wbr"),
    )
)
"""Elements that a word can begin in and end after."""


class OutputLine(NamedTuple):
    """A line of a file, or a part of it that is a text by itself; `number` is where it begins."""

    number: int
    text: str


class OutputText(NamedTuple):
    """One way to read a file: lines that follow each other, and the texts that are whole by themselves."""

    lines: list[OutputLine]
    wholes: list[OutputLine]


def read_output(path: str, content: bytes) -> Iterator[OutputText]:
    """All ways to read a file."""
    text = content.decode("utf-8", "replace")
    lines = [OutputLine(number, html.unescape(line)) for number, line in enumerate(text.split("\n"), start=1)]
    if path.endswith(".html"):
        reader = _PageReader()
        reader.feed(text)
        reader.close()
        yield reader.shown()
        yield OutputText(lines, [])
    else:
        yield OutputText(lines, [OutputLine(one.number, part) for one in lines for part in _parts(one.text)])


def _parts(line: str) -> Iterator[str]:
    """A line of Markdown or of a table, its cells, and what is said after a label."""
    yield line
    yield from re.split(r"[|;]|,(?=\S)|\",|:_?_?\s", line)


class _PageReader(HTMLParser):
    """Collects what a page shows, and what its attributes, comments, styles and scripts say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._shown: list[OutputLine] = []
        self._block: list[OutputLine] = []
        self._other: list[OutputLine] = []
        self._wholes: list[OutputLine] = []

    def shown(self) -> OutputText:
        """The text of the page, then all that is not shown."""
        self._end_block()
        return OutputText([*self._shown, *self._other], self._wholes)

    def handle_data(self, data: str) -> None:
        """Take a text, which goes on from the one before it unless a block ended there."""
        first = self.getpos()[0]
        self._wholes.append(OutputLine(first, data))
        for offset, line in enumerate(data.split("\n")):
            last = self._block[-1] if self._block else None
            if last and offset == 0:
                self._block[-1] = last._replace(text=last.text + line)
            else:
                self._block.append(OutputLine(first + offset, line))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the values of the attributes."""
        number = self.getpos()[0]
        for name, value in attrs:
            self._take_other(number, f"{name} {value or ''}")
            self._wholes.append(OutputLine(number, value or ""))
        if tag not in _INLINE:
            self._end_block()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if tag not in _INLINE:
            self._end_block()

    def handle_comment(self, data: str) -> None:
        """Take what is commented out."""
        self._take_other(self.getpos()[0], data)

    def _take_other(self, first: int, text: str) -> None:
        self._other += [OutputLine(first + offset, line) for offset, line in enumerate(text.split("\n"))]

    def _end_block(self) -> None:
        if self._block:
            self._wholes.append(OutputLine(self._block[0].number, " ".join(one.text for one in self._block)))
            self._shown += self._block
            self._block = []
