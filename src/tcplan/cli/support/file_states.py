"""What a watched workspace looks like: the files it reads, and what tells one version of each from the next."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from tcplan.cli.support.run_checks import select_files
from tcplan.errors import TcplanError
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.files.sources import FolderSource

FileStates = dict[Path, tuple[int, ...]]
"""The state of each file; two states differ if the file may have other words."""

_MOST_TEMPLATES: Final = 1_000


def file_states(paths: list[Path], roots: Iterable[Path]) -> FileStates:
    """The states of all files that a check of the paths depends on.

    `roots` are the workspaces as they were found before: they are looked at even if their settings are faulty now.
    """
    names: set[Path] = set()
    try:
        sources = {root: source for root, (source, _) in select_files(paths).items()}
    except (TcplanError, OSError):  # the check itself says what is wrong
        sources = {}
    for root in {*roots, *sources}:
        source = sources.get(root) or FolderSource(root)
        names |= {root / name for name in source.names()}
        names |= {root / SETTINGS_FILE, root / PROJECT_FILE, *islice(_below(root / "templates"), _MOST_TEMPLATES)}
    return {path: state for path in names if (state := _state(path))}


def changed_files(before: FileStates, after: FileStates) -> list[Path]:
    """The files that are new, gone or changed, settings first."""
    changed = (path for path in {*before, *after} if before.get(path) != after.get(path))
    return sorted(changed, key=lambda path: (path.name not in (SETTINGS_FILE, PROJECT_FILE), path))


def _state(path: Path) -> tuple[int, ...]:
    """What tells one version of a file from the next, also if its time was kept; links are followed."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode


def _below(folder: Path) -> Iterator[Path]:
    for above, _, files in os.walk(folder):
        yield from (Path(above) / file for file in files)
