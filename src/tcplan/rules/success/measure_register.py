"""Measures: each number is kept once, and for something (TC405, TC409)."""

import re
from collections.abc import Iterator

from tcplan.findings.codes import SAME_MEASURE_TWICE, UNUSED_MEASURE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import measures_mentioned
from tcplan.values.near_words import near
from tcplan.workspace import PlanFile


def same_measure_twice(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Two measures have the same title, and so count the same thing twice.

    Capitals, punctuation, an s at the end of a word, and the words "a", "an", "the" and "of" make no difference.

    Why: A number that is kept in two places is brought up to date in one of them. From then on the plan says two
    things about it, and each action believes its own.

    Mend: Keep one of the two with all targets and readings, and name it in every action that it follows. If the two
    do count different things, say so in their titles.
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


def unused_measure(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A measure is named by no action, objective or pillar, nor by the plan itself.

    Why: Its number appears in no report beside the work that it is about, and nobody is asked for a reading.

    Mend: Name it under `measured_by` of the entry that it follows, or of the plan where it follows all of it. If
    nobody needs it any more, delete it.
    """
    named = {mention.ref for mention in measures_mentioned(plan)}
    misspelt = named - {measure.id for measure in plan.plan.measures}
    if plan.has_unread_entries or any("measured_by" in path for path in plan.file.shaped.tainted):
        return
    for index, measure in enumerate(plan.plan.measures):
        if measure.id not in named and not (misspelt and near(measure.id, misspelt)):
            message = f"measure {measure.id} is named by no entry of this plan"
            help_text = f"write `measured_by: {measure.id}` at what it follows, or delete it"
            yield Problem(UNUSED_MEASURE, ("measures", index, "id"), message, help_text)


def _folded(title: str) -> str:
    words = re.findall(r"\w+", title.casefold())
    return " ".join(word.removesuffix("s") for word in words if word not in ("a", "an", "the", "of"))
