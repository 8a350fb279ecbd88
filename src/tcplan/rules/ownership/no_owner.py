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

    Actions are left out that are complete or closed, or that stand under an objective or pillar with a lead or owner
    of its own. So is a plan whose period is over. Where no action names anybody, or hardly any of many, that is said
    once for the plan.

    Why: What belongs to nobody is done by nobody, and nobody is asked how it stands. It is found out at the review,
    when it is late.

    Fix: Agree who answers for the action and write it as `lead`, or list as `owners` those who carry it out. A role or
    a group will do. Until somebody is found, write `lead: tbc`, which shows in every report.
    """
    states = unfinished_actions(plan, context)
    lacking = [state.node for state in states if not any(_anybody(node) for node in state.node.line())]
    help_text = "name a lead or owners; `lead: tbc` says that somebody is still to be found"
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
