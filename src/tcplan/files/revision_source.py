"""The YAML files of a workspace as they were in a commit, read without a checkout.

Which files count is decided with today's settings and by the same names as in a folder: what is left out today is left
out then, so that the two can be compared. Links are not followed: what one led to then is not known. Nor are modules
looked into, which are repositories of their own.
"""

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from tcplan.errors import NothingReadError, UsageError
from tcplan.files.exclusions import Exclusions
from tcplan.files.git_commands import ask_git
from tcplan.files.git_objects import TreeEntry, list_tree, read_objects, sizes_of
from tcplan.files.git_revision import Revision, find_revision
from tcplan.files.names import ENDINGS, in_plans, is_plan_name, is_skipped
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE, Settings
from tcplan.files.settings_files import MAX_SETTINGS, holds_our_table
from tcplan.files.sources import MAX_BYTES, FolderSource
from tcplan.files.workspace_walk import WITH_SETTINGS, WITHOUT_SETTINGS

_ENVIRONMENT: Final = "pyvenv.cfg"
_MARKERS: Final = (SETTINGS_FILE, PROJECT_FILE, _ENVIRONMENT)
"""Files that may make a folder something else than a part of the workspace."""

_NOT_THERE: Final = ("does not exist in", "exists on disk, but not in")
"""What git says of a path that a commit does not have."""

_BATCH: Final = 32 * 1024 * 1024
"""The bytes of files that are read at a time and kept: most workspaces are read at once."""


def source_of_revision(now: FolderSource, words: str) -> "RevisionSource":
    """The files that a folder's workspace had in a commit, by any name that git knows; raises UsageError."""
    return RevisionSource(now.root, find_revision(now.root, words), now.settings, now.named)


