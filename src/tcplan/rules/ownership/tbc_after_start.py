"""Actions that have begun while a lead or owner is still to be confirmed (TC203)."""

from collections.abc import Iterator

from tcplan.findings.codes import TBC_AFTER_START
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, owners_of
from tcplan.rules.support.plan_state import has_just_joined, start_in_words, unfinished_actions
from tcplan.values.text_length import shortened
from tcplan.workspace import Node, PlanFile, is_placeholder


def tbc_after_start(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has begun, but its lead or one of its owners is still to be confirmed.

    `tbc`, `TBD`, `to be agreed`, `vacant`, `n/a` and the like do not name anybody.

    An action begins on its `start` or, without one, with the plan. An action has also begun if somebody has reported
    progress. This rule leaves out complete and closed actions, those that joined the plan less than a review period
    ago, and plans whose period is over. If it applies to every action that has begun, or to nearly all of many, there
    is one finding for the plan.

    Why: Before the start `tbc` is an honest answer. After it, the work has no leader, and time is lost.

    Fix: Name the lead. If you cannot do that yet, move the start, so that the plan says when the work can begin.
    """
    every = context.assessment(plan).policy.review_every
    states = unfinished_actions(plan, context)
    begun = [state for state in states if state.started and not has_just_joined(state, every)]
    waiting = [(state, one) for state in begun if (one := _to_be_named(state.node))]
    help_text = "name the role or team, or move the start to the day when you will know"
    says = GroupMessage(
        f"each of the {len(begun)} actions that have begun has a lead or an owner still to be confirmed",
        "actions that have begun have a lead or an owner still to be confirmed",
        help_text,
    )
    if of_all := aggregate(TBC_AFTER_START, [state.node for state, _ in waiting], len(begun), says):
        yield of_all
        return
    for state, one in waiting:
        role = "its lead" if one.path[-1] == "lead" else "an owner"
        message = f"action {state.node.id} {start_in_words(state)}, and {role} is still `{shortened(one.name)}`"
        yield Problem(TBC_AFTER_START, one.path, message, help_text)


def _to_be_named(node: Node) -> OwnerMention | None:
    return next((one for one in owners_of(node) if is_placeholder(one.name)), None)
