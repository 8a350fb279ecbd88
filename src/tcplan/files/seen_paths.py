"""Paths as they are seen from the current folder: arithmetic with names, for the rules of either kind of system."""

import os
from functools import lru_cache
from types import ModuleType


def seen_from(here: str, root: str, name: str, paths: ModuleType = os.path) -> str:
    """A file of a workspace, with forward slashes, as it is opened from the folder `here`.

    It is the absolute path where there is no other: on another drive or share, or where the folder no longer exists and
    `here` is empty. `paths` are the rules: `posixpath` or `ntpath`.
    """
    above = _folder_below(here, root, paths)
    if name and above is not None:
        return f"{above}{name}"
    whole = paths.normpath(paths.join(root, name))
    return _slashes(_relative(whole, here, paths), paths)


def _relative(path: str, here: str, paths: ModuleType) -> str:
    if not here:
        return path
    try:
        return str(paths.relpath(path, here))
    except ValueError:  # on Windows: another drive, or a share
        return path


@lru_cache
def _folder_below(here: str, folder: str, paths: ModuleType) -> str | None:
    """What comes before the name of a file in a folder as it is seen from here or from above; None from elsewhere."""
    if not here:
        return None
    seen, wanted = paths.normcase(here), paths.normcase(folder)
    if seen == wanted:
        return ""
    above = here if here.endswith(paths.sep) else here + paths.sep
    if not wanted.startswith(paths.normcase(above)):
        return None
    return f"{_slashes(folder[len(above) :], paths)}/"


def _slashes(path: str, paths: ModuleType) -> str:
    return path.replace(paths.sep, "/")
