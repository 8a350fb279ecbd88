"""Comments that only their version has, brought to the same place in the merged text.

A comment is found again by its neighbours: by the line below it or, if that is not there once, by the line above it;
and one after a value by the rest of its line. Where neither is there exactly once, it is left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class _Graft(NamedTuple):
    """Comment lines, with the lines that they are between in their version."""

    lines: list[str]
    above: str
    below: str


def with_comments(text: str, theirs: str, lost: Counter[str]) -> str:
    """The text with those comments of theirs that are `lost`, as far as their places are certain."""
    lines, their_lines = text.splitlines(keepends=True), theirs.splitlines(keepends=True)
    left = lost.copy()
    bodies = Counter(line.rstrip() for line in lines)
    once = {body for body, count in bodies.items() if count == 1}
    ends = dict(_ends(their_lines, left, once))
    lines = [ends.get(line.rstrip(), line) for line in lines]
    counts = Counter(lines), Counter(their_lines)
    for graft in _grafts(their_lines, left):
        place = _place(lines, counts, graft)
        if place is not None:
            lines[place:place] = graft.lines
    return "".join(lines)


def _grafts(their_lines: Sequence[str], left: Counter[str]) -> list[_Graft]:
    """The lost comments that have lines of their own, those next to each other together."""
    found: list[_Graft] = []
    block: list[str] = []
    above = ""
    for line in their_lines:
        words = line.strip()
        if words.startswith("#") and left[words] > 0:
            left[words] -= 1
            block.append(line)
        elif not words.startswith("#"):
            if block and words:
                found.append(_Graft(block, above, line))
            if words:
                above, block = line, []
    return [*found, _Graft(block, above, "")] if block else found


def _place(lines: Sequence[str], counts: tuple[Counter[str], Counter[str]], graft: _Graft) -> int | None:
    for line, offset in ((graft.below, 0), (graft.above, 1)):
        if line and all(one[line] == 1 for one in counts) and line in lines:
            return lines.index(line) + offset
    return None


def _ends(their_lines: Sequence[str], left: Counter[str], once: set[str]) -> Iterator[tuple[str, str]]:
    """The lines of theirs that end in a lost comment, by what is before it, if that is there `once`."""
    counts = Counter(line.partition(" #")[0].rstrip() for line in their_lines)
    for line in their_lines:
        body, sign, words = line.partition(" #")
        comment = f"#{words}".rstrip()
        is_certain = body.rstrip() in once and counts[body.rstrip()] == 1
        if sign and body.strip() and is_certain and left[comment] > 0:
            left[comment] -= 1
            yield body.rstrip(), line
