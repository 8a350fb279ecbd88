"""Setting or removing one value as a change of its file."""

import re
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any, Final

from tcplan.edits.evidence import evidence_value
from tcplan.edits.key_order import order_at
from tcplan.edits.resolve_path import PathMatch
from tcplan.errors import UsageError
from tcplan.findings.change import Change, Insert, Remove, Set
from tcplan.findings.plan_terms import NAMING_KEYS, plan_terms
from tcplan.findings.span import Path, Value
from tcplan.model import KINDS, Shape
from tcplan.model.parts import Evidence, Update
from tcplan.shape.fields import FieldKind, field_at, fields_of, shape_at
from tcplan.values.dates import DateError, parse_day
from tcplan.values.near_words import did_you_mean
from tcplan.values.printed_command import command_at, shell_join
from tcplan.yaml_editor.data_edits import value_at
from tcplan.yaml_editor.editor import EditError, edited_text

TABLES: Final = ("pillars", "objectives", "actions", "measures", "voice")
ENTRY_DEPTH: Final = 2
"""An entry is an item of a table: its path is the table's name and a number."""

_HISTORY: Final = frozenset({"updates", "closed", "actual"})
"""The keys in which an entry keeps what happened to it."""

MOST_NAMES: Final = 6
"""The number of items of a list that a message names."""


def setting_changes(place: PathMatch, values: list[str]) -> list[Change]:
    """The change that gives a place one value, or several where it holds a list; raises UsageError."""
    shape = _shape(place)
    values = [re.sub(r"\r\n?", "\n", value) for value in values]
    place = _with_slashes(place, shape)
    value = typed_value(place, _field(place, shape), values)
    if not place.missing:
        old = value_at(place.file.document.data, place.path)
        return [] if old == value else [Set(place.path, value)]
    first, *rest = place.missing
    for key in reversed(rest):
        value = {key: value}
    return placed(place, first, value)


def placed(place: PathMatch, first: str, value: Value) -> list[Change]:
    """The change that adds a key with its value to what is at a place."""
    shape = _shape(place)
    holder = value_at(place.file.document.data, place.path)
    if isinstance(holder, str):
        return [Set(place.path, _as_mapping(shape, place, holder, {first: value}))]
    return [Insert((*place.path, first), value, order_at(_kind(place), place.path))]


def _with_slashes(place: PathMatch, shape: type[Shape]) -> PathMatch:
    """The place with what is left as one key, below a mapping whose keys are free: 2025/26 is a date."""
    field = field_at(shape, place.path)
    is_free = field is not None and field.mapping and field_at(shape, place.path[:-1]) is not field
    return replace(place, missing=("/".join(place.missing),)) if is_free and len(place.missing) > 1 else place


def _as_mapping(shape: type[Shape], place: PathMatch, text: str, more: dict[str, Value]) -> dict[str, Value]:
    """An item that is plain text as a mapping, so that it can have another key."""
    inner = shape_at(shape, place.path)
    main = inner.main_for(text) if inner else ""
    whole = {main: text, **more}
    return {key: whole[key] for key in order_at(_kind(place), place.path) if key in whole}


def removing_changes(place: PathMatch) -> list[Change]:
    """The change that removes one value or one item; raises UsageError where that would be more, or nothing."""
    if place.missing:
        help_text = _as_date(place.missing[0]) or "there is nothing to remove"
        raise UsageError(f"there is no `{place.missing[0]}` at {_here(place)}", help_text)
    value = value_at(place.file.document.data, place.path)
    if isinstance(value, list) and len(value) > 1 and any(isinstance(item, dict) for item in value):
        raise UsageError(f"this would remove {len(value)} entries", f"name one of them: {_names(value)}")
    if isinstance(value, dict) and (place.path[0] in TABLES and len(place.path) <= ENTRY_DEPTH):
        _check_unused(place, value)
    return [Remove(_with_empty_holder(place))]


def _check_unused(place: PathMatch, entry: dict[str, Value]) -> None:
    """Refuse to remove an entry that has a history, or that others belong to: what was just added has neither."""
    data: Any = place.file.document.data
    id_ = str(entry.get("id"))
    others = (one for table in TABLES if isinstance(items := data.get(table), list) for one in items)
    below = any(
        isinstance(one, dict) and (one.get("under") == id_ or str(one.get("id", "")).startswith(f"{id_}."))
        for one in others
    )
    if below or _HISTORY & entry.keys() or place.path in [(table,) for table in TABLES]:
        help_text = f"`tcplan close` ends it with a reason; if it is a mistake, delete its lines in {place.shown}"
        raise UsageError(f"this would remove the whole of {_here(place)}", help_text)


def _with_empty_holder(place: PathMatch) -> Path:
    """The path to remove: with the last item goes the list that it leaves empty, if the list need not be there."""
    document, path = place.file.document, place.path
    holder, shape = path[:-1], _shape(place)
    field = field_at(shape, holder) if holder and isinstance(holder[-1], str) else None
    if field is None or field.required:
        return path
    is_free = field.mapping and field_at(shape, holder[:-1]) is not field
    if not (isinstance(path[-1], int) or is_free) or len(_items(value_at(document.data, holder))) != 1:
        return path
    try:
        edited_text(document, [Remove(holder)])
    except EditError:  # a comment beside the key stays, and an empty list with it
        return path
    return holder


