"""How rules tell that something was searched for and not found: what was searched, and the nearest spelling.

A plan or framework that is not in the workspace at all is one piece of advice, not one per reference.
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
"""A file with more references that lead nowhere has lost its ids; looking for near ones would only take time."""

MOST_BESIDE = 8


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

        For a number the ids beside it are named: the nearest spelling of 1.1.9 says nothing about what was meant. So
        are the names that differ in their numbers only, where there are several.
        """
        self._given += 1
        if self._given > MOST_HINTS:
            return otherwise
        if re.fullmatch(r"[\d.]+", word):
            parent = word.rpartition(".")[0]
            beside = [id_ for id_ in choices if parent and id_.rpartition(".")[0] == parent]
        else:
            beside = [id_ for id_ in choices if _without_numbers(id_) == _without_numbers(word)]
            if len(beside) <= 1:
                return did_you_mean(word, choices, otherwise)
        there = f"{'is' if len(beside) == 1 else 'are'} {', '.join(beside[-MOST_BESIDE:])}"
        return f"mend the id: beside it there {there}" if beside else otherwise

    def fix(self, mention: Mention, choices: Collection[str]) -> Set | None:
        """The name that is meant beyond doubt; nobody can tell which of two numbers is."""
        meant = certain(mention.ref, choices) if self._given <= MOST_HINTS else None
        if meant is None or _number_pattern().findall(meant) != _number_pattern().findall(mention.ref):
            return None
        return Set(mention.path, meant)


def missing(code: Code, mentions: Iterable[Mention], find: Find, *, whole: bool = False) -> Iterator[Problem]:
    """Problems for the mentions that were searched for and not found; of a `whole` reference no part is its id."""
    hints = Hints()
    otherwise = "check the name, or add the file" if whole else "check the id, or add the entry it means"
    for mention in mentions:
        target = find(mention.ref)
        if target.outcome is ReferenceOutcome.MISSING:
            word = mention.ref if whole else mention.ref.rpartition("/")[2]
            message = f"{mention.says} `{word}`, which does not exist in {target.searched}"
            yield Problem(code, mention.path, message, hints(word, target.choices, otherwise))


def misspelt(name: str, known: Collection[str]) -> str | None:
    """The known name that was probably meant; one that differs in its number only is another plan."""
    meant = near(name, known)
    return meant if meant and _without_numbers(meant) != _without_numbers(name) else None


def _without_numbers(name: str) -> str:
    return _number_pattern().sub("#", name)
