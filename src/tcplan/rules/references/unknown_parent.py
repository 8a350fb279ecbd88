"""Entries whose `under` names no entry that could be above them (TC107)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_PARENT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.suggestions import Hints
from tcplan.workspace import Level, Node, PlanFile


def unknown_parent(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """`under` names an entry that does not exist, or one that this entry cannot belong to.

    An action belongs to an objective or a pillar, an objective to a pillar.

    Why: The entry has no place in the plan. It counts towards no objective or pillar, and reports list it separately.

    Fix: Write the id of the objective or pillar that you mean. Without `under`, an entry belongs to the one whose id
    its own id extends: 1.1.2 belongs to 1.1.
    """
    if plan.has_unread_entries:
        return
    pillars, objectives = ([node.id for node in plan.tree.of(level)] for level in (Level.PILLAR, Level.OBJECTIVE))
    hints = Hints()
    for node in plan.tree.nodes:
        under = node.entry.under
        if not under or node.parent is not None:
            continue
        parent = plan.tree.find(under)
        if parent is None:
            higher = [*pillars, *objectives] if node.level is Level.ACTION else pillars
            help_text = hints(under, higher, f"write the id of a pillar{_or_objective(node)} of this plan")
            message = f"{node.level} {node.id} is under `{under}`, which does not exist in this plan"
        else:
            help_text = "an objective belongs to a pillar, an action to an objective or a pillar"
            message = f"{node.level} {node.id} cannot be under {parent.level} {under}"
        yield Problem(UNKNOWN_PARENT, (*node.path, "under"), message, help_text)


def _or_objective(node: Node) -> str:
    return " or objective" if node.level is Level.ACTION else ""
