"""What two branches have made of the data of a file, brought together; what contradicts is in two versions.

A change of one branch is taken, and changes of both where they are of different fields or items. Only what is certain
counts here: an entry that another one merely looks like is not taken for it.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tcplan.comparison.differences.any_order import say_the_same
from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.item_keys import is_one_value
from tcplan.comparison.merging.merge_lists import ItemMerge, merge_items
from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.model.plan import Entry, Plan
from tcplan.shape.fields import FieldKind, fields_of


class MergeConflict(NamedTuple):
    """A place that both branches have changed in different ways; None is no value there.

    `path` leads there from the top of the file: keys, and items of lists by what names them.
    """

    path: tuple[str, ...]
    ours: Value
    theirs: Value


class TwoVersions(NamedTuple):
    """What is merged, once with our values where both have changed something, and once with theirs."""

    ours: Any
    theirs: Any


@dataclass(frozen=True)
class MergedData:
    """The data of both branches together; the versions are the same unless there are conflicts."""

    ours: dict[str, Any]
    theirs: dict[str, Any]
    conflicts: tuple[MergeConflict, ...]


def merge_data(base: ComparableFile, ours: ComparableFile, theirs: ComparableFile) -> MergedData:
    """Bring together what two branches have made of a file; both are of one kind."""
    merger = _Merger()
    merged = merger.mappings(base.data, ours.data, theirs.data, ours.shape, ())
    return MergedData(merged.ours, merged.theirs, tuple(merger.conflicts))


_Names = tuple[str, ...]


@dataclass
class _Merger:
    """Merges values, and collects where they contradict."""

    conflicts: list[MergeConflict] = field(default_factory=list)

    def mappings(
        self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], shape: type[Shape] | None, at: _Names
    ) -> TwoVersions:
        """Two mappings key by key."""
        fields = fields_of(shape) if shape else {}
        found = TwoVersions({}, {})
        apart = _keys_apart(base, ours, theirs, shape)
        for key in dict.fromkeys([*ours, *theirs]):
            values = base.get(key), ours.get(key), theirs.get(key)
            if key in apart:
                merged = self._conflict(values[1], values[2], (*at, key))
            else:
                merged = self._values(*values, fields.get(key), (*at, key))
            _put(found, key, merged)
        return found

    def _values(self, base: Value, ours: Value, theirs: Value, kind: FieldKind | None, at: _Names) -> TwoVersions:
        """The values of a key; None where there is none."""
        settled = _settle(base, ours, theirs, kind)
        if settled is not None:
            return settled
        if kind is None or is_one_value(kind):
            return self._conflict(ours, theirs, at)
        if kind.mapping and isinstance(ours, dict) and isinstance(theirs, dict):
            return self._mapping_by_name(base if isinstance(base, dict) else {}, ours, theirs, kind, at)
        return self._inside(base, ours, theirs, kind, at)

    def _mapping_by_name(
        self, base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], kind: FieldKind, at: _Names
    ) -> TwoVersions:
        found = TwoVersions({}, {})
        for key in dict.fromkeys([*ours, *theirs]):
            values = base.get(key), ours.get(key), theirs.get(key)
            settled = _settle(*values, kind)
            _put(found, key, settled or self._inside(*values, kind, (*at, key)))
        return found

    def _inside(self, base: Value, ours: Value, theirs: Value, kind: FieldKind, at: _Names) -> TwoVersions:
        """What both have changed, gone into where all three are lists or mappings."""
        ours_list, theirs_list = ours or [], theirs or []
        if kind.many and isinstance(ours_list, list) and isinstance(theirs_list, list):
            return self._lists(base if isinstance(base, list) else [], ours_list, theirs_list, kind, at)
        if kind.shape and isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict):
            return self.mappings(base, ours, theirs, kind.shape, at)
        return self._conflict(ours, theirs, at)

    def _lists(
        self, base: list[Value], ours: list[Value], theirs: list[Value], kind: FieldKind, at: _Names
    ) -> TwoVersions:
        merged = merge_items(base, ours, theirs, kind)
        if merged is None:
            return self._conflict(ours, theirs, at)
        found = TwoVersions([], [])
        for item in merged:
            versions = self._item(item, kind, (*at, item.name))
            for version, value in zip(found, versions, strict=True):
                if value is not None:
                    version.append(value)
        return found

    def _item(self, item: ItemMerge, kind: FieldKind, at: _Names) -> TwoVersions:
        base, ours, theirs = item.base, item.ours, item.theirs
        settled = _settle(base, ours, theirs, kind)
        if settled is not None:
            return settled
        if isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict):
            return self.mappings(base, ours, theirs, kind.shape, at)
        return self._conflict(ours, theirs, at)

    def _conflict(self, ours: Value, theirs: Value, at: _Names) -> TwoVersions:
        self.conflicts.append(MergeConflict(at, ours, theirs))
        return TwoVersions(ours, theirs)


def _settle(base: Value, ours: Value, theirs: Value, kind: FieldKind | None) -> TwoVersions | None:
    """The value where at most one branch has changed it, or both to the same."""
    if say_the_same(ours, theirs, kind) or say_the_same(base, theirs, kind):
        return TwoVersions(ours, ours)
    return TwoVersions(theirs, theirs) if say_the_same(base, ours, kind) else None


def _put(found: TwoVersions, key: str, merged: TwoVersions) -> None:
    for version, value in zip(found, merged, strict=True):
        if value not in (None, [], {}):
            version[key] = value


def _keys_apart(
    base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any], shape: type[Shape] | None
) -> frozenset[str]:
    """Keys that contradict each other: one branch has closed what the other one reports on."""
    if shape is None or not issubclass(shape, Entry | Plan):
        return frozenset()
    closed, reported = ([one.get(key) != base.get(key) for one in (ours, theirs)] for key in ("closed", "updates"))
    is_apart = (closed[0] and not closed[1] and reported[1]) or (closed[1] and not closed[0] and reported[0])
    return frozenset({"closed", "updates"}) if is_apart else frozenset()
