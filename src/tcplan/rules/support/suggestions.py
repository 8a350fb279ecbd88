"""How rules say that something was not found: where they searched, and what the nearest spelling is.

A plan or framework that is not in the workspace at all is one finding, not one for each reference.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache

from tcplan.findings.change import Set
from tcplan.findings.finding import Code, Problem
from tcplan.rules.support.mentions import Mention
from tcplan.values.near_words import certain, did_you_mean, near
from tcplan.workspace import ReferenceOutcome, Target

MOST_HINTS = 100
"""A file with more references that lead nowhere has lost its ids; a search for near ones would only take time."""

MOST_BESIDE = 8

MOST_KNOWN = 200
"""With more plans or frameworks than this a search for each name would take longer than reading them all."""


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"\d+")


Find = Callable[[str], Target]


class Hints:
    """Nearest spellings, up to a number of them."""

    def __init__(self) -> None:
        self._given = 0

    def __call__(self, word: str, choices: Collection[str], otherwise: str) -> str:
        """The help line for a word that is not among the choices.

        For a number it lists the ids beside it: the nearest spelling of 1.1.9 says nothing about what was meant. So
        it does for names that differ only in their numbers, if there are several.
        """
        self._given += 1
        if self._given > MOST_HINTS:
            return otherwise
        if re.fullmatch(r"[\d.]+", word):
            parent = word.rpartition(".")[0]
            beside = [id_ for id_ in choices if parent and id_.rpartition(".")[0] == parent]
        else:
            alike = _without_numbers(word)
            beside = [id_ for id_ in choices if _without_numbers(id_) == alike]
            if len(beside) <= 1:
                return did_you_mean(word, choices, otherwise)
        near_ids = f"id is {beside[0]}" if len(beside) == 1 else f"ids are {', '.join(beside[-MOST_BESIDE:])}"
        return f"correct the id: the nearest {near_ids}" if beside else otherwise

    def fix(self, mention: Mention, choices: Collection[str]) -> Set | None:
        """The name that is certainly meant; between two numbers nobody can tell."""
        meant = certain(mention.ref, choices) if self._given <= MOST_HINTS else None
        if meant is None or _number_pattern().findall(meant) != _number_pattern().findall(mention.ref):
            return None
        return Set(mention.path, meant)


def missing(code: Code, mentions: Iterable[Mention], find: Find, *, whole: bool = False) -> Iterator[Problem]:
    """Problems for the mentions that were not found; a `whole` reference has no part that is its id."""
    hints = Hints()
    otherwise = "check the name, or add the file" if whole else "check the id, or add the entry that it names"
    for mention in mentions:
        target = find(mention.ref)
        if target.outcome is ReferenceOutcome.MISSING:
            word = mention.ref if whole else mention.ref.rpartition("/")[2]
            message = f"{mention.says} `{word}`, which does not exist in {target.searched}"
            yield Problem(code, mention.path, message, hints(word, target.choices, otherwise))


def misspelt(name: str, known: Collection[str]) -> str | None:
    """The known name that was probably meant; one that differs only in its number is another plan."""
    if len(known) > MOST_KNOWN:
        return None
    meant = near(name, known)
    return meant if meant and _without_numbers(meant) != _without_numbers(name) else None


def _without_numbers(name: str) -> str:
    return _number_pattern().sub("#", name)
