"""Which files of a workspace a path on the command line is about, whatever links it goes through."""

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from tcplan.files.containment import is_visible_below
from tcplan.values.unicode_form import composed


def is_at(root: Path, path: Path, name: str) -> bool:
    """Whether a file of the workspace is the path, or is below it."""
    file = _comparable(root / name)
    return any(map(file.is_relative_to, _places(root, path)))


def is_named(root: Path, path: Path, name: str) -> bool:
    """Whether a file of the workspace is the path itself."""
    return _comparable(root / name) in _places(root, path)


def names_at(root: Path, path: Path, names: Iterable[str]) -> list[str]:
    """Those of the names in a workspace that are the path or below it; the same as `is_at`, for many names."""
    found: list[str] = []
    root = _comparable(root)
    for place in _places(root, path):
        if root.is_relative_to(place):
            return list(names)
        if place.is_relative_to(root):
            inside = os.path.normcase(place.relative_to(root))
            below = os.path.join(inside, "")  # noqa: PTH118 (with a slash at the end)
            found += [name for name in names if f"{os.path.normcase(composed(name))}{os.sep}".startswith(below)]
    return found


def _places(root: Path, path: Path) -> tuple[Path, ...]:
    """Where a path is, as it is named and, if links lead to another place in the workspace, where it is without them.

    A file that can be reached in several ways has only one name in the workspace.
    """
    return _places_from("" if path.is_absolute() else os.getcwd(), root, path)  # noqa: PTH109 (Path.cwd() is slower)


@lru_cache(maxsize=32)
def _places_from(here: str, root: Path, path: Path) -> tuple[Path, ...]:
    named = Path(os.path.normpath(here / path))
    top, real = os.path.realpath(root), os.path.realpath(named)
    if not is_visible_below(top, real):
        return (_comparable(named),)
    inside = root / real[len(top) :].strip(os.sep)
    return tuple(map(_comparable, (named,) if inside == named else (named, inside)))


def _comparable(path: Path) -> Path:
    """A path in the form in which paths are compared: some systems take both forms of an accent for one name."""
    return Path(composed(str(path)))
