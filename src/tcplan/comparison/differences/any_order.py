"""Whether two values say the same, wherever order means nothing."""

from typing import Any

from tcplan.comparison.differences.item_keys import is_ordered, whole_key
from tcplan.findings.span import Value
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of


def say_the_same(one: Value, other: Value, field: FieldKind | None) -> bool:
    """Whether two values of a field say the same; None is no value."""
    return one == other or (
        one is not None and other is not None and _sorted_value(one, field) == _sorted_value(other, field)
    )


def in_one_order(mapping: dict[str, Any], shape: type[Shape] | None) -> dict[str, Any]:
    """A mapping in which lists whose order means nothing are sorted."""
    fields = fields_of(shape) if shape else {}
    return {key: _sorted_value(value, fields.get(key)) for key, value in mapping.items()}


def _sorted_value(value: Value, field: FieldKind | None) -> Value:
    if field is None:
        return value
    if field.mapping and isinstance(value, dict):
        return {key: _sorted_items(inner, field) for key, inner in value.items()}
    return _sorted_items(value, field)


def _sorted_items(value: Value, field: FieldKind) -> Value:
    if isinstance(value, list):
        items: list[Value] = [in_one_order(one, field.shape) if isinstance(one, dict) else one for one in value]
        return items if is_ordered(field) else sorted(items, key=whole_key)
    return in_one_order(value, field.shape) if isinstance(value, dict) else value
