"""The two short forms: one bare value where a list is expected, plain text where an item is."""

from collections.abc import Mapping
from dataclasses import replace
from operator import is_not
from typing import Any

from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, fields_of
from tcplan.values.limits import MAX_UNKNOWN_KEYS


class PathMap:
    """Where values were before short forms were spread and keys renamed: new path to old.

    `left_out` are unknown keys that are not looked at, by the path of their entry, since it has too many of them.
    """

    def __init__(self) -> None:
        self._moved: dict[Path, Path | None] = {}  # None for a short form, which is where its holder is now
        self._renamed: dict[Path, Path] = {}
        self.left_out: dict[Path, list[str]] = {}

    def note(self, new: Path, old: Path) -> None:
        """Remember that what is now at `new` is at `old` in the file."""
        self._moved.setdefault(new, None if new[:-1] == old else old)
        if len(new) == len(old):
            self._renamed[old] = new

    def origin(self, path: Path) -> Path:
        """The path that the value now at `path` has in the file."""
        if not self._moved:
            return path
        # A move may itself have been found at a moved path: after each one the search begins anew, from the whole path.
        length = len(path)
        while length:
            new = path[:length]
            if new not in self._moved:
                length -= 1
            else:
                old = self._moved[new]
                path = (new[:-1] if old is None else old) + path[length:]
                length = len(path)
        return path

    @property
    def has_renamed(self) -> bool:
        """Whether any key was misspelt."""
        return bool(self._renamed)

    def meant(self, path: Path) -> Path:
        """A path of the file with the keys that the misspelt ones in it stand for."""
        for length in range(1, len(path) + 1) if self._renamed else ():
            path = self._renamed.get(path[:length], path[:length]) + path[length:]
        return path

    def at_origin(self, problem: Problem) -> Problem:
        """The problem with all its paths as they are in the file."""
        also, fix = problem.also, problem.fix
        return replace(
            problem,
            path=self.origin(problem.path),
            also=self.origin(also) if also is not None else None,
            about=tuple(map(self.origin, problem.about)),
            fix=replace(fix, path=self.origin(fix.path)) if fix is not None else None,
        )


def spread_short_forms(value: Any, shape: type[Shape], path_map: PathMap, path: Path = ()) -> Any:
    """A mapping in which every short form is written out and empty values of known keys are left out.

    Only what holds such a thing is copied. The rest is that of the mapping, and is not to be changed.
    """
    if not isinstance(value, dict):
        return value
    fields = fields_of(shape)
    if len(value) > MAX_UNKNOWN_KEYS:
        value = _with_few_unknown(value, fields, path_map, path)
    changed: dict[str, Any] = {}
    for key, entry in value.items():
        field = fields.get(key)
        if field is None:
            continue
        if entry is None:
            changed[key] = None
        elif field.many or field.mapping or field.shape is not None:
            spread = _field(entry, field, path_map, (*path, key))
            if spread is not entry:
                changed[key] = spread
    if not changed:
        return value
    return {key: entry for key, entry in (value | changed).items() if entry is not None or key not in changed}


def _with_few_unknown(
    value: dict[str, Any], fields: Mapping[str, FieldKind], path_map: PathMap, path: Path
) -> dict[str, Any]:
    """The mapping without the unknown keys after the first few: to look for what each is like would take minutes."""
    unknown = [key for key in value if key not in fields]
    if left_out := unknown[MAX_UNKNOWN_KEYS:]:
        path_map.left_out.setdefault(path, left_out)
        dropped = set(left_out)
        return {key: entry for key, entry in value.items() if key not in dropped}
    return value


def _field(value: Any, field: FieldKind, path_map: PathMap, path: Path) -> Any:
    if not field.mapping:
        return _values(value, field, path_map, path)
    if not isinstance(value, dict):
        return value
    # Such mappings are small and few, and their keys are dates or colours.
    return {key: _values(entry, field, path_map, (*path, key)) for key, entry in value.items() if entry is not None}


def _values(value: Any, field: FieldKind, path_map: PathMap, path: Path) -> Any:
    if not field.many:
        return _item(value, field, path_map, path)
    if not isinstance(value, list):
        path_map.note((*path, 0), path)
        value = [value]
    if field.shape is None:
        return value
    items = [_item(entry, field, path_map, (*path, index)) for index, entry in enumerate(value)]
    return items if any(map(is_not, items, value)) else value


def _item(value: Any, field: FieldKind, path_map: PathMap, path: Path) -> Any:
    if field.shape is None:
        return value
    if isinstance(value, str) and (main := field.shape.main_for(value)):
        path_map.note((*path, main), path)
        return {main: value}
    return spread_short_forms(value, field.shape, path_map, path)
