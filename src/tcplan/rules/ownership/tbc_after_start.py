"""Actions that have begun while a lead or owner is still to be confirmed (TC203)."""

from collections.abc import Iterator

from tcplan.findings.codes import TBC_AFTER_START
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.owners import OwnerMention, owners_of
from tcplan.rules.support.plan_state import start_in_words, unfinished_actions
from tcplan.values.text_length import shortened
from tcplan.workspace import Node, PlanFile, is_placeholder


def tbc_after_start(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has begun, and its lead or one of its owners is still to be named.

    `tbc`, `TBD`, `to be agreed`, `vacant`, `n/a` and the like stand for nobody.

    An action begins on its `start` or, without one, with the plan; also when somebody reports progress. Complete and
    closed actions are left out, and a plan whose period is over. Where it is so for every action that has begun, or
    nearly every one of many, that is said once for the plan.

    Why: Before the start `tbc` is an honest answer. After it, the time runs and nobody uses it.

    Fix: Name the lead. Where that cannot be done yet, move the start, so that the plan says when the work can begin.
    """
    begun = [state for state in unfinished_actions(plan, context) if state.started]
    waiting = [(state, one) for state in begun if (one := _to_be_named(state.node))]
    help_text = "name who it is, or move the start to the day when that will be known"
    says = GroupMessage(
        f"each of the {len(begun)} actions that have begun has a lead or an owner still to be named",
        "actions that have begun have a lead or an owner still to be named",
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
