"""Which items of a list two branches have kept, changed, added and removed, and in which order they come together."""

from itertools import pairwise
from typing import Final, NamedTuple

from tcplan.comparison.differences.any_order import say_the_same
from tcplan.comparison.differences.item_keys import is_ordered, item_key
from tcplan.comparison.differences.item_pairs import ItemStep, pair_items
from tcplan.findings.span import Value
from tcplan.model.parts import Update
from tcplan.shape.fields import FieldKind
from tcplan.values.dates import DateError, parse_day
from tcplan.workspace.glossary import fold_name

_STATED: Final = ("rag", "due")
"""What one person can state only once a day."""


class ItemMerge(NamedTuple):
    """One item in the three states; None where it is not there. `name` is what it is called."""

    base: Value
    ours: Value
    theirs: Value
    name: str


def merge_items(base: list[Value], ours: list[Value], theirs: list[Value], kind: FieldKind) -> list[ItemMerge] | None:
    """The items of all three states, each once, in the order of the merged list; None if both have another order."""
    our_steps = pair_items(base, ours, kind.shape, is_certain=True)
    their_steps = pair_items(base, theirs, kind.shape, is_certain=True)
    if is_ordered(kind) and _is_reordered(their_steps):
        if _is_reordered(our_steps):
            return None
        mirrored = _merge(base, theirs, ours, (their_steps, our_steps), kind)
        return [item._replace(ours=item.theirs, theirs=item.ours) for item in mirrored]
    return _merge(base, ours, theirs, (our_steps, their_steps), kind)


def _merge(
    base: list[Value],
    ours: list[Value],
    theirs: list[Value],
    steps: tuple[list[ItemStep], list[ItemStep]],
    kind: FieldKind,
) -> list[ItemMerge]:
    """The items in our order, and theirs after what they come after in theirs."""
    in_theirs = {step.before: step.after for step in steps[1] if step.before is not None}
    in_ours = {step.before: step.after for step in steps[0] if step.before is not None}
    was = {step.after: step.before for step in steps[0]}
    added = {step.after: theirs[step.after] for step in steps[1] if step.before is None and step.after is not None}
    rows: list[_MergedRow] = []
    for index, own in enumerate(ours):
        before = was.get(index)
        other = in_theirs.get(before) if before is not None else _same_added(own, added, kind)
        there = None if other is None else theirs[other]
        known = None if before is None else base[before]
        rows.append(_MergedRow(ItemMerge(known, own, there, _name(own, kind)), other, is_new=before is None))
        if other is not None:
            added.pop(other, None)
    for index, other_index in ((index, in_theirs[index]) for index in in_theirs if in_ours.get(index) is None):
        if other_index is not None:  # gone in ours
            item = ItemMerge(base[index], None, theirs[other_index], _name(theirs[other_index], kind))
            _insert(rows, _MergedRow(item, other_index, is_new=False), kind)
    for index, value in sorted(added.items()):
        _insert(rows, _MergedRow(ItemMerge(None, None, value, _name(value, kind)), index, is_new=True), kind)
    return [row.item for row in rows]


class _MergedRow(NamedTuple):
    """An item with its index in theirs, if it is there."""

    item: ItemMerge
    theirs: int | None
    is_new: bool


def _insert(rows: list[_MergedRow], row: _MergedRow, kind: FieldKind) -> None:
    """Put an item of theirs after the nearest one before it in theirs, and after what is new in ours there.

    A report comes before those of later days.
    """
    place = 0
    nearest = -1
    for number, one in enumerate(rows):
        if one.theirs is not None and row.theirs is not None and nearest < one.theirs < row.theirs:
            nearest, place = one.theirs, number + 1
    while place < len(rows) and rows[place].is_new and rows[place].theirs is None:
        if kind.shape is Update and _day(rows[place].item.ours) > _day(row.item.theirs):
            break
        place += 1
    rows.insert(place, row)


def _same_added(own: Value, added: dict[int, Value], kind: FieldKind) -> int | None:
    """The item that both have added: the same, or one with the same name."""
    same = next((index for index, value in added.items() if say_the_same(own, value, kind)), None)
    if same is not None:
        return same
    key = item_key(own, kind.shape)
    named = (index for index, value in added.items() if item_key(value, kind.shape) == key)
    return next((index for index in named if kind.shape is not Update or _contradict(own, added[index])), None)


def _contradict(own: Value, other: Value) -> bool:
    """Whether two reports of one day are of the same person, with another colour or due date; else both stay."""
    if not isinstance(own, dict) or not isinstance(other, dict):
        return True
    is_one_person = _person(own) == _person(other)
    return is_one_person and any(
        None not in (pair := (own.get(key), other.get(key))) and pair[0] != pair[1] for key in _STATED
    )


def _person(report: dict[str, Value]) -> str:
    return fold_name(str(report.get("by") or ""))


def _is_reordered(steps: list[ItemStep]) -> bool:
    kept = sorted((one.before, one.after) for one in steps if one.before is not None and one.after is not None)
    return any(one[1] > other[1] for one, other in pairwise(kept))


def _name(item: Value, kind: FieldKind) -> str:
    return item_key(item, kind.shape).replace("\0", " ").strip() if isinstance(item, dict) else str(item)


def _day(report: Value) -> str:
    """The day of a report, to be compared; one that is no day comes first."""
    date = report.get("date") if isinstance(report, dict) else None
    try:
        return str(parse_day(str(date)).last)
    except DateError:
        return ""
