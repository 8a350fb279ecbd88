"""Where the workspace of a path is, and the settings that it has."""

import os
from pathlib import Path

from tcplan.files.containment import leads_outside
from tcplan.files.names import PLANS
from tcplan.files.settings import Settings, parse_settings
from tcplan.files.settings_files import project_table, settings_table


def find_workspace(path: Path) -> tuple[Path, Settings]:
    """The root of the workspace that a file or folder belongs to, and its settings.

    It is the nearest folder upwards with settings. Otherwise it is the folder whose `plans/` the path goes through, or
    which is named and holds `plans/` itself. Otherwise it is the named folder. The search ends at the top of a git
    repository, so that a stray file or folder above it changes nothing.

    Raises: UsageError for settings that cannot be used.
    """
    root, settings = _search(path)
    for folder in _from_here_up(path):
        if not root.is_relative_to(folder):
            break
        if folder.is_symlink():  # what is committed as a link must not choose what is read
            above, above_settings = _search(folder.parent)
            if (above_settings or _holds_plans(above)) and leads_outside(above, folder):
                return above, above_settings or Settings()
    return root, settings or Settings()


def find_root(path: Path) -> Path:
    """The root alone."""
    return find_workspace(path)[0]


def settings_in(folder: Path) -> Settings | None:
    """The settings of this folder, or None where it has none; raises `UsageError` for faulty ones."""
    found = settings_table(folder) or project_table(folder)
    return parse_settings(*found) if found else None


def _search(path: Path) -> tuple[Path, Settings | None]:
    """The root without regard to links."""
    start, *above = _from_here_up(path)
    root = start if _holds_plans(start) else None
    below = start
    for folder in (start, *above):
        if (settings := settings_in(folder)) is not None:
            return folder, settings
        if root is None and below.name == PLANS and folder != below:
            root = folder
        if os.path.lexists(folder / ".git"):
            break
        below = folder
    return root or start, None


def _from_here_up(path: Path) -> tuple[Path, ...]:
    start = path if os.path.isdir(path) else path.parent  # noqa: PTH112 (Path.is_dir raises PermissionError)
    return (start, *start.parents)


def _holds_plans(folder: Path) -> bool:
    return os.path.isdir(folder / PLANS)  # noqa: PTH112
