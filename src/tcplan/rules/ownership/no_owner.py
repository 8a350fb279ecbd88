"""Actions with neither a lead nor an owner (TC201)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_OWNER
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.workspace import Node, PlanFile


def no_owner(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has neither a lead nor an owner.

    This rule leaves out complete and closed actions, actions under an objective or pillar with a lead or owner of its
    own, and plans whose period is over. If no action has a lead or owner, or hardly any of many do, there is one
    finding for the plan.

    Why: What belongs to nobody is done by nobody, and nobody is asked how it is going. People find out at the review,
    when it is late.

    Fix: Agree who is responsible for the action and write it as `lead`, or list those who carry it out as `owners`. A
    role or a group will do. Until you have found somebody, write `lead: tbc`, which every report shows.
    """
    states = unfinished_actions(plan, context)
    lacking = [state.node for state in states if not any(_anybody(node) for node in state.node.line())]
    help_text = "name a lead or owners; write `lead: tbc` if you still have to find somebody"
    says = GroupMessage(
        f"none of the {len(states)} unfinished actions has a lead or an owner",
        "unfinished actions have neither a lead nor an owner",
        help_text,
    )
    if of_all := aggregate(NO_OWNER, lacking, len(states), says):
        yield of_all
        return
    for node in lacking:
        yield Problem(NO_OWNER, (*node.path, "lead"), f"action {node.id} has neither a lead nor an owner", help_text)


def _anybody(node: Node) -> bool:
    return bool(node.entry.lead or node.entry.owners)
