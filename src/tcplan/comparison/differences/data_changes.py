"""What differs in the data of two states of a file, each place as deep as it goes, and nothing left out.

The places are those where both states have something comparable: an item of a list is paired with what it is in the
other state, and only where there is nothing to go into is a value given as a whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.item_keys import is_one_value, is_ordered
from tcplan.comparison.differences.item_pairs import ItemStep, PlanLinks, pair_items
from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, field_at, fields_of


class DataChangeKind(StrEnum):
    """What has happened at a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


DataPath = tuple[str | ItemStep, ...]
"""Where something is in both states: keys, and items of lists."""


@dataclass(frozen=True, slots=True)
class DataChange:
    """One place at which two states differ.

    Without `before` something was added, without `after` removed. `order` is only for items that are in both states,
    but in another order: their indices in the later state, in the order of the earlier one.
    """

    kind: DataChangeKind
    path: DataPath
    before: Value = None
    after: Value = None
    order: tuple[int, ...] = ()


def compare_data(before: ComparableFile, after: ComparableFile, links: PlanLinks | None = None) -> list[DataChange]:
    """All that differs, in the order of the later state; what is only in the earlier one comes after it.

    `links` are those of two plans that follow each other.
    """
    shape = after.shape if before.shape is after.shape else None
    return list(_in_mappings(before.data, after.data, shape, (), links or {}))


def inner_changes(change: DataChange, file: ComparableFile) -> list[DataChange]:
    """An item that was added or removed, key by key."""
    field = (
        field_at(file.shape, tuple(0 if isinstance(one, ItemStep) else one for one in change.path))
        if file.shape
        else None
    )
    before = change.before if isinstance(change.before, dict) else {}
    after = change.after if isinstance(change.after, dict) else {}
    return list(_in_mappings(before, after, field.shape if field else None, change.path, {}))


def _in_mappings(
    before: dict[str, Any], after: dict[str, Any], shape: type[Shape] | None, path: DataPath, links: PlanLinks
) -> Iterator[DataChange]:
    fields = fields_of(shape) if shape else {}
    for key in [*after, *(key for key in before if key not in after)]:
        yield from _at_key(before.get(key), after.get(key), fields.get(key), (*path, key), links)


def _at_key(
    before: Value, after: Value, field: FieldKind | None, path: DataPath, links: PlanLinks
) -> Iterator[DataChange]:
    if before == after:
        return
    if before is None or after is None or is_one_value(field) or field is None:
        yield from _of_key(before, after, field, path, links)
    elif field.mapping and isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(key for key in before if key not in after)]:
            yield from _values(before.get(key), after.get(key), field, (*path, key), links)
    else:
        yield from _values(before, after, field, path, links)


def _of_key(
    before: Value, after: Value, field: FieldKind | None, path: DataPath, links: PlanLinks
) -> Iterator[DataChange]:
    """A key that is only in one state, or a single value; a list of items that is new or gone is said item by item."""
    only = after if before is None else before if after is None else None
    if field and not is_one_value(field) and field.many and not field.mapping and isinstance(only, list):
        yield from (
            _in_lists([], only, field, path, links) if before is None else _in_lists(only, [], field, path, links)
        )
    elif field and field.mapping and isinstance(only, dict):
        for key, value in only.items():
            yield _change(None if before is None else value, value if before is None else None, (*path, key))
    else:
        yield _change(before, after, path)


def _values(before: Value, after: Value, field: FieldKind, path: DataPath, links: PlanLinks) -> Iterator[DataChange]:
    if before == after:
        return
    if field.many and isinstance(before, list) and isinstance(after, list) and not is_one_value(field):
        yield from _in_lists(before, after, field, path, links)
    elif not field.many and field.shape and isinstance(before, dict) and isinstance(after, dict):
        yield from _in_mappings(before, after, field.shape, path, links)
    else:
        yield _change(before, after, path)


def _in_lists(
    before: list[Value], after: list[Value], field: FieldKind, path: DataPath, links: PlanLinks
) -> Iterator[DataChange]:
    own_links = links.get(field.name) if len(path) == 1 else None  # of a table of the plan
    steps = pair_items(before, after, field.shape, links=own_links)
    for step in steps:
        old = None if step.before is None else before[step.before]
        new = None if step.after is None else after[step.after]
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _in_mappings(old, new, field.shape, (*path, step), links)
        elif step.before is None or step.after is None or old != new:
            kind = _kind_of(step.before is None, step.after is None)
            yield DataChange(kind, (*path, step), old, new)
    if is_ordered(field):
        kept = sorted((step.before, step.after) for step in steps if step.before is not None and step.after is not None)
        order = tuple(after for _, after in kept)
        if any(one > other for one, other in pairwise(order)):
            yield DataChange(DataChangeKind.REORDERED, path, before, after, order)


def _change(before: Value, after: Value, path: DataPath) -> DataChange:
    return DataChange(_kind_of(before is None, after is None), path, before, after)


def _kind_of(is_new: bool, is_gone: bool) -> DataChangeKind:  # noqa: FBT001 (two sides of one thing)
    if is_new:
        return DataChangeKind.ADDED
    return DataChangeKind.REMOVED if is_gone else DataChangeKind.CHANGED
