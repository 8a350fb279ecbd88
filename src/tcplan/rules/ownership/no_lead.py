"""Actions with several owners and no lead (TC202)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_LEAD
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.workspace import Glossary, Level, Node, PlanFile


def no_lead(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action has several owners and no lead.

    Different spellings of one owner count once. This rule leaves out complete and closed actions, actions under an
    objective or pillar with a lead, and plans whose period is over. If no action of the plan has a lead, there is one
    finding for the plan.

    Why: Each of the owners may think that another one reports and decides. The owner who is named first is not a lead;
    the order may only be that of a table.

    Fix: Ask the owners which of them is responsible for the action, and write it as `lead`. If they are responsible
    together and want to keep it so, accept the finding with that reason.
    """
    glossary = context.folder.glossary
    counts = {id(state.node): _several(state.node, glossary) for state in unfinished_actions(plan, context)}
    lacking = [node for node in plan.tree.of(Level.ACTION) if counts.get(id(node))]
    help_text = "ask the owners who is responsible, and write it as `lead`; their order does not say"
    if len(lacking) > 1 and not any(node.entry.lead for node in plan.tree.nodes):
        message = f"no action has a lead, although {len(lacking)} have several owners"
        yield plan_problem(NO_LEAD, (node.path for node in lacking), message, help_text)
        return
    for node in lacking:
        message = f"action {node.id} has {counts[id(node)]} owners and no lead"
        yield Problem(NO_LEAD, (*node.path, "lead"), message, help_text)


def _several(node: Node, glossary: Glossary) -> int:
    """The number of owners of an entry that has no lead; 0 if there are fewer than two, or if there is a lead."""
    if any(one.entry.lead for one in node.line()):
        return 0
    owners = glossary.named_in(node.entry.owners)
    return len(owners) if len(owners) > 1 else 0
