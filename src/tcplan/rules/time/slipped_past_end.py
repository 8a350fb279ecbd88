"""Due dates that reports have moved past the end of the plan (TC314)."""

from collections.abc import Iterator

from tcplan.findings.codes import SLIPPED_PAST_END
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import last_slip
from tcplan.workspace import PlanFile


def slipped_past_end(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A report has moved the due date of an action past the end of the plan.

    This rule leaves out complete and closed actions, and plans whose period is over.

    Why: The action will not be finished in time, and it is good that the report says so. But it will be finished when
    nobody reports on this plan any more, so the next plan must have it.

    Fix: Continue the action in the next plan, with `continues`; or close it here, and say what becomes of the rest.
    """
    end = plan.period.end
    for state in unfinished_actions(plan, context):
        slip = last_slip(state)
        if slip and end and state.due and state.due > end:
            message = f"action {state.node.id} has slipped to {state.due}, after the plan ends on {end}"
            help_text, also = "continue it in the next plan, or close it here", ("period", "end")
            yield Problem(SLIPPED_PAST_END, slip[0], message, help_text, also=also, also_says="the plan ends here")
