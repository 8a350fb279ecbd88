"""References to measures and voice entries that the plan does not have (TC104, TC105)."""

from collections.abc import Collection, Iterable, Iterator

from tcplan.findings.codes import UNKNOWN_MEASURE, UNKNOWN_VOICE
from tcplan.findings.finding import Code, Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, measures_mentioned, voices_mentioned
from tcplan.rules.support.suggestions import Hints
from tcplan.workspace import PlanFile


def unknown_measure(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """`measured_by` names a measure that the plan does not have.

    Why: The plan does not hold the number that should show success, so no report can say how far it has come.

    Fix: Use the id that the measure has under `measures`, or add the measure there.
    """
    if not plan.has_unread("measures"):
        known = [one.id for one in plan.plan.measures]
        yield from _not_among(UNKNOWN_MEASURE, "measure", measures_mentioned(plan), known)


def unknown_voice(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A quote comes from a voice entry that the plan does not have.

    Why: A reader cannot see when and where technicians said this. A submission has to show that their voice shaped the
    plan.

    Fix: Use the id that the survey or meeting has under `voice`, or add it there.
    """
    if not plan.has_unread("voice"):
        known = [one.id for one in plan.plan.voice]
        yield from _not_among(UNKNOWN_VOICE, "voice entry", voices_mentioned(plan), known)


def _not_among(code: Code, noun: str, mentions: Iterable[Mention], known: Collection[str]) -> Iterator[Problem]:
    """Problems for the mentions of something that the plan does not have."""
    there, hints = set(known), Hints()
    for mention in mentions:
        if mention.ref not in there:
            message = f"{mention.says} `{mention.ref}`, which is not a {noun} of this plan"
            help_text = hints(mention.ref, known, f"add it, or name a {noun} of this plan")
            yield Problem(code, mention.path, message, help_text, fix=hints.fix(mention, known))
