"""The lines of a text, each with what it is by itself."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from tcplan.importing.readers.list_marks import split_bullet

_MOST_QUOTED: Final = 60
_WIDEST: Final = 120
_TAB: Final = 4
_LEAST_FULL: Final = 3
_LONGEST_RULE: Final = 1000


class LineKind(Enum):
    """What a line is."""

    BLANK = 1
    TEXT = 2
    HEADING = 3
    ITEM = 4
    TABBED = 5
    BARRED = 6
    RULE = 7


class MarkedLine(NamedTuple):
    """A line.

    Attributes:
        number: Its number in the file.
        kind: What it is.
        text: Its words, without the mark of a heading or an item; of a row of a table all that it holds.
        indent: How far it begins from the left; a tab counts as four.
        mark: The mark of an item, or the signs of a heading.
    """

    number: int
    kind: LineKind
    text: str
    indent: int = 0
    mark: str = ""


def read_lines(text: str) -> list[MarkedLine]:
    """The lines of a text; a cell in quotation marks may go over several."""
    lines: list[MarkedLine] = []
    waiting: list[str] = []
    for number, line in enumerate(re.split("[\n\f]", text), 1):
        waiting.append(line)
        if _is_cell_open(waiting) and len(waiting) <= _MOST_QUOTED:
            continue
        lines.extend(_classify_all(waiting, number))
        waiting = []
    lines.extend(_classify_all(waiting, text.count("\n") + text.count("\f") + 1))
    return _mark_open_tables(lines)


def wrap_width(lines: Sequence[MarkedLine]) -> int:
    """At how many letters the lines of a text are broken; 0 where a line is a paragraph.

    Lines are broken where most are followed by a word for which there was no room.
    """
    plain = [line for line in lines if line.kind in {LineKind.TEXT, LineKind.ITEM, LineKind.BLANK}]
    width = max((line.indent + len(line.text) for line in plain), default=0)
    if width > _WIDEST:
        return 0
    pairs = [(one, two) for one, two in pairwise(plain) if one.text and two.kind is LineKind.TEXT]
    full = sum(is_broken(one, two, width) for one, two in pairs)
    return width if full >= _LEAST_FULL and full * 2 >= len(pairs) else 0


def is_broken(line: MarkedLine, following: MarkedLine, width: int) -> bool:
    """Whether the next line goes on with the words of this one: its first word had no room."""
    word = following.text.partition(" ")[0]
    return line.indent + len(line.mark) + len(line.text) + 2 + len(word) > width


def _is_cell_open(waiting: Sequence[str]) -> bool:
    """Whether a cell of a row has a quotation mark at its start and none at its end yet."""
    if not waiting[0].startswith('"') and '\t"' not in waiting[0]:
        return False
    text = "\n".join(waiting)
    if text.count('"') % 2 == 0:
        return False
    last = _quoted_pattern().sub("", text)
    return re.search(r'(?:^|\t)"', last) is not None


def _classify_all(waiting: Sequence[str], number: int) -> Iterator[MarkedLine]:
    """The lines that were waiting for the end of a cell: one row, or what each is by itself where none came."""
    if not waiting:
        return
    row = "\n".join(waiting)
    if len(waiting) > 1 and "\t" in row and not _is_cell_open(waiting):
        yield MarkedLine(number - len(waiting) + 1, LineKind.TABBED, row)
        return
    for at, line in enumerate(waiting, number - len(waiting) + 1):
        yield _classify(line, at)


def _classify(line: str, number: int) -> MarkedLine:
    words = line.strip()
    if not words:  # also a row of empty cells
        return MarkedLine(number, LineKind.BLANK, "")
    indent = len(line[: len(line) - len(line.lstrip())].expandtabs(_TAB))
    if len(words) < _LONGEST_RULE and _rule_pattern().fullmatch(words):
        return MarkedLine(number, LineKind.RULE, words, indent)
    if words[0] == "|" or (len(words) < _LONGEST_RULE and _delimiter_pattern().fullmatch(words)):
        return MarkedLine(number, LineKind.BARRED, words, indent)
    bullet, item = split_bullet(words)
    if bullet and "\t" not in item:
        return MarkedLine(number, LineKind.ITEM, item, indent, bullet)
    if "\t" in line.rstrip(" "):
        return MarkedLine(number, LineKind.TABBED, line, indent)
    return _classify_words(words, number, indent)


def _classify_words(words: str, number: int, indent: int) -> MarkedLine:
    if _heading_pattern().match(words):
        signs, _, title = words.partition(" ")
        return MarkedLine(number, LineKind.HEADING, title.strip().rstrip("#").strip(), indent, signs)
    return MarkedLine(number, LineKind.TEXT, words[1:].strip() if words.startswith("> ") else words, indent)


def _mark_open_tables(lines: list[MarkedLine]) -> list[MarkedLine]:
    """The lines, with those as rows that have bars between cells and none around, above and below a line of dashes."""
    is_row = False
    for at, line in enumerate(lines):
        if line.kind is LineKind.BARRED and line.text[0] in ":-":
            is_row = True
            if at and "|" in lines[at - 1].text and lines[at - 1].kind is LineKind.TEXT:
                lines[at - 1] = lines[at - 1]._replace(kind=LineKind.BARRED)
        elif is_row and line.kind is LineKind.TEXT and "|" in line.text:
            lines[at] = line._replace(kind=LineKind.BARRED)
        else:
            is_row = False
    return lines


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(r"#{1,6}\s+\S")


@cache
def _rule_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[-=_*~]\s?){3,}")


@cache
def _delimiter_pattern() -> re.Pattern[str]:
    # The line between the header and the rows of a table, and the lines that frame one.
    return re.compile(r":?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+|\+[-=+:]{3,}\+")


@cache
def _quoted_pattern() -> re.Pattern[str]:
    return re.compile(r'(?:^|(?<=\t))"(?:[^"]|"")*"(?=\t|\n|$)')
