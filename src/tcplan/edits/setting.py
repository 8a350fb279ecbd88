"""Setting or removing one value as a change of its file."""

from typing import Any

from tcplan.edits.order import order_at
from tcplan.edits.pointer import Pointer
from tcplan.errors import UsageError
from tcplan.model import KINDS, Shape
from tcplan.near import did_you_mean
from tcplan.place import plan_terms
from tcplan.shape.fields import FieldKind, field_at, fields_of, shape_at
from tcplan.text.editing.changes import value_at
from tcplan.text.editor import Change, Insert, Remove, Set
from tcplan.text.frame import Value


def setting_changes(place: Pointer, values: list[str]) -> list[Change]:
    """The change that gives a place one value, or several where it holds a list; raises UsageError."""
    shape = _shape(place)
    field = _field(place, shape)
    value = _value(field, values, place)
    if not place.missing:
        old = value_at(place.file.document.data, place.path)
        return [] if old == value else [Set(place.path, value)]
    first, *rest = place.missing
    for key in reversed(rest):
        value = {key: value}
    return [Insert((*place.path, first), value, order_at(_kind(place), place.path))]


def removing_changes(place: Pointer) -> list[Change]:
    """The change that takes away what stands at a place; raises UsageError where nothing does."""
    if place.missing:
        here = plan_terms(place.path, place.file.document.data) or place.file.name
        raise UsageError(f"there is no `{place.missing[0]}` at {here}", "nothing has to be removed")
    return [Remove(place.path)]


def _shape(place: Pointer) -> type[Shape]:
    kind = _kind(place)
    if kind not in KINDS:
        raise UsageError(f"{place.file.name} is of no kind that tcplan knows", "`tcplan validate` says more")
    return KINDS[kind]


def _kind(place: Pointer) -> str:
    data: Any = place.file.document.data
    return str(data.get("kind", ""))


def _field(place: Pointer, shape: type[Shape]) -> FieldKind:
    path = (*place.path, *place.missing)
    for depth in range(len(place.path) + 1, len(path) + 1):
        _known(place, shape, path[:depth])
    field = field_at(shape, path)
    if field is None:
        raise UsageError("this place holds no value of its own", "name a key of it")
    return field


def _known(place: Pointer, shape: type[Shape], path: tuple[str | int, ...]) -> None:
    """Refuse a key that does not belong there, with the nearest one that does."""
    if field_at(shape, path) is not None and not _is_item(shape, path):
        return
    here = plan_terms(place.path, place.file.document.data) or place.file.name
    if len(path) > len(place.path) + 1:
        raise UsageError(f"{here} has no `{place.missing[0]}` yet", f"set that first: .../{place.missing[0]}")
    keys = list(fields_of(holder)) if (holder := shape_at(shape, path[:-1])) else []
    help_text = did_you_mean(str(path[-1]), keys, f"its keys are {', '.join(keys)}" if keys else "look at the file")
    raise UsageError(f"{here} has no `{path[-1]}`", help_text)


def _is_item(shape: type[Shape], path: tuple[str | int, ...]) -> bool:
    """Whether the step ends in a list of texts, whose items have no keys."""
    holder = field_at(shape, path[:-1])
    return holder is not None and holder.shape is None and not holder.mapping


def _value(field: FieldKind, values: list[str], place: Pointer) -> Value:
    name = (*place.path, *place.missing)[-1]
    if not field.many and len(values) > 1:
        raise UsageError(
            f"`{name}` holds one value, and {len(values)} are given", "put words that belong together in quotes"
        )
    if field.shape and not field.shape.main_for(values[0]):
        keys = ", ".join(fields_of(field.shape))
        raise UsageError(f"`{name}` holds no single value", f"name one of its keys: {keys}")
    if len(values) > 1:
        return list(values)
    return [values[0]] if isinstance(_old(place), list) else values[0]


def _old(place: Pointer) -> Value:
    return None if place.missing else value_at(place.file.document.data, place.path)
