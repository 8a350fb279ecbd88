"""The surgical changes that make one state of a file's data another.

What a list or mapping gets is written as it is in the file that it comes from, with its comments.
"""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from tcplan.comparison.differences.any_order import say_the_same
from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.item_keys import is_one_value, is_ordered
from tcplan.comparison.differences.item_pairs import ItemStep, pair_items
from tcplan.edits.key_order import order_at
from tcplan.edits.merging.same_ids import TwiceGivenId, is_twice_given
from tcplan.findings.change import Append, Change, Insert, Remove, Reorder, Set
from tcplan.findings.span import Path, Value
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.yaml_editor.data_edits import MissingError, value_at
from tcplan.yaml_editor.source_view import SourceView
from tcplan.yaml_editor.written_entry import written_entry


class WrittenSource:
    """Where values come from: knows of each list and mapping of a file how it is written there."""

    def __init__(self, view: SourceView, file: ComparableFile) -> None:
        self._view = view
        self._places: dict[int, tuple[Path, Value]] = {}  # with the value, so that no other gets its number
        for path, value in _collections(file.data, ()):
            self._places[id(value)] = (file.origin(path), value)

    def raw(self, value: Value) -> Value:
        """A value as it is in the file, with its short forms."""
        place = self._places.get(id(value))
        try:
            return value_at(self._view.document.data, place[0]) if place else value
        except MissingError:
            return value

    def lines(self, value: Value, step: str | int) -> tuple[str, ...]:
        """The lines of an item, or of a key of this name; none if it is not from there, or not on lines of its own."""
        place = self._places.get(id(value))
        if place is None or place[0] not in self._view.document.marks:
            return ()
        last = place[0][-1]
        is_such = last == step if isinstance(step, str) else isinstance(last, int)
        return written_entry(self._view, place[0]) if is_such else ()


class EditPlan(NamedTuple):
    """Changes in an order in which no path is moved before it is used."""

    first: list[Change]
    structural: list[tuple[int, Change]]

    def changes(self) -> list[Change]:
        """All changes: values first, then the items of lists, the innermost first."""
        return [*self.first, *(change for _, change in sorted(self.structural, key=lambda one: -one[0]))]


