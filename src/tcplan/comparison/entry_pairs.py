"""Which entry of one state of a plan is which of another: by id, and by `formerly` where an entry has got another id.

Neither state is taken for the earlier one, so that a comparison the other way round finds the same pairs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tcplan.workspace import Node, fold_name


class EntryPair(NamedTuple):
    """An entry in two states of a plan; in one of them it may not be there."""

    before: Node | None
    after: Node | None

    @property
    def node(self) -> Node:
        """The entry as it is later or, where it is gone, as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 (a pair of nothing is never made)
        return found


def pair_entries(before: Sequence[Node], after: Sequence[Node]) -> list[EntryPair]:
    """Each entry of both states once: in the order of the later state, then those that are no longer there.

    An entry with the same id and title is the same. Of the rest, one that has come to say `formerly` since is the one
    that it names: in a plan with an action put in before others, every number after it means another action than it
    did. Then the id alone counts. Of several entries with one id, the first is the first, and so on.
    """
    found: dict[int, Node] = {}
    taken: set[int] = set()
    for old, new in _candidates(_numbered(before), _numbered(after)):
        if id(old) not in taken and id(new) not in found:
            taken.add(id(old))
            found[id(new)] = old
    pairs = [EntryPair(found.get(id(node)), node) for node in after]
    return pairs + [EntryPair(node, None) for node in before if id(node) not in taken]


_Numbered = dict[tuple[str, int], Node]
"""Entries by id, and by which of those with that id they are."""


def _numbered(nodes: Iterable[Node]) -> _Numbered:
    seen, found = Counter[str](), {}
    for node in nodes:
        found[node.id, seen[node.id]] = node
        seen[node.id] += 1
    return found


def _candidates(before: _Numbered, after: _Numbered) -> Iterator[tuple[Node, Node]]:
    """Pairs that may be one entry, the surest first."""
    same = [(before[key], node) for key, node in after.items() if key in before]
    yield from (pair for pair in same if fold_name(pair[0].entry.title) == fold_name(pair[1].entry.title))
    renamed = [*_renamed(before, after), *((old, new) for new, old in _renamed(after, before))]
    yield from sorted(renamed, key=lambda pair: sorted((pair[0].id, pair[1].id)))
    yield from same


def _renamed(before: _Numbered, after: _Numbered) -> Iterator[tuple[Node, Node]]:
    """Entries with what they were called before; what was said already in the state before has happened earlier."""
    for key, node in after.items():
        known = before[key].entry.formerly if key in before else ()
        for name in node.entry.formerly:
            old = before.get((name, 0))
            if old and name not in known and name != node.id:
                yield old, node
