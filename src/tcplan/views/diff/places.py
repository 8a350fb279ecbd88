"""Where the entries of a plan are in two states of it: their order, and what they are under."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.data_changes import DataPath
from tcplan.comparison.differences.item_pairs import ItemStep, PlanLinks, pair_items
from tcplan.findings.span import Path, Value
from tcplan.model import Plan, Shape
from tcplan.shape.fields import fields_of
from tcplan.workspace.tree import Level, Node, PlanTree


class ComparedFile(NamedTuple):
    """One state of a file: its data and, if it is a plan, its tree, whose places are those of the data."""

    data: ComparableFile
    tree: PlanTree | None


def compared_file(data: ComparableFile, model: Shape | None) -> ComparedFile:
    """One state of a file, from its data and its model."""
    return ComparedFile(data, PlanTree(model) if isinstance(model, Plan) else None)


class PlaceFinder:
    """Answers where an entry is that is in one or both of two states."""

    def __init__(self, before: ComparedFile, after: ComparedFile, links: PlanLinks | None) -> None:
        self._files = before.data, after.data
        self._before, self._after = _by_path(before.tree), _by_path(after.tree)
        self._places = list(_tree_places(before.data, after.data, links or {}))
        self._later: dict[Path, Path] = {
            (table, step.before): (table, step.after)
            for table, step in self._places
            if step.before is not None and step.after is not None
        }
        self._ranks = self._rank_all(before.tree, after.tree)

    def entry(self, place: DataPath, *, is_later: bool) -> Value:
        """The entry in one state, or None; for no place, what the file holds."""
        data = self._files[is_later].data
        if not place:
            return data
        table = data.get(str(place[0]))
        index = _index(place, is_later=is_later)
        return table[index] if isinstance(table, list) and index is not None else None

    def rank(self, place: DataPath) -> tuple[int, ...]:
        """What places are sorted by: what is in no entry, the tree of the plan, then all other tables."""
        if not place:
            return (0,)
        old, new = _index(place, is_later=False), _index(place, is_later=True)
        rank = self._ranks.get((place[0], old, new))
        if rank is not None:
            return (1, rank)
        tables = list(dict.fromkeys([*self._files[1].data, *self._files[0].data]))
        return (2, tables.index(str(place[0])), int(new is None), new or 0, old or 0)

    def parents(self, place: DataPath) -> tuple[str | None, str | None]:
        """What an entry was under and what it is under now, in words; None twice if that is the same."""
        old, new = self._node(place, is_later=False), self._node(place, is_later=True)
        if old is None or new is None:
            return None, None
        was = self._later.get(old.parent.path) if old.parent else ()
        if was == (new.parent.path if new.parent else ()):
            return None, None
        return _words(old.parent), _words(new.parent)

    def moved(self) -> Iterator[DataPath]:
        """The entries that are under something else than before."""
        yield from (place for place in self._places if self.parents(place) != (None, None))

    def _node(self, place: DataPath, *, is_later: bool) -> Node | None:
        index = _index(place, is_later=is_later) if place else None
        return (self._after if is_later else self._before).get((str(place[0]), index)) if index is not None else None

    def _rank_all(self, before: PlanTree | None, after: PlanTree | None) -> dict[tuple[object, ...], int]:
        """The order of the later tree; what is gone comes after what was before it in the earlier one."""
        earlier = {new: old for old, new in self._later.items()}
        gone: dict[Path | None, list[Path]] = {}
        last: Path | None = None
        for node in _in_order(before):
            last = self._later.get(node.path, last)
            if node.path not in self._later:
                gone.setdefault(last, []).append(node.path)
        rows: list[tuple[Path | None, Path | None]] = [(path, None) for path in gone.get(None, ())]
        for node in _in_order(after):
            rows.append((earlier.get(node.path), node.path))
            rows += [(path, None) for path in gone.get(node.path, ())]
        return {
            ((new or old or ("",))[0], old[1] if old else None, new[1] if new else None): rank
            for rank, (old, new) in enumerate(rows)
        }


def _index(place: DataPath, *, is_later: bool) -> int | None:
    step = place[1]
    return (step.after if is_later else step.before) if isinstance(step, ItemStep) else None


def _tree_places(before: ComparableFile, after: ComparableFile, links: PlanLinks) -> Iterator[tuple[str, ItemStep]]:
    for level in Level:
        old, new = before.data.get(level.table), after.data.get(level.table)
        field = fields_of(Plan)[level.table]
        if isinstance(old, list) and isinstance(new, list):
            steps = pair_items(old, new, field.shape, links=links.get(level.table))
            yield from ((level.table, step) for step in steps)


def _by_path(tree: PlanTree | None) -> dict[Path, Node]:
    return {node.path: node for node in tree.nodes} if tree else {}


def _in_order(tree: PlanTree | None) -> Iterator[Node]:
    """The entries of a plan, each followed by those under it."""
    left = tree.roots()[::-1] if tree else []
    while left:
        node = left.pop()
        yield node
        left += node.children[::-1]


def _words(node: Node | None) -> str:
    return f"{node.level} {node.id}" if node else "the plan itself"
