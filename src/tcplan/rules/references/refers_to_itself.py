"""Entries that are linked with themselves, or wait for what they are part of (TC131)."""

from collections.abc import Iterator

from tcplan.findings.codes import REFERS_TO_ITSELF
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.workspace import Node, PlanFile, resolve


def refers_to_itself(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An entry is related to itself, or depends on what it is a part of.

    An action that depends on itself is left to dependency-cycle, and what is closed into itself to into-closed.

    Why: The link says nothing, and another entry was probably meant. An action that waits for its own objective or
    pillar waits for itself, since these are complete when their actions are.

    Fix: Write the id of the entry that was meant, or delete the link.
    """
    for node in plan.tree.nodes:
        for path, ref, says in _links(node):
            target = resolve(context.workspace, context.folder, plan, ref).node
            if target is node and path[-2] == "related":
                yield Problem(REFERS_TO_ITSELF, path, f"{says} itself", "write the id that was meant, or delete this")
            elif target is not None and target is not node and path[-2] == "depends_on" and target in node.line():
                message = f"{says} {target.level} {target.id}, which it is part of"
                help_text = "write the actions that it depends on, or delete this"
                yield Problem(REFERS_TO_ITSELF, path, message, help_text)


def _links(node: Node) -> Iterator[tuple[Path, str, str]]:
    who = f"{node.level} {node.id}"
    for index, ref in enumerate(node.entry.related):
        yield (*node.path, "related", index), ref, f"{who} is related to"
    for index, ref in enumerate(node.action.depends_on if node.action else ()):
        yield (*node.path, "depends_on", index), ref, f"{who} depends on"
