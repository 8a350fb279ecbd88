"""Entries whose `under` names no entry above them (TC107)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_PARENT
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.suggestions import Hints
from tcplan.workspace import Level, Node, PlanFile


def unknown_parent(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """`under` names an entry that does not exist, or one that cannot stand above this one.

    An action stands under an objective or a pillar, an objective under a pillar.

    Why: The entry has no place in the plan. It counts towards no objective or pillar, and reports list it apart.

    Fix: Write the id of the objective or pillar that is meant. Without `under`, an entry stands under the one whose
    id its own extends: 1.1.2 under 1.1.
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
            message = f"{node.level} {node.id} is to stand under `{under}`, which does not exist in this plan"
        else:
            help_text = "an objective stands under a pillar, an action under an objective or a pillar"
            message = f"{node.level} {node.id} cannot stand under {parent.level} {under}"
        yield Problem(UNKNOWN_PARENT, (*node.path, "under"), message, help_text)


def _or_objective(node: Node) -> str:
    return " or objective" if node.level is Level.ACTION else ""