@dataclass(frozen=True)
class RevisionSource:
    """The files of a workspace in a commit; `root`, `settings` and `named` are those of the folder as it is today."""

    root: Path
    revision: Revision
    settings: Settings = Settings()
    named: frozenset[str] = frozenset()
    _read: dict[str, bytes] = field(default_factory=dict, init=False, repr=False, compare=False)

    def names(self) -> tuple[str, ...]:
        """All YAML files that the workspace had, sorted by name."""
        return tuple(sorted(self._files))

    def links(self) -> tuple[str, ...]:
        """The links with names of plan files, and the modules, which are not read."""
        found = (name for name, one in self._entries.items() if one.is_module or not one.is_file)
        return tuple(sorted(filter(self._is_ours, found)))

    def read(self, name: str) -> bytes:
        """The bytes of one file; raises OSError where it is not in this clone, or too large."""
        if name not in self._files:
            raise FileNotFoundError(errno.ENOENT, f"it is not in {self.revision.short}")
        if self._sizes.get(name) is None:
            raise OSError(errno.ENOENT, "this clone does not have it")
        if self._sizes[name] > MAX_BYTES:
            raise OSError(errno.EFBIG, f"it is larger than {MAX_BYTES // 1024 // 1024} MiB")
        if name not in self._read:
            self._read_from(name)
        return self._read[name]

    @cached_property
    def _files(self) -> dict[str, str]:
        """The objects of the files that count, by name."""
        files = {name: one.object for name, one in self._entries.items() if one.is_file and self._may_be_plan(name)}
        return {name: one for name, one in files.items() if self._is_ours(name)}

    @cached_property
    def _others(self) -> set[str]:
        return _folders_of_others(self.root, self._entries)

    @cached_property
    def _is_excluded(self) -> Callable[[str], bool]:
        return Exclusions(self.settings.exclude).covers

    def _is_ours(self, name: str) -> bool:
        """Whether a file is neither excluded nor in a folder that is left out."""
        is_left_out = any(folder in self._others or self._is_skipped(folder) for folder in _folders(name))
        return not is_left_out and not self._is_excluded(name)

    @cached_property
    def _sizes(self) -> dict[str, int]:
        """How large the files are; those that are not in this clone are left out."""
        bounds = WITH_SETTINGS if self.settings.file else WITHOUT_SETTINGS
        sizes = sizes_of(self.root, self._files)
        if bounds.size is not None and sum(sizes.values()) > bounds.size:
            raise self._too_large(f"{bounds.size // 1024 // 1024} MiB of YAML files")
        return sizes

    @cached_property
    def _entries(self) -> dict[str, TreeEntry]:
        """All entries of the commit below the root with a name that matters."""
        bounds, found = WITH_SETTINGS if self.settings.file else WITHOUT_SETTINGS, {}
        tree = self._tree()
        try:
            for count, (name, entry) in enumerate(list_tree(self.root, tree) if tree else ()):
                if count >= bounds.entries:
                    raise self._too_large(f"{bounds.entries:,} files")
                own = name.rpartition("/")[2]
                if entry.is_module or own in _MARKERS or self._may_be_plan(name):
                    found[name] = entry
        except OSError:
            raise self._incomplete() from None
        if len(found) > bounds.files:
            raise self._too_large(f"{bounds.files:,} YAML files")
        return found

    def _tree(self) -> str:
        """The object of the workspace's folder, or nothing if there was none."""
        answer = ask_git(self.root, "rev-parse", f"{self.revision.commit}:{self.revision.prefix}")
        if answer.code == 0:
            return answer.output.decode("ascii").strip()
        is_there = ask_git(self.root, "cat-file", "-e", f"{self.revision.commit}^{{tree}}").code == 0
        if self.revision.prefix and is_there and any(words in answer.messages for words in _NOT_THERE):
            return ""
        raise self._incomplete()

    def _may_be_plan(self, name: str) -> bool:
        return is_plan_name(name.rpartition("/")[2]) or (name in self.named and name.lower().endswith(ENDINGS))

    def _is_skipped(self, folder: str) -> bool:
        is_on_the_way = any(one == folder or one.startswith(f"{folder}/") for one in self.named)
        return is_skipped(folder) and not is_on_the_way

    def _read_from(self, first: str) -> None:
        """Read a file and those after it in the order of names, up to the size of a batch, in place of the last one."""
        names, size = [first], self._sizes[first]
        for name in self.names():
            more = self._sizes.get(name, MAX_BYTES + 1)
            if name <= first or more > MAX_BYTES:
                continue
            size += more
            if size > _BATCH:
                break
            names.append(name)
        self._read.clear()
        contents = read_objects(self.root, [self._files[name] for name in names])
        self._read.update(zip(names, contents, strict=True))

    def _incomplete(self) -> UsageError:
        message = f"the files of {self.revision.words} are not all in this clone"
        return UsageError(message, "`git fetch --refetch` gets them, then try again; or name a date")

    def _too_large(self, what: str) -> NothingReadError:
        message = f"{self.revision.words} holds more than {what} in {self.root}, which is too much for one workspace"
        return NothingReadError(
            message, "name a date instead; or leave other folders out with `exclude` in tcplan.toml"
        )


def _folders(name: str) -> Iterator[str]:
    """The folders that a file is in, from the root on."""
    return (name[:end] for end, sign in enumerate(name) if sign == "/")


def _folders_of_others(root: Path, entries: dict[str, TreeEntry]) -> set[str]:
    """Folders with settings of their own, and environments: their files are not the workspace's."""
    found, projects = set[str](), dict[str, str]()
    for name, entry in entries.items():
        folder, _, own = name.rpartition("/")
        if not folder or own not in _MARKERS:
            continue
        if own == PROJECT_FILE:
            projects[folder] = entry.object
        elif own == SETTINGS_FILE or not in_plans(f"{folder}/"):
            found.add(folder)
    sizes = sizes_of(root, projects)
    small = [folder for folder, size in sizes.items() if size <= MAX_SETTINGS]
    contents = read_objects(root, [projects[folder] for folder in small])
    return found | {folder for folder, data in zip(small, contents, strict=True) if holds_our_table(data)}
