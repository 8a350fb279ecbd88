"""Who answers for an action: nobody, several without a lead, or somebody still to be named (TC201 to TC203)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_LEAD, NO_OWNER, TBC_AFTER_START
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate, plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, owners_of
from tcplan.rules.support.plan_state import start_in_words, unfinished_actions
from tcplan.values.text_length import shortened
from tcplan.workspace import Glossary, Level, Node, PlanFile, is_placeholder


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


def no_lead(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Several own an action, and none of them leads it.

    Different spellings of one owner count once. Actions are left out that are complete or closed, or that stand under
    an objective or pillar with a lead. So is a plan whose period is over. Where no action of the plan names a lead,
    that is said once for the plan.

    Why: Each of the owners may think that another one reports and decides. An owner who is named first is not a lead;
    the order may only be that of a table.

    Fix: Ask the owners which of them answers for the action, and write it as `lead`. Where they answer for it together
    and want to keep it so, accept this with the reason.
    """
    glossary = context.folder.glossary
    counts = {id(state.node): _several(state.node, glossary) for state in unfinished_actions(plan, context)}
    lacking = [node for node in plan.tree.of(Level.ACTION) if counts.get(id(node))]
    help_text = "ask the owners who answers for it and name it as `lead`; their order does not say it"
    if len(lacking) > 1 and not any(node.entry.lead for node in plan.tree.nodes):
        message = f"no action names a lead, although {len(lacking)} have several owners"
        yield plan_problem(NO_LEAD, (node.path for node in lacking), message, help_text)
        return
    for node in lacking:
        message = f"action {node.id} has {counts[id(node)]} owners and no lead"
        yield Problem(NO_LEAD, (*node.path, "lead"), message, help_text)


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


def _anybody(node: Node) -> bool:
    return bool(node.entry.lead or node.entry.owners)


def _several(node: Node, glossary: Glossary) -> int:
    """How many own an entry that has no lead; 0 where that is fewer than two, or where there is a lead."""
    if any(one.entry.lead for one in node.line()):
        return 0
    owners = glossary.named_in(node.entry.owners)
    return len(owners) if len(owners) > 1 else 0


def _to_be_named(node: Node) -> OwnerMention | None:
    return next((one for one in owners_of(node) if is_placeholder(one.name)), None)
