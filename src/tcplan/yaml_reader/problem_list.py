"""The problems of one file while it is read: a thousand of a kind are kept, the others are only counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from tcplan.findings.finding import Code, Problem
from tcplan.values.limits import MAX_PROBLEMS


class ProblemList:
    """Problems in the order in which they were found.

    Each holds words of the file: a hundred thousand anchors on one line would take a thousand times its size.
    """

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[Code] = Counter()
        self._next: dict[Code, Problem] = {}

    def __len__(self) -> int:
        """The number that are kept."""
        return len(self._kept)

    def __iter__(self) -> Iterator[Problem]:
        """Those that are kept, and for each kind that has more of them one that stands for these."""
        yield from self._kept
        for code, following in self._next.items():
            yield replace(following, number=self._counts[code] - MAX_PROBLEMS, fix=None)

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        self.add_made(problem.code, lambda: problem)

    def add_made(self, code: Code, make: Callable[[], Problem]) -> None:
        """Keep the problem that `make` returns; where it is only counted, it is not made."""
        self._counts[code] += 1
        if self._counts[code] <= MAX_PROBLEMS:
            self._kept.append(make())
        elif code not in self._next:
            self._next[code] = make()
