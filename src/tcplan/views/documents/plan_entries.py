"""The entries of a plan: each pillar and objective, with the table of the actions directly under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tcplan.views.documents.action_table import ActionTable, action_columns, action_table, nothing_stated
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.entry import DocumentEntryRow, heading_row
from tcplan.views.documents.parts import plural
from tcplan.views.documents.plan_scope import PlanScope
from tcplan.workspace import Node, PlanFile


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """A pillar or an objective with the actions directly under it; `head` is None for actions under the plan itself."""

    head: DocumentEntryRow | None
    table: ActionTable | None


@dataclass(frozen=True, slots=True)
class PlanEntries:
    """All entries of a plan; `is_wide` if their tables are printed across the longer side of the paper.

    `remarks` are sentences about what no action states, and about what is left out.
    """

    groups: tuple[EntryGroup, ...]
    remarks: tuple[str, ...]
    is_wide: bool


def plan_entries(context: DocumentContext, plan: PlanFile, scope: PlanScope) -> PlanEntries:
    """The entries that the document prints, in the order of the file."""
    columns = action_columns(scope)
    groups = tuple(
        EntryGroup(
            head=heading_row(context, plan, scope, head) if head else None,
            table=action_table(context, plan, scope, actions, columns) if actions else None,
        )
        for head, actions in _grouped(scope.nodes)
    )
    empty = "" if groups or scope.completed else "The plan has no actions yet."
    remarks = (empty, nothing_stated(scope, columns), completed_left_out(scope))
    return PlanEntries(
        groups, tuple(one for one in remarks if one), any(one.table and one.table.is_wide for one in groups)
    )


def completed_left_out(scope: PlanScope) -> str:
    """A sentence about the completed actions that were asked to be left out."""
    if not scope.completed:
        return ""
    words = plural(scope.completed, "completed action")
    return f"{words} {'is' if scope.completed == 1 else 'are'} left out."


def _grouped(nodes: Sequence[Node]) -> Iterator[tuple[Node | None, list[Node]]]:
    """Each pillar and objective with the actions directly under it, and last the actions under the plan itself."""
    present = {id(node) for node in nodes}
    roots = [node for node in nodes if node.parent is None]
    for root in roots:
        if not root.action:
            yield from _under(root, present)
    loose = [root for root in roots if root.action]
    if loose:
        yield None, loose


def _under(head: Node, present: set[int]) -> Iterator[tuple[Node, list[Node]]]:
    children = [node for node in head.children if id(node) in present]
    yield head, [node for node in children if node.action]
    for child in children:
        if not child.action:
            yield from _under(child, present)
