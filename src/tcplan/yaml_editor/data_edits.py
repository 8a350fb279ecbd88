"""What the data of a file are after a change."""

from collections.abc import Sequence
from typing import Any, cast

from tcplan.findings.change import Append, Change, Insert, Remove, Rename, Reorder, Rewrite, Set
from tcplan.findings.span import Path, Value


class MissingError(Exception):
    """There is nothing at the path of a change, or already something; `says` says which."""

    def __init__(self, path: Path, says: str) -> None:
        super().__init__(says)
        self.path = path
        self.says = says


def apply_change(data: Value, change: Change) -> Value:
    """The data after a change; they share what it does not touch. Raises MissingError where it has no place."""
    return _change_below(data, change.path, change, 0)


def value_at(data: Value, path: Sequence[str | int]) -> Value:
    """The value at a path; raises MissingError where there is none."""
    for depth, step in enumerate(path):
        if not has(data, step):
            raise MissingError(tuple(path[: depth + 1]), f"there is no `{step}` here")
        data = _step(data, step)
    return data


def has(data: Value, step: str | int) -> bool:
    """Whether a mapping has a key, or a list an item."""
    if isinstance(data, list):
        return isinstance(step, int) and 0 <= step < len(data)
    return isinstance(data, dict) and step in data


def _change_below(data: Value, path: Path, change: Change, depth: int) -> Value:
    if len(path) - depth == 0:
        return _change_value(data, change)
    step = path[depth]
    if len(path) - depth == 1 and isinstance(change, Insert | Remove | Rename):
        return _change_holder(data, step, change)
    if not has(data, step):
        raise MissingError(path[: depth + 1], f"there is no `{step}` here")
    inner = _change_below(_step(data, step), path, change, depth + 1)
    return _with(data, step, inner)


def _change_value(data: Value, change: Change) -> Value:
    match change:
        case Set() | Rewrite():
            return change.value
        case Reorder(_, order) if isinstance(data, list) and sorted(order) == list(range(len(data))):
            return [data[index] for index in order]
        case Append():
            return [*(data if isinstance(data, list) else [] if data is None else [data]), change.value]
    raise MissingError(change.path, "this value cannot be changed like this")


def _change_holder(data: Value, step: str | int, change: Change) -> Value:
    match change:
        case Insert():
            return _insert(data, step, change)
        case Remove() if has(data, step):
            return _without(data, step)
        case Rename() if isinstance(data, dict) and has(data, step):
            if change.key in data:
                raise MissingError(change.path, f"there is already a `{change.key}` next to it")
            return {change.key if key == step else key: value for key, value in data.items()}
    raise MissingError(change.path, f"there is no `{step}` here")


def _insert(data: Value, step: str | int, change: Insert) -> Value:
    if isinstance(step, str) and (data is None or (isinstance(data, dict) and data.get(step) in (None, [], {}))):
        return {**(data or {}), step: change.value}
    items = data if isinstance(data, list) else [] if data is None else [data]  # a bare value is the only item
    if isinstance(step, int) and 0 <= step <= len(items):
        return [*items[:step], change.value, *items[step:]]
    raise MissingError(change.path, f"`{step}` cannot be added here")


def _without(data: Any, step: Any) -> Value:
    if isinstance(data, list):
        return [*data[:step], *data[step + 1 :]]
    return {key: value for key, value in data.items() if key != step}


def _with(data: Any, step: Any, inner: Value) -> Value:
    data = data.copy()
    data[step] = inner
    return cast("Value", data)


def _step(data: Any, step: Any) -> Any:
    return data[step]
