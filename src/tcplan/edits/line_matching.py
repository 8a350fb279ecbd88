"""Which lines of two texts are the same, in time that hardly grows faster than the texts.

Python's difflib compares every line with all that are like it: a plan of three thousand actions took it two minutes.
This is the patience diff of Bram Cohen: lines that are in both texts as often are paired, of the pairs the most that
are in the same order in both are kept, and what is between two of them is matched in the same way.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

LARGEST_PRODUCT: Final = 10_000
"""Stretches that are so short, by the product of their lengths, are compared line by line where no pair is found."""

MAX_PASSES: Final = 40
"""How often each line may be looked at; what is then still to be matched, in texts made for that, counts as changed."""


class Match(NamedTuple):
    """Lines that are the same: from `before` on in the one text, and from `after` on in the other."""

    before: int
    after: int
    length: int


class _LineRange(NamedTuple):
    """A part of both texts that is still to be matched; the ends are not included."""

    before: int
    before_end: int
    after: int
    after_end: int


def match_lines(before: Sequence[str], after: Sequence[str]) -> list[Match]:
    """The stretches of lines that are the same, in order; none touches the next in both texts."""
    found: list[Match] = []
    waiting = [_LineRange(0, len(before), 0, len(after))]
    left = MAX_PASSES * (len(before) + len(after))
    while waiting and left >= 0:
        part = waiting.pop()
        left -= part.before_end - part.before + part.after_end - part.after
        middle, ends = _without_equal_ends(before, after, part)
        found += ends
        if middle.before < middle.before_end and middle.after < middle.after_end:
            pairs = _pairs(before, after, middle)
            if pairs:
                runs = list(_runs(pairs))
                found += runs
                waiting += _between(middle, runs)
            elif (middle.before_end - middle.before) * (middle.after_end - middle.after) <= LARGEST_PRODUCT:
                found += _line_by_line(before, after, middle)
    return list(_joined(sorted(found)))


def _without_equal_ends(
    before: Sequence[str], after: Sequence[str], part: _LineRange
) -> tuple[_LineRange, list[Match]]:
    """What is between the lines that are the same at the beginning and at the end, and these."""
    start, before_end, after_start, after_end = part
    found = []
    length = 0
    most = min(before_end - start, after_end - after_start)
    while length < most and before[start + length] == after[after_start + length]:
        length += 1
    if length:
        found.append(Match(start, after_start, length))
    start, after_start, most = start + length, after_start + length, most - length
    length = 0
    while length < most and before[before_end - 1 - length] == after[after_end - 1 - length]:
        length += 1
    if length:
        found.append(Match(before_end - length, after_end - length, length))
    return _LineRange(start, before_end - length, after_start, after_end - length), found


def _pairs(before: Sequence[str], after: Sequence[str], part: _LineRange) -> list[tuple[int, int]]:
    """The most pairs of lines in the same order in both, of the lines that are in both equally often.

    A line that is there once in both says most; only where there is none, those that are there twice or more.
    """
    here = range(part.before, part.before_end)
    there = range(part.after, part.after_end)
    places, others = _places_of_single(before, here), _places_of_single(after, there)
    pairs = [(place, other) for line, place in places.items() if (other := others.get(line)) is not None]
    if not pairs:
        counts = Counter(before[index] for index in here)
        other_counts = Counter(after[index] for index in there)
        wanted = {line for line, count in counts.items() if count > 1 and other_counts[line] == count}
        numbered = _numbered(after, there, wanted)
        pairs = [(index, numbered[key]) for key, index in _numbered(before, here, wanted).items()]
    return _longest_increasing(pairs)


def _places_of_single(lines: Sequence[str], places: range) -> dict[str, int]:
    """Where the lines are that are there once."""
    found: dict[str, int] = {}
    repeated = set()
    for place in places:
        if found.setdefault(line := lines[place], place) != place:
            repeated.add(line)
    for line in repeated:
        del found[line]
    return found


def _numbered(lines: Sequence[str], places: range, wanted: set[str]) -> dict[tuple[str, int], int]:
    """Where each of some lines is, by the line and how often it came before."""
    seen: Counter[str] = Counter()
    found = {}
    for place in places:
        line = lines[place]
        if line in wanted:
            found[line, seen[line]] = place
            seen[line] += 1
    return found


def _longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of some pairs, sorted by their first number, whose second numbers grow too (patience sorting)."""
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return list(pairs)  # as in most edits
    tops: list[int] = []  # the least second number that a chain of each length ends with
    ends: list[int] = []  # which pair that is
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        previous.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]


def _runs(pairs: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Pairs that follow one another in both texts, together."""
    start, after_start = pairs[0]
    length = 0
    for place, other in pairs:
        if place != start + length or other != after_start + length:
            yield Match(start, after_start, length)
            start, after_start, length = place, other, 0
        length += 1
    yield Match(start, after_start, length)


def _between(part: _LineRange, runs: Sequence[Match]) -> Iterator[_LineRange]:
    """What is before the first run of lines that are the same, between two, and after the last."""
    start, after_start = part.before, part.after
    for place, other, length in (*runs, Match(part.before_end, part.after_end, 0)):
        yield _LineRange(start, place, after_start, other)
        start, after_start = place + length, other + length


def _line_by_line(before: Sequence[str], after: Sequence[str], part: _LineRange) -> Iterator[Match]:
    ours = before[part.before : part.before_end]
    theirs = after[part.after : part.after_end]
    for one in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if one.size:
            yield Match(part.before + one.a, part.after + one.b, one.size)


def _joined(matches: Sequence[Match]) -> Iterator[Match]:
    """The same, those that follow each other in both texts as one."""
    last: Match | None = None
    for one in matches:
        if last and last.before + last.length == one.before and last.after + last.length == one.after:
            last = last._replace(length=last.length + one.length)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
