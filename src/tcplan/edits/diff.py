"""What changes in a file, as a patch that people read and `git apply` takes."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from operator import itemgetter
from typing import Final, NamedTuple

from tcplan.edits.line_matching import Match, match_lines
from tcplan.values.plain_text import clean


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\n]*\n|[^\n]+")


_ESCAPES: Final = {"\t": "\\t", "\n": "\\n", '"': '\\"', "\\": "\\\\"}

CONTEXT: Final = 3
"""The number of lines that a patch shows around what changes."""


_BLOCK: Final = 50_000
"""Characters that are compared at once."""


class _Edit(NamedTuple):
    """Lines that are replaced by others; the ends are not included. One of the two may be none."""

    before: int
    before_end: int
    after: int
    after_end: int


def make_diff(name: str, before: str, after: str) -> str:
    """The unified diff of a file called `name`; empty where nothing changes."""
    above, before, after = _without_equal_ends(before, after)
    known: dict[str, str] = {}
    ours, theirs = _lines(before, known), _lines(after, known)
    hunks = "".join("".join(map(_with_end, _hunk_lines(ours, theirs, hunk, above))) for hunk in _hunks(ours, theirs))
    return f"--- {_header_name(f'a/{name}')}\n+++ {_header_name(f'b/{name}')}\n{hunks}" if hunks else ""


def _without_equal_ends(before: str, after: str) -> tuple[int, str, str]:
    """The lines between the equal ends of two texts, with some around them, and the number of lines above.

    Most edits change a few lines; all lines of a large plan would take several times as much memory as its text.
    """
    start = 0
    while before[start : start + _BLOCK] == after[start : start + _BLOCK] and start < len(before):
        start += _BLOCK
    here, there = before[start : start + _BLOCK], after[start : start + _BLOCK]
    start += sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there, strict=False)))
    start = before.rfind("\n", 0, start) + 1
    most, end, other_end = min(len(before), len(after)) - start, len(before), len(after)
    while most >= _BLOCK and before[end - _BLOCK : end] == after[other_end - _BLOCK : other_end]:
        most, end, other_end = most - _BLOCK, end - _BLOCK, other_end - _BLOCK
    for _ in range(CONTEXT):
        start = before.rfind("\n", 0, max(start - 1, 0)) + 1
    below = end
    for _ in range(CONTEXT + 1):  # one to the next line
        below = before.find("\n", below) + 1 or len(before)
    return before.count("\n", 0, start), before[start:below], after[start : other_end + below - end]


def _header_name(name: str) -> str:
    """A name as the header of a patch has it: git and GNU patch read it up to a tab, or in C's quotes.

    What a terminal would not show as it is comes out as its bytes, in octal digits.
    """
    if name == clean(name) and not set(_ESCAPES) & set(name):
        return f"{name}\t" if " " in name else name
    return f'"{"".join(map(_quoted, name))}"'


def _quoted(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if clean(char) == char else "".join(f"\\{byte:03o}" for byte in os.fsencode(char))


def _lines(text: str, known: dict[str, str]) -> list[str]:
    """The lines with their ends; only a newline ends one, as it does for git.

    Each is kept once, in `known`: as two lists of their own, the lines would take six times as much memory as a text.
    """
    return [known.setdefault(line, line) for line in map(itemgetter(0), _line_pattern().finditer(text))]


def _with_end(line: str) -> str:
    """A line of a patch, which says so where the line has no end in the file."""
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[list[_Edit]]:
    """The edits, those together that have no more between them than the context of both."""
    hunk: list[_Edit] = []
    for edit in _edits(before, after):
        if hunk and edit.before - hunk[-1].before_end > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(edit)
    if hunk:
        yield hunk


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[_Edit]:
    """What is between the lines that are the same."""
    start, after_start = 0, 0
    for match in (*match_lines(before, after), Match(len(before), len(after), 0)):
        if start < match.before or after_start < match.after:
            yield _Edit(start, match.before, after_start, match.after)
        start, after_start = match.before + match.length, match.after + match.length


def _hunk_lines(before: Sequence[str], after: Sequence[str], edits: Sequence[_Edit], skipped: int) -> Iterator[str]:
    """One hunk: its head, and its lines with what is around them; `skipped` lines are above those that are given."""
    first, last = edits[0], edits[-1]
    above, below = min(CONTEXT, first.before), min(CONTEXT, len(before) - last.before_end)
    ours = _range(skipped + first.before - above, skipped + last.before_end + below)
    theirs = _range(skipped + first.after - above, skipped + last.after_end + below)
    yield f"@@ -{ours} +{theirs} @@\n"
    place = first.before - above
    for edit in edits:
        yield from (f" {line}" for line in before[place : edit.before])
        yield from (f"-{line}" for line in before[edit.before : edit.before_end])
        yield from (f"+{line}" for line in after[edit.after : edit.after_end])
        place = edit.before_end
    yield from (f" {line}" for line in before[place : last.before_end + below])


def _range(start: int, end: int) -> str:
    """Lines as the head of a hunk counts them: from 1 on; of none, the line above them."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
