"""git's markers around the lines in which two versions of a text differ, and nothing else."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.edits.line_matching import Match, match_lines
from tcplan.yaml_reader.lines import line_break_pattern


class WholeLines(NamedTuple):
    """Lines of both versions that are not to be mixed, although some are the same; by their numbers from 0 on."""

    ours: frozenset[int] = frozenset()
    theirs: frozenset[int] = frozenset()


def mark_differences(ours: str, theirs: str, *, marker: int, whole: WholeLines | None = None) -> str:
    """One text that holds both, with markers around the lines that differ, and around those to be kept whole."""
    ours, theirs = _with_line_break(ours), _with_line_break(theirs)
    line_break = _line_break(ours)
    old, new = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    return "".join(_marked(old, new, list(_matches(old, new, whole or WholeLines())), line_break, marker))


def _matches(old: list[str], new: list[str], whole: WholeLines) -> Iterator[Match]:
    """The lines that are the same, without those that are to be kept whole."""
    for match in match_lines(old, new):
        if not any(whole):
            yield match
            continue
        for offset in range(match.length):
            before, after = match.before + offset, match.after + offset
            if before not in whole.ours and after not in whole.theirs:
                yield Match(before, after, 1)


def _marked(old: list[str], new: list[str], matches: list[Match], line_break: str, marker: int) -> Iterator[str]:
    before = after = 0
    for match in [*matches, Match(len(old), len(new), 0)]:
        if match.before > before or match.after > after:
            yield f"{'<' * marker} ours{line_break}"
            yield from old[before : match.before]
            yield f"{'=' * marker}{line_break}"
            yield from new[after : match.after]
            yield f"{'>' * marker} theirs{line_break}"
        yield from old[match.before : match.before + match.length]
        before, after = match.before + match.length, match.after + match.length


def _with_line_break(text: str) -> str:
    return text if not text or text.endswith(("\n", "\r")) else text + _line_break(text)


def _line_break(text: str) -> str:
    found = line_break_pattern().search(text)
    return found[0] if found else "\n"
