"""Actions that have begun while their due date is still to be confirmed (TC312)."""

from collections.abc import Iterator

from tcplan.findings.codes import TBC_DUE_AFTER_START
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import has_just_joined, start_in_words, unfinished_actions
from tcplan.rules.support.report_places import due_now
from tcplan.values.dates import DueKind
from tcplan.workspace import PlanFile


def tbc_due_after_start(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has begun, but its due date is still to be confirmed.

    An action begins on its `start` or, without one, with the plan. An action has also begun if somebody has reported
    progress. This rule leaves out complete and closed actions, those that joined the plan less than a review period
    ago, and plans whose period is over. If it applies to every action that has begun, or to nearly all of many, there
    is one finding for the plan.

    Why: `tbc` is an honest answer before the work has begun. After that it means that nobody has asked again, and the
    action can never be late.

    Fix: Agree the date. If the work has not really begun, write as `start` when it will begin.
    """
    every = context.assessment(plan).policy.review_every
    states = unfinished_actions(plan, context)
    begun = [state for state in states if state.started and not has_just_joined(state, every)]
    unread = plan.file.shaped.is_tainted
    begun = [state for state in begun if not unread(due_now(state))]  # what cannot be read is another finding
    waiting = [state for state in begun if state.due_text.lower() == DueKind.TBC]
    help_text = "agree the date, or write as `start` when the work will begin"
    says = GroupMessage(
        f"none of the {len(begun)} actions that have begun has a due date yet, only `tbc`",
        "actions that have begun have no due date yet, only `tbc`",
        help_text,
    )
    if of_all := aggregate(TBC_DUE_AFTER_START, [state.node for state in waiting], len(begun), says):
        yield of_all
        return
    for state in waiting:
        message = f"action {state.node.id} {start_in_words(state)}, and its due date is `tbc`"
        yield Problem(TBC_DUE_AFTER_START, due_now(state), message, help_text)
