"""A plan as a tree: every entry with its parent, its children and what it inherits."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from tcplan.findings.span import Path
from tcplan.model import Plan
from tcplan.model.plan import Action, Entry
from tcplan.values.unicode_form import composed
from tcplan.values.words import Priority


class Level(StrEnum):
    """What an entry of a plan is, the highest level first: the parent of an entry is of a higher level."""

    PILLAR = "pillar"
    OBJECTIVE = "objective"
    ACTION = "action"

    @property
    def table(self) -> str:
        """The key of a plan that its entries are listed under."""
        return f"{self}s"

    def is_above(self, other: "Level") -> bool:
        """Whether entries of the other level may have an entry of this one as their parent."""
        return _RANKS[self] < _RANKS[other]


_RANKS: Final = {level: rank for rank, level in enumerate(Level)}


@dataclass(eq=False, slots=True)
class Node:
    """One pillar, objective or action, with its parent and children. `path` is its place in the file's data.

    `id` is that of the entry, and `action` the entry where it is an action: the rules ask for both hundreds of
    thousands of times.
    """

    level: Level
    entry: Entry
    path: Path
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    id: str = field(init=False)
    action: Action | None = field(init=False)

    def __post_init__(self) -> None:
        """Take what is asked for most from the entry."""
        self.id = self.entry.id
        self.action = self.entry if isinstance(self.entry, Action) else None

    @property
    def themes(self) -> tuple[str, ...]:
        """The entry's themes, or those of the nearest entry above that has any."""
        return next((node.entry.themes for node in self.line() if node.entry.themes), ())

    @property
    def priority(self) -> Priority | None:
        """The entry's priority, or that of the nearest entry above that has one."""
        return next((node.entry.priority for node in self.line() if node.entry.priority), None)

    def line(self) -> Iterator["Node"]:
        """This entry and those above it, nearest first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def above(self, level: Level) -> "Node | None":
        """The entry of a level that this one is, or is under."""
        return next((node for node in self.line() if node.level is level), None)

    def actions(self) -> list["Node"]:
        """All actions at or below this entry, in the order of the file."""
        found = [self] if self.level is Level.ACTION else []
        for child in self.children:
            found += child.actions()
        return found


class PlanTree:
    """The entries of one plan. Of two with the same id the first is the one that references mean."""

    def __init__(self, plan: Plan) -> None:
        self.nodes = [
            Node(level, entry, (level.table, index))
            for level in Level
            for index, entry in enumerate(getattr(plan, level.table))
        ]
        self.by_id: dict[str, Node] = {}
        for node in self.nodes:
            self.by_id.setdefault(node.id, node)
        for node in self.nodes:
            parent = self._parent(node)
            if parent is not None:
                node.parent = parent
                parent.children.append(node)

    def of(self, level: Level) -> list[Node]:
        """All entries of a level, in the order of the file."""
        return [node for node in self.nodes if node.level is level]

    def find(self, id_: str) -> Node | None:
        """The entry with this id, or that once had it."""
        id_ = composed(id_)
        return self.by_id.get(id_) or self._former.get(id_)

    def entries_once_called(self, id_: str) -> list[Node]:
        """The entries that once had an id which none has now: references to it mean the first."""
        return [] if id_ in self.by_id else [node for node in self.nodes if id_ in node.entry.formerly]

    def roots(self) -> list[Node]:
        """The entries directly under the plan."""
        return [node for node in self.nodes if node.parent is None]

    def _parent(self, node: Node) -> Node | None:
        """The entry named by `under`, else that with the longest id that this one extends, of a higher level."""
        if node.entry.under:
            parent = self.find(node.entry.under)
            return parent if parent and parent.level.is_above(node.level) else None
        prefix = node.id
        while "." in prefix:
            prefix = prefix.rpartition(".")[0]
            parent = self.by_id.get(prefix)
            if parent and parent.level.is_above(node.level):
                return parent
        return None

    @cached_property
    def _former(self) -> dict[str, Node]:
        return {old: node for node in reversed(self.nodes) for old in node.entry.formerly}
