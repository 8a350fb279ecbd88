"""Measures that no entry names (TC409)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNUSED_MEASURE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import measures_mentioned
from tcplan.values.near_words import near
from tcplan.workspace import PlanFile


def unused_measure(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A measure is not named by any action, objective or pillar, or by the plan itself.

    Why: No report shows its number beside the work that it is about, and nobody is asked for a reading.

    Fix: Name it under `measured_by` of the entry that it follows, or of the plan if it follows the whole plan. If
    nobody needs it any more, delete it.
    """
    named = {mention.ref for mention in measures_mentioned(plan)}
    misspelt = named - {measure.id for measure in plan.plan.measures}
    if plan.has_unread_entries or any("measured_by" in path for path in plan.file.shaped.tainted):
        return
    for index, measure in enumerate(plan.plan.measures):
        if measure.id not in named and not (misspelt and near(measure.id, misspelt)):
            message = f"no entry of this plan names measure {measure.id}"
            help_text = f"write `measured_by: {measure.id}` in the entry that it follows, or delete it"
            yield Problem(UNUSED_MEASURE, ("measures", index, "id"), message, help_text)
