"""The actions of a plan by pillar, or by objective in a plan without pillars."""

from collections.abc import Iterable
from typing import NamedTuple

from tcplan.progress import Assessment
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.views.documents.parts import TextItem, ours
from tcplan.workspace import Level, Node


class ActionGroup(NamedTuple):
    """Actions that belong together: those of a pillar, or, where `node` is None, those of none."""

    node: Node | None
    actions: list[Node]


def action_groups(now: Assessment) -> list[ActionGroup]:
    """The pillars on the day or, in a plan without any, its objectives; then the actions under none."""
    level = Level.PILLAR if now.nodes_in_plan(Level.PILLAR) else Level.OBJECTIVE
    heads = now.nodes_in_plan(level)
    groups = [ActionGroup(node, _counted(node.actions(), now)) for node in heads]
    known = {id(node) for group in groups for node in group.actions}
    rest = [node for node in _counted(now.plan.tree.of(Level.ACTION), now) if id(node) not in known]
    return groups + ([ActionGroup(None, rest)] if rest else [])


def _counted(nodes: Iterable[Node], now: Assessment) -> list[Node]:
    """The actions that the totals count: of what is not in the plan yet, only what has been closed already."""
    return [node for node in nodes if cell_of(now.state(node), now.policy) is not TallyCell.ABSENT]


def group_title(group: ActionGroup) -> TextItem:
    """The number and title of a pillar, or what is under none."""
    if group.node is None:
        return ours("Actions without a pillar")
    return TextItem(f"{group.node.id} {group.node.entry.title}")
