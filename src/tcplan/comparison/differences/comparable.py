"""The data of a file as they are compared: short forms written out, and nothing for what is empty."""

from typing import Any, NamedTuple

from tcplan.findings.span import Path, Value
from tcplan.model import KINDS, Shape
from tcplan.shape.short_forms import PathMap, spread_short_forms


class ComparableFile(NamedTuple):
    """The data of a file. `shape` is that of its kind, None for a kind that there is not."""

    data: dict[str, Any]
    shape: type[Shape] | None
    path_map: PathMap

    def origin(self, path: Path) -> Path:
        """The place in the file of a place in the data."""
        return self.path_map.origin(path)


def comparable_file(data: Value) -> ComparableFile:
    """The data of a file as read; what is no mapping is compared as one that holds it."""
    mapping: dict[str, Any] = data if isinstance(data, dict) else {} if data is None else {"": data}
    kind = mapping.get("kind")
    shape = KINDS.get(kind) if isinstance(kind, str) else None
    path_map = PathMap()
    spread = spread_short_forms(mapping, shape, path_map) if shape else mapping
    return ComparableFile(_without_empty(spread), shape, path_map)


def _without_empty(mapping: dict[str, Any]) -> dict[str, Any]:
    """A mapping without keys that say nothing; the items of lists keep their places."""
    kept = ((key, _inside(value)) for key, value in mapping.items())
    return {key: value for key, value in kept if value not in (None, [], {})}


def _inside(value: Value) -> Value:
    if isinstance(value, list):
        return [_inside(item) for item in value]
    return _without_empty(value) if isinstance(value, dict) else value
