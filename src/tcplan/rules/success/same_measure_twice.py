"""Measures that count the same thing (TC405)."""

import re
from collections.abc import Iterator

from tcplan.findings.codes import SAME_MEASURE_TWICE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile


def same_measure_twice(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Two measures have the same title, so they count the same thing twice.

    Capitals, punctuation, an s at the end of a word, and the words "a", "an", "the" and "of" make no difference.

    Why: If a number is kept in two places, people update it in only one of them. From then on the plan says two things
    about it, and each action relies on its own.

    Fix: Keep one of the two with all targets and readings, and name it in every action that it follows. If the two do
    count different things, say so in their titles.
    """
    first: dict[str, int] = {}
    for index, measure in enumerate(plan.plan.measures):
        words = _folded(measure.title)
        other = first.setdefault(words, index)
        if words and other != index:
            message = f"measure {measure.id} counts the same as measure {plan.plan.measures[other].id}: {measure.title}"
            help_text = "keep one of the two, or say in their titles how they differ"
            path, also = ("measures", index, "title"), ("measures", other, "title")
            yield Problem(SAME_MEASURE_TWICE, path, message, help_text, also=also, also_says="the first")


def _folded(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(word.removesuffix("s") for word in words if word not in ("a", "an", "the", "of"))
