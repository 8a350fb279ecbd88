"""Numbers of a list at the start of lines, which are no ids: 1., a), (ii)."""

import re
from collections.abc import Sequence
from functools import cache

from tcplan.importing.readers.text.lines import LineKind, MarkedLine


def find_numbered(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The lines, with those as items that have the numbers of a list: several follow each other.

    Items with a bullet below one of them do not part a list.
    """
    found = [_number_pattern().match(line.text) if line.kind is LineKind.TEXT else None for line in lines]
    marked = list(lines)
    before: int | None = None  # the last numbered line of the same list
    for at, match in enumerate(found):
        if match:
            if before is not None and (before == at - 1 or _is_next(found[before], match)):
                _mark(marked, found, before)
                _mark(marked, found, at)
            before = at
        elif lines[at].kind is not LineKind.ITEM:
            before = None
    return marked


def _mark(lines: list[MarkedLine], found: Sequence[re.Match[str] | None], at: int) -> None:
    match = found[at]
    if match and lines[at].kind is LineKind.TEXT:
        lines[at] = lines[at]._replace(kind=LineKind.ITEM, text=lines[at].text[match.end() :], mark=match[1])


def _is_next(before: re.Match[str] | None, match: re.Match[str]) -> bool:
    """Whether a number comes after another: 3. after 2., c) after b)."""
    one, two = (before[1].strip("().") if before else ""), match[1].strip("().")
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
