"""Numbered lines that were too long for one line, as whoever typed or printed the text broke them."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from tcplan.importing.readers.text.lines import LineKind, MarkedLine

_WIDEST: Final = 120
_LEAST: Final = 2
_MOST_LINES: Final = 4


def join_wrapped(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The lines, with the rest of a numbered line or an item put behind it, where it stands in a line of its own.

    That a line is such a rest shows where no line below a numbered one could have begun on that: its first word had no
    room. The lines that begin with a label, such as an owner below an action, are none.
    """
    runs = [run for at in range(len(lines)) if (run := _run_below(lines, at))]
    width = max((_width(lines[at]) for run in runs for at in run), default=0)
    if not _are_wrapped(lines, runs, width):
        return list(lines)
    rest = {at: run[0] for run in runs for at in run[1:]}
    joined: list[MarkedLine] = []
    places: dict[int, int] = {}
    for at, line in enumerate(lines):
        if at in rest:
            first = places[rest[at]]
            joined[first] = joined[first]._replace(text=f"{joined[first].text} {line.text}")
        else:
            places[at] = len(joined)
            joined.append(line)
    return joined


def _run_below(lines: Sequence[MarkedLine], at: int) -> list[int]:
    """A numbered line and the plain lines right below it, up to the first with a label."""
    if not _is_numbered(lines[at]):
        return []
    run = [at]
    while run[-1] + 1 < len(lines) and len(run) <= _MOST_LINES:
        following = lines[run[-1] + 1]
        if following.kind is not LineKind.TEXT or _is_numbered(following) or _label_pattern().match(following.text):
            break
        run.append(run[-1] + 1)
    return run


def _is_numbered(line: MarkedLine) -> bool:
    return line.kind is LineKind.ITEM or (line.kind is LineKind.TEXT and _number_pattern().match(line.text) is not None)


def _are_wrapped(lines: Sequence[MarkedLine], runs: Sequence[list[int]], width: int) -> bool:
    """Whether every line that has another below it was full."""
    broken = [(lines[one], lines[two]) for run in runs for one, two in pairwise(run)]
    return (
        len(broken) >= _LEAST
        and width <= _WIDEST
        and all(_width(one) + 1 + len(two.text.partition(" ")[0]) > width for one, two in broken)
    )


def _width(line: MarkedLine) -> int:
    return line.indent + (len(line.mark) + 1 if line.mark else 0) + len(line.text)


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]{1,3}-?)?\d{1,3}(?:\.\d{1,3}){0,4}[.):]?\s+\S")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Z(\[][^:.;]{1,40}:(?:\s|$)")
