"""Doubts in the order in which somebody looks at them, and those that say the same of several places as one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.page import DoubtRow
from tcplan.values.plain_text import file_name

_BY_RULE: Final = ("owners-in-a-row", "empty", "ids-given", "person")
"""Kinds of doubts that follow a rule and are most often right: a look at some of them is enough."""

_FIRST: Final = (
    "institution",
    "question",
    "plan",
    "column",
    "not read",
    "struck",
    "closed",
    "colour",
    "id",
    "impossible-date",
    "owner",
)
"""Kinds that change most, in their order; all others come after them."""


class GatheredDoubt(NamedTuple):
    """Doubts of one kind and wording: what the first says and where, and where else the same is to be said."""

    message: str
    where: str
    others: tuple[str, ...] = ()


class OrderedDoubts(NamedTuple):
    """All doubts of an import, gathered.

    Attributes:
        first: Those that need a look each.
        by_rule: Those that follow a rule.
        first_count: How many doubts the first are, each place counted.
        by_rule_count: How many the others are.
    """

    first: list[GatheredDoubt]
    by_rule: list[GatheredDoubt]
    first_count: int
    by_rule_count: int


@cache
def _differing_pattern() -> re.Pattern[str]:
    """What may differ in doubts that are alike: the words of the document, ids, dates and numbers."""
    date = r"[0-9][\w./-]*(?: (?:days|weeks|months|years)| and [0-9][\w./-]*)*"
    return re.compile(rf"`[^`]*`|\byear [0-9]\b|\b{date}")


def order_doubts(doubts: Sequence[DoubtRow]) -> OrderedDoubts:
    """The doubts as they are shown, in a terminal and on the page."""
    by_rule = [doubt for doubt in doubts if doubt.kind in _BY_RULE]
    first = sorted((doubt for doubt in doubts if doubt.kind not in _BY_RULE), key=_rank)
    return OrderedDoubts(_gather_alike(first), _gather_alike(by_rule), len(first), len(by_rule))


def _rank(doubt: DoubtRow) -> int:
    return _FIRST.index(doubt.kind) if doubt.kind in _FIRST else len(_FIRST)


def _gather_alike(doubts: Iterable[DoubtRow]) -> list[GatheredDoubt]:
    """Doubts that are alike together, in the order in which they come first."""
    alike: dict[tuple[str, str, str], list[DoubtRow]] = {}
    for doubt in doubts:
        wording = _differing_pattern().sub("`", doubt.message)
        alike.setdefault((doubt.kind, wording, doubt.document), []).append(doubt)
    return [_gather(several) for several in alike.values()]


def _gather(doubts: Sequence[DoubtRow]) -> GatheredDoubt:
    first, *rest = doubts
    named = [re.findall("`[^`]*`", doubt.message) for doubt in doubts]
    kept = [at for at, words in enumerate(named[0]) if any(other[at : at + 1] != [words] for other in named)]
    others = [
        f"{_where(doubt)} ({', '.join(words[at] for at in kept if at < len(words))})" if kept else _where(doubt)
        for doubt, words in zip(rest, named[1:], strict=True)
    ]
    return GatheredDoubt(first.message, _where(first), tuple(dict.fromkeys(filter(None, others))))


def _where(doubt: DoubtRow) -> str:
    """The action, its place in the document, and the line of the file to correct."""
    line = f"{file_name(doubt.file.rpartition('/')[2])}:{doubt.line}" if doubt.line else ""
    return ", ".join(filter(None, (line, doubt.entry, doubt.place)))
