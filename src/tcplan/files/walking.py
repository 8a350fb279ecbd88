"""A walk through the folders of a workspace: the files in them that are read, and what else there was to see.

Links are only collected: what they lead to can be decided when everything else has been seen (`linking.py`).
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tcplan.files.exclusions import Exclusions
from tcplan.files.names import ENDINGS, in_plans, is_plan_name, is_skipped, looks_misnamed
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.files.settings_files import has_project_table

_ENVIRONMENT: Final = "pyvenv.cfg"
"""The file that makes a folder an environment of Python, whatever its name."""


class TooLargeError(Exception):
    """There is more below a root than a workspace can hold; the argument says what, in words."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is looked at and read below a root."""

    entries: int
    files: int
    size: int | None


@dataclass
class Walk:
    """What was seen below a root.

    Names are relative to the root, with forward slashes. The real name of a file or folder is the one without links.

    Attributes:
        root: The root.
        excluded: Which names the settings exclude.
        named: The files and folders that were named, which are read whatever they are called.
        bounds: How much may be looked at.
        files: The files that are read: their names by their real names.
        folders: The folders that were entered, in the same way.
        workspaces: The nearest folders with settings of their own: their files are not ours.
        links: Links that nothing has been decided about yet.
        outside: Links to files that are not read, each with the reason.
        closed: Folders that cannot be read, each with the reason.
        misnamed: Files that look like plan files with another ending.
        skipped: Folders that were left out because of their names.
        is_whole: Whether all below the root was looked at.
    """

    root: Path
    excluded: Exclusions
    named: frozenset[str]
    bounds: Bounds
    files: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    workspaces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    outside: dict[str, str] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    misnamed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    is_whole: bool = True
    _entries: int = 0
    _size: int = 0

    def enter(self, name: str, real: str, *, is_deep: bool = True) -> None:
        """Look at a folder and, if it `is_deep`, at all below it; raises TooLargeError where that is too much."""
        due = [(name, real)]
        while due:
            name, real = due.pop()
            if real not in self.folders:
                self.folders[real] = name
                inside = list(self._look_into(name, real))
                due += inside if is_deep else ()

    def is_near_named(self, name: str) -> bool:
        """Whether a file or folder, but not the root, was named that is this one, in it or around it."""
        return self._is_on_the_way(name) or any(one and name.startswith(f"{one}/") for one in self.named)

    def _look_into(self, name: str, real: str) -> Iterator[tuple[str, str]]:
        """Take the files of one folder; yields the names and real names of the folders in it that are entered."""
        entries = {entry.name: entry for entry in self._list(name)}
        if name and self._is_left_to_others(name, entries):
            return
        for own, entry in entries.items():
            inside = f"{name}/{own}" if name else own
            if self.excluded(inside):
                continue
            if _is_link(entry):
                self.links.append(inside)
            elif _is_folder(entry):
                if self._is_entered(inside):
                    yield inside, f"{real}/{own}" if real else own
            elif is_plan_name(own) or (inside in self.named and own.lower().endswith(ENDINGS)):
                self._take(inside, f"{real}/{own}" if real else own, entry)
            elif looks_misnamed(inside):
                self.misnamed.append(inside)

    def _list(self, name: str) -> list[os.DirEntry[str]]:
        """The entries of a folder, or none where it cannot be read."""
        path = self.root / name
        try:
            with os.scandir(path) as listed:
                entries = list(listed)
            os.stat(f"{path}/.")  # noqa: PTH116 (Path leaves the dot out; without it only the list of names can be read)
        except OSError as error:
            self.closed[name] = error.strerror or str(error)
            return []
        self._entries += len(entries)
        if self._entries > self.bounds.entries:
            raise TooLargeError(f"{self.bounds.entries:,} files and folders")
        return entries

    def _is_left_to_others(self, name: str, entries: Collection[str]) -> bool:
        """Whether a folder is a workspace of its own, or an environment."""
        has_table = PROJECT_FILE in entries and has_project_table(self.root / name)
        if SETTINGS_FILE in entries or has_table:
            self.workspaces.append(name)
            return True
        if _ENVIRONMENT in entries and not in_plans(f"{name}/") and not self._is_on_the_way(name):
            self.skipped.append(name)
            return True
        return False

    def _is_entered(self, name: str) -> bool:
        if not is_skipped(name) or self._is_on_the_way(name):
            return True
        self.skipped.append(name)
        return False

    def _is_on_the_way(self, name: str) -> bool:
        """Whether a folder was named, or holds what was named."""
        return any(one == name or one.startswith(f"{name}/") for one in self.named)

    def _take(self, name: str, real: str, entry: os.DirEntry[str]) -> None:
        self.files[real] = name
        if len(self.files) > self.bounds.files:
            raise TooLargeError(f"{self.bounds.files:,} YAML files")
        if self.bounds.size is not None:
            self._size += _size(entry)
            if self._size > self.bounds.size:
                raise TooLargeError(f"{self.bounds.size // 1024 // 1024} MiB of YAML files")


def _is_link(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a link, or what Windows calls a junction, where Python can tell."""
    return entry.is_symlink() or bool(getattr(entry, "is_junction", bool)())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # it has vanished; where the file system gives no types, Python looks only now
        return False


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return 0
