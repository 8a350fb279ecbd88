"""Actions without a due date (TC305)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_DUE_DATE
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.workspace import PlanFile


def no_due_date(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has no due date.

    `ongoing` and `tbc` are answers, so they are left out. This rule also leaves out complete and closed actions, and
    plans whose period is over. If no action has a due date, or hardly any of many do, there is one finding for the
    plan.

    Why: Without a date an action can never be late, and the review has nothing to compare it with. It is missing from
    the list of what comes next, too.

    Fix: Agree a date and write it as `due`: a day, a month, `2026-Q1`, `12 months` from the plan's start, or `end`.
    Write `ongoing` for work without an end date, and `tbc` while the date is being agreed.
    """
    states = unfinished_actions(plan, context)
    lacking = [state.node for state in states if not state.due_text]
    help_text = "write `due`: a month, `12 months`, `end`, or `ongoing` for work without an end date"
    says = GroupMessage(
        f"none of the {len(states)} unfinished actions has a due date", "unfinished actions have no due date", help_text
    )
    if of_all := aggregate(NO_DUE_DATE, lacking, len(states), says):
        yield of_all
        return
    for node in lacking:
        yield Problem(NO_DUE_DATE, (*node.path, "due"), f"action {node.id} has no due date", help_text)
