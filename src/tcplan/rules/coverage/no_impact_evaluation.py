"""Plans that cannot show whether they work (TC602)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import NO_IMPACT_EVALUATION
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read, open_or_complete_entries
from tcplan.workspace import PlanFile
from tcplan.workspace.charters import serves_commitment

IMPACT: Final = "evaluating-impact"
"""The fifth theme, which TC602 is about: a plan may serve it without an action of its own."""


def no_impact_evaluation(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan has no way of finding out whether it makes a difference.

    One of three is enough: an entry with the theme `evaluating-impact` that is open or complete, a measure with a
    target, or a success criterion or measure of the plan as a whole. Plans that are over are left out.

    Why: Evaluating impact is the fifth theme of the Technician Commitment, and from stage 2 the form asks for evidence
    that earlier plans had impact. If nobody counted at the beginning, nobody can show a change at the end.

    Fix: Choose one number that should change, such as the share of technical staff with a professional registration,
    and write it under `measures` with today's reading and a target. Or add an action that evaluates the plan.
    """
    if is_over(plan, context) or not is_plan_read(plan, "themes", "measures", "success", "measured_by"):
        return
    whole = plan.plan.success or plan.plan.measured_by or any(measure.targets for measure in plan.plan.measures)
    if not whole and not any(IMPACT in node.themes for node in open_or_complete_entries(plan, context)):
        lacks, other = f", no entry with the theme {IMPACT}", f", or an action with `themes: {IMPACT}`"
        if not serves_commitment(context.workspace, context.folder, plan):
            lacks = other = ""  # it is a theme of the Technician Commitment
        message = f"the plan cannot evaluate its impact: no measure with a target{lacks}"
        help_text = f"add a measure with a target under `measures`{other}"
        yield Problem(NO_IMPACT_EVALUATION, ("title",), message, help_text)
