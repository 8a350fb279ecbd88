"""Submitted actions whose lead, owner or due date is still to be confirmed (TC721)."""

from collections.abc import Iterator

from tcplan.findings.codes import STILL_TO_BE_CONFIRMED
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import owners_of
from tcplan.rules.support.plan_state import has_just_joined, unfinished_actions
from tcplan.rules.support.report_places import due_now
from tcplan.rules.support.submissions import is_to_be_submitted
from tcplan.values.dates import DueKind
from tcplan.workspace import PlanFile, is_placeholder


def still_to_be_confirmed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A plan is about to be submitted, and a lead, an owner or a due date in it is still to be confirmed.

    This rule looks at actions that have not begun. For those that have, see tbc-after-start and tbc-due-after-start. If
    no action has what it needs, there is one finding for the plan. A plan whose submission has been sent is left out.

    Why: Until the work begins `tbc` is an honest answer. But a plan with many of them is not yet a plan, and whoever
    approves it should know that.

    Fix: Agree who and when before the plan is approved. What cannot be agreed yet may stay: it does not keep you from
    making the final document.
    """
    if not is_to_be_submitted(plan, context):
        return
    every = context.assessment(plan).policy.review_every
    states = unfinished_actions(plan, context)
    ahead = [state for state in states if not state.started or has_just_joined(state, every)]
    waiting = [(state, found) for state in ahead if (found := list(_to_be_confirmed(plan, state)))]
    help_text = "agree who is responsible and by when, before the plan is approved"
    says = GroupMessage(
        f"each of the {len(ahead)} actions ahead has a lead, an owner or a due date to be confirmed",
        "actions ahead have a lead, an owner or a due date to be confirmed",
        help_text,
    )
    if of_all := aggregate(STILL_TO_BE_CONFIRMED, [state.node for state, _ in waiting], len(ahead), says):
        yield of_all
        return
    for state, found in waiting:
        what = " and ".join(dict.fromkeys(words for _, words in found))
        message = f"{what} of action {state.node.id} {'are' if ' and ' in what else 'is'} still to be confirmed"
        yield Problem(STILL_TO_BE_CONFIRMED, found[0][0], message, help_text)


def _to_be_confirmed(plan: PlanFile, state: EntryState) -> Iterator[tuple[Path, str]]:
    """The places of what is still open, and what it is."""
    for one in owners_of(state.node):
        if is_placeholder(one.name):
            yield one.path, "the lead" if one.path[-1] == "lead" else "an owner"
    due = due_now(state)
    if state.due_text.lower() == DueKind.TBC and not plan.file.shaped.is_tainted(due):
        yield due, "the due date"