def _items(value: Value) -> list[Value] | dict[str, Value]:
    return value if isinstance(value, list | dict) else []


def _as_date(words: str) -> str:
    """How to write a date that names an item, where it is not written like one: `30-06-2026`; else nothing."""
    try:
        parse_day(words)
    except DateError as error:
        return f"`{words}` is not a date: {error.help}" if error.is_known and re.search("[0-9]", words) else ""
    return ""


def _names(items: list[Value]) -> str:
    """What the items of a list are named by, the last few of them."""
    named = [
        next((str(item[key]) for key in NAMING_KEYS if isinstance(item, dict) and item.get(key)), str(number))
        for number, item in enumerate(items, 1)
    ]
    return ", ".join(["..."] * (len(named) > MOST_NAMES) + named[-MOST_NAMES:])


def _shape(place: PathMatch) -> type[Shape]:
    kind = _kind(place)
    if kind not in KINDS:
        raise UsageError(
            f"{place.shown} is not of a kind that tcplan knows",
            f"`{command_at('validate', FilePath(place.shown))}` shows more",
        )
    return KINDS[kind]


def _kind(place: PathMatch) -> str:
    data: Any = place.file.document.data
    return str(data.get("kind", ""))


def _field(place: PathMatch, shape: type[Shape]) -> FieldKind:
    path = (*place.path, *place.missing)
    holder = value_at(place.file.document.data, place.path)
    if isinstance(holder, list) and place.missing:
        raise _no_item(place, holder)
    for depth in range(len(place.path) + 1, len(path) + 1):
        _check_key(place, shape, path[:depth])
    field = field_at(shape, path)
    if field is None:
        raise UsageError(f"{_here(place)} has no value of its own", "name one of its keys")
    return field


def _no_item(place: PathMatch, items: list[Value]) -> UsageError:
    """A list has no keys to set, and only the items that are there."""
    add = "; `tcplan update` adds one" if place.path[-1:] == ("updates",) else ""
    help_text = _as_date(place.missing[0]) or f"it has {_names(items)}; you can also count from 1{add}"
    return UsageError(f"{_here(place)} has no `{place.missing[0]}`", help_text)


def _check_key(place: PathMatch, shape: type[Shape], path: Path) -> None:
    """Refuse a key that does not belong there, with the nearest one that does."""
    if field_at(shape, path) is not None and not _is_item(shape, path):
        return
    if len(path) > len(place.path) + 1:
        first = place.missing[0]
        how = "`tcplan update` writes the first report" if first == "updates" else f"set the whole of `{first}` first"
        raise UsageError(f"{_here(place)} has no `{first}` yet", how)
    keys = list(fields_of(holder)) if (holder := shape_at(shape, path[:-1])) else []
    if place.entry and path[-1] in fields_of(Update) and "updates" in keys:
        raise UsageError(
            f"{_here(place)} has no `{path[-1]}` of its own, but its reports have one",
            f"`tcplan update` writes a report; {place.entry}/updates/DATE/{path[-1]} corrects one",
        )
    known = f"its keys are {', '.join(keys)}" if keys else "it is plain text; set the whole of it"
    raise UsageError(f"{_here(place)} has no `{path[-1]}`", did_you_mean(str(path[-1]), keys, known))


def _here(place: PathMatch) -> str:
    return plan_terms(place.path, place.file.document.data) or place.shown


def _is_item(shape: type[Shape], path: Path) -> bool:
    """Whether the step ends in a list of texts, whose items have no keys."""
    holder = field_at(shape, path[:-1])
    return holder is not None and holder.shape is None and not holder.mapping


def typed_value(place: PathMatch, field: FieldKind, values: list[str]) -> Value:
    """What a field holds for the words that are typed; raises UsageError if they are several, or not enough."""
    path = (*place.path, *place.missing)
    name = f"`{path[-1]}`" if isinstance(path[-1], str) else _here(place)
    if not field.many and len(values) > 1:
        if isinstance(_old(place), dict):
            raise UsageError(f"{name} does not have a single value", f"did you mean {name.strip('`')}/{values[0]}?")
        says = f"{name} has one value, but {len(values)} are given"
        raise UsageError(says, "put words that belong together in quotes")
    if field.shape and not field.shape.main_for(values[0]):
        keys = ", ".join(fields_of(field.shape))
        if len(values) > 1 and values[0] in fields_of(field.shape):
            meant = shell_join(f"{place.entry or path[-1]}/{values[0]}", *values[1:])
            raise UsageError(f"{name} does not have a single value", f"did you mean {meant}?")
        item = "an item and " if field.many and isinstance(path[-1], str) else ""
        raise UsageError(f"{name} does not have a single value", f"name {item}one of its keys: {keys}")
    typed: list[Value] = [evidence_value(one) if field.shape is Evidence else one for one in values]
    if len(typed) > 1:
        return typed
    return typed if isinstance(_old(place), list) else typed[0]


def _old(place: PathMatch) -> Value:
    return None if place.missing else value_at(place.file.document.data, place.path)
