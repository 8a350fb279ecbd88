"""The lines of a text by the columns that their keys and list items begin in, whether or not YAML can read them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tcplan.yaml_reader.lines import line_break_pattern, line_end, line_start


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?P<key>[^\s#:'\"\[{|>-][^\s:]*(?=:(?:\s|$)))?")


@cache
def _block_text_pattern() -> re.Pattern[str]:
    return re.compile(r":[ ]+[|>][-+0-9]*[ ]*(?:#.*)?$")


KEY: Final = "key"
ITEM: Final = "list item"


class Opening(NamedTuple):
    """A column in which keys or list items of an entry begin, with the number of a line that does."""

    column: int
    kind: str
    line: int


class OutlineLine(NamedTuple):
    """A line that is neither empty nor a comment, with the columns of its hyphens and of its key.

    `openings` is empty for a line of words.
    """

    start: int
    number: int
    column: int
    openings: tuple[Opening, ...]
    begins_block: bool

    @property
    def kind(self) -> str:
        """What it begins with: a key, a list item, or nothing that is either."""
        return self.openings[0].kind if self.openings else ""

    def is_like(self, other: "OutlineLine") -> bool:
        """Whether another line begins with the same kind of thing, in the same column."""
        return any((one.column, one.kind) == (self.column, self.kind) for one in other.openings)


class TextBlock(NamedTuple):
    """A block of text: the column of its key, the column and line that it begins with."""

    key: int
    column: int
    line: int


def line_at(text: str, start: int) -> OutlineLine | None:
    """The line that begins at an offset; None for an empty one or a comment."""
    return _line(text, start, len(line_break_pattern().findall(text, 0, start)) + 1)


def lines_above(text: str, start: int) -> Iterator[OutlineLine]:
    """The lines above an offset from the nearest on, without empty ones and comments."""
    number = len(line_break_pattern().findall(text, 0, start)) + 1
    while start:
        start, number = line_start(text, start - 1), number - 1
        if line := _line(text, start, number):
            yield line


def around(text: str, start: int) -> tuple[list[Opening], TextBlock | None]:
    """The columns that the entries around a line begin in; the block of text that the line above it belongs to."""
    openings: list[Opening] = []
    block: TextBlock | None = None
    inner: OutlineLine | None = None
    for line in lines_above(text, start):
        least = min((one.column for one in openings), default=len(text))
        # Upwards, only lines further left than all seen so far hold the line in question; the others are their
        # neighbours' contents.
        if inner and line.column >= inner.column and line.column >= least:
            continue
        if line.begins_block and not block and inner and inner.column > (key := line.openings[-1].column):
            openings, block, least = [], TextBlock(key, inner.column, inner.number), len(text)
        openings += [one for one in line.openings if one.column < least]
        inner = line if inner is None or line.column < inner.column else inner
        if line.openings and not line.column:
            break
    return openings, block


def _line(text: str, start: int, number: int) -> OutlineLine | None:
    end = line_end(text, start)
    found = _line_pattern().match(text, start, end)
    if found is None or found.end("indent") == end or text[found.end("indent")] == "#":
        return None
    indent = len(found["indent"])
    openings = [Opening(indent + dash.start(), ITEM, number) for dash in re.finditer("-", found["dashes"])]
    if found["key"]:
        openings.append(Opening(found.start("key") - start, KEY, number))
    begins_block = bool(found["key"]) and _block_text_pattern().search(text, start, end) is not None
    return OutlineLine(start, number, indent, tuple(openings), begins_block)
