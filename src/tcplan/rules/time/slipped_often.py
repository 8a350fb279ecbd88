"""Due dates that reports have moved too often (TC310)."""

from collections.abc import Iterator

from tcplan.findings.codes import SLIPPED_OFTEN
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import last_slip
from tcplan.workspace import PlanFile

MOST_SLIPS = 2


def slipped_often(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The due date of an action has been moved more than twice.

    This rule counts the reports, up to the day of the check, that give a later due date than before, or `tbc` instead
    of one. It leaves out complete and closed actions, and plans whose period is over.

    Why: Once is bad luck, twice is a lesson. If the date moves at every review, nobody is working on the action, or it
    waits for something that the plan does not name.

    Fix: Do not move the date again. Say in the report what is in the way, name it under `depends_on` if it is another
    action, or close the action and say why.
    """
    for state in unfinished_actions(plan, context):
        slip = last_slip(state)
        if state.slips > MOST_SLIPS and slip:
            path, due = slip
            now = state.due or f"`{due.text}`"
            since = f" from {state.published_due}" if state.published_due else ""
            message = f"the due date of action {state.node.id} has been moved {state.slips} times,{since} to {now}"
            help_text = "say in the report what is in the way, or close the action with the reason"
            yield Problem(SLIPPED_OFTEN, path, message, help_text)
