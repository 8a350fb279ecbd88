"""The findings of a file, each listed with its place; so many of one rule that nobody reads them are only counted."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.finding import Code, Finding, Problem, Rest
from tcplan.findings.place import Locator

MOST_LISTED: Final = 200
"""Findings of one rule in one file, for people and CI services. A plan with more of them has one mistake all over."""

_HELP: Final = "fix those that are listed, then check again"


class FileListing:
    """The findings of one file: of each rule, and each reason to accept it, the first `most`, and how many more."""

    def __init__(self, locator: Locator, most: int | None) -> None:
        self._locator = locator
        self._most = most
        self._listed: dict[tuple[Code, str | None], list[Finding]] = {}
        self._rests: dict[tuple[Code, str | None], tuple[Problem, Rest]] = {}

    def add(self, problem: Problem, why: str | None) -> None:
        """One more; `why` it is accepted, if it is."""
        key = (problem.code, why)
        listed = self._listed.setdefault(key, [])
        if problem.number == 1 and (self._most is None or len(listed) < self._most):
            listed.append(self._locator.finding(problem))
            return
        first, rest = self._rests.get(key, (problem, Rest(0, 0)))
        self._rests[key] = (first, Rest(rest.number + problem.number, rest.fixable + (problem.fix is not None)))

    def findings(self) -> Iterator[tuple[Finding, str | None]]:
        """All of them, with the reason why they are accepted."""
        for key, listed in self._listed.items():
            yield from ((finding, key[1]) for finding in listed)
            if key in self._rests:
                yield self._count(*self._rests[key]), key[1]

    def _count(self, first: Problem, rest: Rest) -> Finding:
        """One finding, at the place of the first that is not listed."""
        if rest.number == 1:
            return self._locator.finding(first)
        words = f"{rest.number:,} more findings of this rule in this file are counted but not listed"
        return self._locator.finding(first)._replace(
            message=words, help=_HELP, where="", also=None, fix=None, rest=rest, about=()
        )
