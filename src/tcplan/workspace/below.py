"""Workspaces below a folder that is none: where the plans are in a part of a repository, or of a shared drive."""

import re
from collections import deque
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from tcplan.errors import NothingReadError
from tcplan.files.locating import find_root, settings_in
from tcplan.files.names import ENDINGS, SKIPPED
from tcplan.files.sources import FolderSource, as_seen
from tcplan.values.words import FileKind
from tcplan.workspace.institution_folder import INSTITUTION_STEM
from tcplan.workspace.workspace import absolute, source_at

MOST_FOLDERS: Final = 2_000
"""So many folders are looked into at most, the nearest first: somebody may stand at the top of a whole drive."""

MOST_LISTED: Final = 3

_KINDS: Final = "|".join(kind for kind in FileKind if kind is not FileKind.ANSWERS)
"""The kinds of file that make a folder one of ours; reports that are to be added may lie anywhere."""


@cache
def _ours_pattern(kinds: str) -> re.Pattern[bytes]:
    """What a file of these kinds, which are separated by `|`, begins a line with."""
    return re.compile(
        rf"""^[{{ ]*["']?(?:kind["']?[ ]*:[ ]*["']?(?:{kinds})\b|(?:actions|objectives|pillars)["']?[ ]*:)""".encode(),
        re.MULTILINE,
    )


def sources_below(source: FolderSource) -> tuple[FolderSource, ...]:
    """The workspaces to read in place of a folder that is none, as it holds none of our files itself; often none."""
    if _is_workspace(source.root):
        return ()
    roots = find_workspaces(source.root)
    if not roots or any(_is_ours(source, name) for name in _outside(source, roots)):
        return ()
    return tuple(one for one in map(source_at, roots) if one.root in roots)


def find_workspaces(folder: Path) -> list[Path]:
    """The nearest workspaces below a folder, sorted: with settings, with plans in `plans/`, or with an institution."""
    found: list[Path] = []
    waiting = deque(_folders_in(absolute(folder)))
    for _ in range(MOST_FOLDERS):
        if not waiting:
            break
        one = waiting.popleft()
        if _is_workspace(one) or _holds(one, INSTITUTION_STEM):
            found.append(one)
        else:
            waiting += _folders_in(one)
    return sorted(found)


def nothing_here(path: Path, message: str, hint: str) -> NothingReadError:
    """That there is no plan at a path, with the workspaces below it if there are any, else the one that it is in."""
    found = [one for one in find_workspaces(path) if _has_plan(one)] if path.is_dir() else []
    if not found:
        root = find_root(absolute(path))
        if not path.is_dir() or root == absolute(path) or not _has_plan(root):
            return NothingReadError(message, hint)
        above = as_seen(root, "")
        return NothingReadError(message, f"this folder is part of the workspace in {above}/", (above,))
    names = tuple(as_seen(one, "") for one in found)
    shown = [f"{name}/" for name in names[:MOST_LISTED]]
    more = f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    what = "there is a workspace in" if len(names) == 1 else "there are workspaces in"
    return NothingReadError(message, f"{what} {', '.join(shown)}{more}", names)


def _is_workspace(folder: Path) -> bool:
    if settings_in(folder) is not None:
        return True
    plans = folder / "plans"
    return any(_holds(one) for one in (plans, *_folders_in(plans)))


def _holds(folder: Path, stem: str = "") -> bool:
    """Whether a folder has a YAML file, of this name if one is given."""
    names = (name for name in _names_in(folder) if name.lower().endswith(ENDINGS))
    return any(not stem or name.rpartition(".")[0] == stem for name in names)


def _outside(source: FolderSource, roots: Iterable[Path]) -> list[str]:
    """The files of a source that are in none of some folders."""
    inside = tuple(f"{one.relative_to(source.root).as_posix()}/" for one in roots)
    return [name for name in source.names() if not name.startswith(inside)]


def _has_plan(folder: Path) -> bool:
    source = source_at(folder)
    return any(_is_ours(source, name, FileKind.PLAN) for name in source.names())


def _is_ours(source: FolderSource, name: str, kinds: str = _KINDS) -> bool:
    """Whether a file says that it is one of ours, whether or not it can be read."""
    try:
        return _ours_pattern(kinds).search(source.read(name)) is not None
    except OSError:
        return False


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(one.name for one in folder.iterdir())
    except OSError:
        return []


def _folders_in(folder: Path) -> list[Path]:
    names = (name for name in _names_in(folder) if not name.startswith(".") and name not in SKIPPED)
    return [one for name in names if (one := folder / name).is_dir() and not one.is_symlink()]
