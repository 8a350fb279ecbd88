"""Which facts fit a question: the kinds that it asks for, and in each those that share words with it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from tcplan.views.answer.rows import CitableFactRow, FactGroupRow, FactKind

_STEM: Final = 6
"""So many letters of a word are compared: `technician` and `technical` are the same."""

_SHORTEST: Final = 4

_ASKED_FOR: Final[Mapping[FactKind, tuple[str, ...]]] = MappingProxyType(
    {
        FactKind.COUNTS: ("progre", "review", "achiev", "done", "action"),
        FactKind.MEASURES: ("progre", "impact", "number", "many", "profil", "organi", "figure"),
        FactKind.COMPLETED: ("progre", "impact", "achiev", "done", "since", "develo", "enacte"),
        FactKind.EVIDENCE: ("impact", "eviden", "exampl", "links", "testim"),
        FactKind.CASE_STUDIES: ("impact", "eviden", "exampl", "articl", "testim"),
        FactKind.VOICE: ("voice", "survey", "consul", "engage", "commun", "shaped"),
        FactKind.QUOTES: ("voice", "testim", "impact"),
    }
)
"""The beginnings of the words with which a form asks for each kind."""

_SAYS_NOTHING: Final = frozenset(
    ("techni", "action", "plans", "their", "these", "earlie", "since", "with", "from", "that", "have", "been", "into")
)
"""What nearly every question and every fact has."""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that are long enough to mean something."""
    words = (word.casefold() for word in _word_pattern().findall(text))
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


def fitting_first(question: str, facts: Mapping[FactKind, Iterable[CitableFactRow]]) -> tuple[FactGroupRow, ...]:
    """The kinds that have facts: first those that the question asks for, and in each the nearest facts first."""
    asked = stems(question)
    groups = (
        FactGroupRow(kind, not asked.isdisjoint(_ASKED_FOR[kind]), _nearest_first(asked - _SAYS_NOTHING, found))
        for kind in FactKind
        if (found := tuple(facts.get(kind, ())))
    )
    return tuple(sorted(groups, key=lambda group: not group.fits))


def _nearest_first(asked: frozenset[str], facts: tuple[CitableFactRow, ...]) -> tuple[CitableFactRow, ...]:
    return tuple(sorted(facts, key=lambda fact: -len(asked & stems(fact.text))))
