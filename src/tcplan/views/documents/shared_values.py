"""Priority and themes, said once: on the heading whose actions share them, and on an action only where it differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.values.words import Priority
from tcplan.workspace import Node


@dataclass(frozen=True, slots=True)
class SharedValues:
    """What the actions under a heading have unless they say otherwise."""

    priority: Priority | None = None
    themes: tuple[str, ...] = ()


_NOTHING: Final = SharedValues()


def shared_values(nodes: Sequence[Node]) -> Mapping[int, SharedValues]:
    """What each pillar and objective has, by its identity; those above come before those below them.

    It is what the entry states itself or, if it states nothing, what all its actions among `nodes` have, else what is
    above it.
    """
    found: dict[int, SharedValues] = {}
    present = {id(node) for node in nodes}
    for node in nodes:
        if node.action is None:
            actions = [one for one in node.actions() if id(one) in present]
            found[id(node)] = _shared(node, actions, above(found, node))
    return found


def above(found: Mapping[int, SharedValues], node: Node) -> SharedValues:
    """What the entry above has."""
    return found.get(id(node.parent), _NOTHING)


def differing(found: Mapping[int, SharedValues], node: Node) -> SharedValues:
    """What is to be said of an entry, because it is not said of the one above it."""
    usual = above(found, node)
    own = found.get(id(node)) or SharedValues(node.priority, node.themes)
    return SharedValues(
        priority=own.priority if own.priority != usual.priority else None,
        themes=own.themes if own.themes != usual.themes else (),
    )


def _shared(node: Node, actions: list[Node], usual: SharedValues) -> SharedValues:
    priorities = {one.priority for one in actions}
    themes = {one.themes for one in actions}
    return SharedValues(
        priority=node.entry.priority or (priorities.pop() if len(priorities) == 1 else None) or usual.priority,
        themes=node.entry.themes or (themes.pop() if len(themes) == 1 else ()) or usual.themes,
    )