class EditPlanner:
    """Finds the changes that give a document the intended data."""

    def __init__(
        self, data: Value, file: ComparableFile, source: WrittenSource, replaced: Collection[TwiceGivenId] = ()
    ) -> None:
        """`replaced` are ids whose entries give way to other ones, and are not edited into them."""
        self._data, self._file, self._source = data, file, source
        self._replaced = replaced
        self._kind = str(file.data.get("kind"))
        self._plan = EditPlan([], [])

    def plan(self, wanted: dict[str, Any]) -> list[Change]:
        """The changes, in the order in which they are to be made."""
        self._mapping(self._file.data, wanted, self._file.shape, ())
        return self._plan.changes()

    def _mapping(self, old: dict[str, Any], new: dict[str, Any], shape: type[Shape] | None, path: Path) -> None:
        fields = fields_of(shape) if shape else {}
        for key in [*new, *(key for key in old if key not in new)]:
            self._key(old.get(key), new.get(key), fields.get(key), (*path, key))

    def _key(self, old: Value, new: Value, field: FieldKind | None, path: Path) -> None:
        if say_the_same(old, new, field):
            return
        if old is None:
            self._add_key(path, new)
        elif new is None:
            self._plan.first.append(Remove(self._file.origin(path)))
        else:
            self._value(old, new, field, path)

    def _value(self, old: Value, new: Value, field: FieldKind | None, path: Path) -> None:
        if field and field.mapping and isinstance(old, dict) and isinstance(new, dict):
            for key in [*new, *(key for key in old if key not in new)]:
                inner = old.get(key), new.get(key)
                if None in inner:
                    self._key(*inner, field, (*path, key))
                elif inner[0] != inner[1]:
                    self._inside(*inner, field, (*path, key))
        else:
            self._inside(old, new, field, path)

    def _inside(self, old: Value, new: Value, field: FieldKind | None, path: Path) -> None:
        if field and not is_one_value(field) and field.many and isinstance(old, list) and isinstance(new, list):
            self._list(old, new, field, path)
        elif field and field.shape and isinstance(old, dict) and isinstance(new, dict) and not self._is_short(path):
            self._mapping(old, new, field.shape, path)
        else:
            self._plan.first.append(Set(self._file.origin(path), self._source.raw(new)))

    def _list(self, old: list[Value], new: list[Value], field: FieldKind, path: Path) -> None:
        steps = list(self._steps(pair_items(old, new, field.shape, is_certain=True), old, path))
        for step in steps:
            if step.before is not None and step.after is not None:
                self._item(old[step.before], new[step.after], field, (*path, step.before))
        holder = self._file.origin(path)
        gone = [step.before for step in steps if step.after is None and step.before is not None]
        depth = len(path)
        is_bare = not isinstance(self._raw(holder), list)
        if is_bare and gone:  # one bare value, which another one replaces
            self._plan.first.append(Set(holder, [self._source.raw(one) for one in new]))
            return
        for index in sorted(gone, reverse=True):
            self._plan.structural.append((depth, Remove((*holder, index))))
        if is_ordered(field):
            self._reorder(steps, holder, depth)
        self._add_items(steps, new, holder, depth)

    def _steps(self, steps: list[ItemStep], old: list[Value], path: Path) -> Iterator[ItemStep]:
        """The steps, in which an entry that gives way to another one goes, and the other one comes."""
        for step in steps:
            own = None if step.before is None or step.after is None else old[step.before]
            if len(path) == 1 and is_twice_given(own, str(path[0]), self._replaced):
                yield step._replace(before=None)
                yield step._replace(after=None)
            else:
                yield step

    def _add_items(self, steps: list[ItemStep], new: list[Value], holder: Path, depth: int) -> None:
        count = sum(step.before is not None and step.after is not None for step in steps)
        for index in sorted(step.after for step in steps if step.before is None and step.after is not None):
            value, at = self._source.raw(new[index]), min(index, count)
            written = self._source.lines(new[index], index)
            is_plain = at == count and not written
            change: Change = Append(holder, value) if is_plain else Insert((*holder, at), value, (), written)
            self._plan.structural.append((depth, change))
            count += 1

    def _reorder(self, steps: list[ItemStep], holder: Path, depth: int) -> None:
        kept = [step for step in steps if step.before is not None and step.after is not None]
        left = sorted(step.before for step in kept if step.before is not None)
        order = tuple(left.index(step.before) for step in kept if step.before is not None)
        if order != tuple(range(len(order))):
            self._plan.structural.append((depth, Reorder(holder, order)))

    def _item(self, old: Value, new: Value, field: FieldKind, path: Path) -> None:
        if old == new:
            return
        if isinstance(old, dict) and isinstance(new, dict) and not self._is_short(path):
            self._mapping(old, new, field.shape, path)
        else:
            self._plan.first.append(Set(self._file.origin(path), self._source.raw(new)))

    def _add_key(self, path: Path, value: Value) -> None:
        holder = self._file.origin(path[:-1])
        order = order_at(self._kind, holder)
        change = Insert((*holder, path[-1]), self._source.raw(value), order, self._source.lines(value, path[-1]))
        self._plan.first.append(change)

    def _is_short(self, path: Path) -> bool:
        """Whether an item is written as a plain text, or a list as one bare value."""
        return not isinstance(self._raw(self._file.origin(path)), dict)

    def _raw(self, path: Path) -> Value:
        try:
            return value_at(self._data, path)
        except MissingError:
            return None


def _collections(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, list | dict):
        yield path, value
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _collections(inner, (*path, step))
