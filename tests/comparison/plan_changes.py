"""Plans changed at random as their keepers change them, and listed changes made again by hand."""

import random
from copy import deepcopy
from typing import Any

from edits.changing import a_change, a_report, a_text

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.data_changes import DataChange, DataChangeKind
from tcplan.comparison.differences.item_keys import is_ordered, whole_key
from tcplan.comparison.differences.item_pairs import ItemStep
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.yaml_editor.data_edits import MissingError, apply_change

TABLES = ("pillars", "objectives", "actions", "measures", "voice")


def a_keepers_change(data: Any, rng: random.Random) -> Any:  # noqa: C901 (one case for each kind)
    """The data after one change: an entry that came, went, got another id, place, parent, word or report."""
    tables = [key for key in TABLES if isinstance(data.get(key), list) and data[key]]
    kind = rng.random()
    if kind < 0.3 or not tables:
        try:
            return apply_change(data, a_change(data, rng))
        except MissingError:
            return data
    data = deepcopy(data)
    table = data[rng.choice(tables)]
    index = rng.randrange(len(table))
    entry = table[index]
    if not isinstance(entry, dict):
        return data
    match rng.randrange(8):
        case 0:
            rng.shuffle(table)
        case 1:
            table.pop(index)
        case 2:
            table.insert(index, {"id": f"{rng.randint(1, 4)}.{rng.randint(1, 99)}", "title": a_text(rng)})
        case 3:
            entry["formerly"], entry["id"] = [entry.get("id") or "0"], f"9.{rng.randint(1, 99)}"
        case 4:
            entry["id"] = f"8.{rng.randint(1, 99)}"
        case 5:
            words = str(entry.get("title")).split(" ")
            words[rng.randrange(len(words))] = rng.choice(("new", "further", ""))
            entry["title"] = " ".join(words)
        case 6:
            entry["under"] = rng.choice(("1", "1.1", "2"))
        case _:
            reports = entry.get("updates")
            reports = reports if isinstance(reports, list) else [] if reports is None else [reports]
            entry["updates"] = [*reports, a_report(rng)]
            rng.shuffle(entry["updates"])
    return data


def apply_listed(file: ComparableFile, shape: type[Shape] | None, changes: list[DataChange]) -> Any:
    """What some changes that were listed make of the data of a file, going by nothing else."""
    return _mapping(file.data, [(change.path, change) for change in changes], shape)


Listed = list[tuple[tuple[str | ItemStep, ...], DataChange]]


def _mapping(data: Any, changes: Listed, shape: type[Shape] | None) -> Any:
    fields = fields_of(shape) if shape else {}
    return _by_key(data, changes, fields.get)


def _by_key(data: Any, changes: Listed, field_of: Any, *, is_value: bool = False) -> Any:
    made = dict(data or {})
    for key in dict.fromkeys(path[0] for path, _ in changes):
        inner = [(path[1:], change) for path, change in changes if path[0] == key]
        value = _value(made.get(key), inner, field_of(key), is_value=is_value)
        made.pop(key, None)
        if value not in (None, [], {}):
            made[key] = value
    return made


def _value(data: Any, changes: Listed, field: FieldKind | None, *, is_value: bool) -> Any:
    if len(changes) == 1 and not changes[0][0] and changes[0][1].kind is not DataChangeKind.REORDERED:
        change = changes[0][1]
        assert data == change.before
        return change.after
    assert field is not None
    if field.mapping and not is_value:
        return _by_key(data, changes, lambda _: field, is_value=True)
    return _list(data or [], changes, field) if field.many else _mapping(data, changes, field.shape)


def _list(items: list[Any], changes: Listed, field: FieldKind) -> list[Any]:
    steps = list(dict.fromkeys(path[0] for path, _ in changes if path))
    kept = dict(enumerate(items))
    added = {}
    for step in steps:
        assert isinstance(step, ItemStep)
        inner = [(path[1:], change) for path, change in changes if path and path[0] == step]
        whole = next((change for path, change in inner if not path), None)
        if whole:
            if step.before is not None:
                assert kept.pop(step.before) == whole.before
            if step.after is not None:
                added[step.after] = whole.after
        else:
            assert step.before is not None
            kept[step.before] = _mapping(kept[step.before], inner, field.shape)
    order = next((change.order for path, change in changes if not path), None)
    rest = list(kept.values())
    if order:
        pairs = [(where, item) for where, item in zip(order, rest, strict=True)]
        rest = [item for _, item in sorted(pairs, key=lambda pair: pair[0])]
    for index in sorted(added):
        rest.insert(index, added[index])
    return rest


def in_any_order(value: Any, shape: type[Shape] | None) -> Any:
    """The data with the lists whose order means nothing sorted."""
    fields = fields_of(shape) if shape else {}
    return {key: _field_in_any_order(inner, fields.get(key)) for key, inner in value.items()}


def _field_in_any_order(value: Any, field: FieldKind | None) -> Any:
    if field is None:
        return value
    if field.mapping and isinstance(value, dict):
        return {key: _item_in_any_order(inner, field) for key, inner in value.items()}
    return _item_in_any_order(value, field)


def _item_in_any_order(value: Any, field: FieldKind) -> Any:
    if isinstance(value, list):
        items = [in_any_order(one, field.shape) if isinstance(one, dict) else one for one in value]
        return items if is_ordered(field) else sorted(items, key=whole_key)
    return in_any_order(value, field.shape) if isinstance(value, dict) else value
