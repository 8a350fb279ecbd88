"""The walk through a whole workspace, with its links, and its bounds: nothing that is huge is read unasked."""

import os
from pathlib import Path
from typing import Final

from tcplan.errors import NothingReadError
from tcplan.files.exclusions import Exclusions
from tcplan.files.settings import Settings
from tcplan.files.walking import Bounds, TooLargeError, Walk

WITH_SETTINGS: Final = Bounds(entries=1_000_000, files=100_000, size=None)
WITHOUT_SETTINGS: Final = Bounds(entries=50_000, files=10_000, size=16 * 1024 * 1024)
"""Without settings a folder may have nothing to do with tcplan; a home directory holds more than this."""


def walk_workspace(root: Path, settings: Settings, named: frozenset[str]) -> Walk:
    """Look at all below a root, or, where that is too much, only at what was named and what is beside it.

    Raises: NothingReadError where that is too much too.
    """
    bounds = WITH_SETTINGS if settings.file else WITHOUT_SETTINGS
    try:
        return _walk_all(Walk(root, Exclusions(settings.exclude), named, bounds))
    except TooLargeError as error:
        hint = "leave other folders out with `exclude` in" if settings.file else "if it is one workspace, make an empty"
        too_large = NothingReadError(
            f"{root} holds more than {error}, which is too much for one workspace",
            f"name the folder that holds your plans, or {hint} tcplan.toml there",
        )
    try:
        walk = _walk_named(Walk(root, Exclusions(settings.exclude), named, bounds, is_whole=False))
    except TooLargeError:
        raise too_large from None
    if not walk.files:
        raise too_large
    return walk


def _walk_all(walk: Walk) -> Walk:
    walk.enter("", "")
    return _with_links(walk)


def _walk_named(walk: Walk) -> Walk:
    """Look at the folders that were named, and at the files beside those that were."""
    folders = {name for name in walk.named if os.path.isdir(walk.root / name)}  # noqa: PTH112 (as in `locating`)
    for name in sorted(folders):
        walk.enter(name, name)
    for name in sorted(walk.named - folders):
        folder = name.rpartition("/")[0]
        walk.enter(folder, folder, is_deep=False)
    return _with_links(walk)


def _with_links(walk: Walk) -> Walk:
    if walk.links:
        from tcplan.files.linking import follow_links  # noqa: PLC0415 (most workspaces have none)

        follow_links(walk)
    return walk
