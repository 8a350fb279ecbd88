"""Where files come from: a folder, or another source with some texts laid over it."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol

from tcplan.files.containment import OutsideError, leads_outside, read_inside, read_without_links
from tcplan.files.exclusions import Exclusions
from tcplan.files.names import is_plan_name, is_skipped
from tcplan.files.notice import Notice
from tcplan.files.seen_paths import seen_from
from tcplan.files.settings import SETTINGS_FILE, Settings
from tcplan.files.settings_files import has_project_table
from tcplan.files.unread import find_notices
from tcplan.files.walking import Walk
from tcplan.files.workspace_walk import walk_workspace

MAX_BYTES: Final = 10 * 1024 * 1024
"""A plan of ten thousand actions has from two to nine million, and is read and checked in seconds; 16 MiB were not."""


class Source(Protocol):
    """The YAML files of a workspace, by their names relative to its root, with forward slashes."""

    @property
    def settings(self) -> Settings:
        """What the workspace chooses."""
        ...

    def names(self) -> tuple[str, ...]:
        """All files, sorted."""
        ...

    def read(self, name: str) -> bytes:
        """The bytes of one file; raises OSError."""
        ...


@dataclass(frozen=True)
class FolderSource:
    """The files below a folder, without hidden folders, environments, build output and other workspaces.

    `named` are the files and folders, by their names below the root, that a command is about; the root itself is
    empty. They are read whatever they are called. The folders are looked through once, when something is asked for.
    """

    root: Path
    settings: Settings = Settings()
    named: frozenset[str] = frozenset()

    @cached_property
    def _walk(self) -> Walk:
        return walk_workspace(self.root, self.settings, self.named)

    @cached_property
    def _top(self) -> str:
        """Where the root is without links."""
        return os.path.realpath(self.root)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Folders and links that are not read, and settings that do nothing."""
        return find_notices(self._walk, self.settings)

    def notices_at_named(self) -> tuple[Notice, ...]:
        """Those about what was named, or about what is below it."""
        if "" in self.named:
            return self.notices
        return tuple(one for one in self.notices if any(f"{one.name}/".startswith(f"{name}/") for name in self.named))

    def names(self) -> tuple[str, ...]:
        """All YAML files below the root, sorted by name."""
        return tuple(sorted(self._walk.files.values()))

    def workspaces(self) -> tuple[Path, ...]:
        """The nearest workspaces below the root, sorted: each has settings of its own, and its files are not ours."""
        return tuple(sorted(self.root / name for name in self._walk.workspaces))

    def takes(self, name: str) -> bool:
        """Whether a file of this name is one of them, or would be if it were there."""
        is_excluded = Exclusions(self.settings.exclude).covers
        folders = [name[:end] for end, sign in enumerate(name) if sign == "/"]
        is_ours = is_plan_name(name.rpartition("/")[2]) and not is_excluded(name)
        return is_ours and not any(is_skipped(one) or self._is_left_out(self.root / one) for one in folders)

    def read(self, name: str) -> bytes:
        """The bytes of one file, up to a little more than `MAX_BYTES`."""
        if why := self._walk.outside.get(name):
            raise OutsideError(errno.EACCES, why)
        data = None
        if self._walk.files.get(name) == name:  # its real name, so no links led to it
            data = read_without_links(os.path.join(self._top, name), MAX_BYTES)  # noqa: PTH118 (called for every file)
        return read_inside(self.root, self.root / name, MAX_BYTES) if data is None else data

    def size(self, name: str) -> int:
        """The bytes of one file, or none where it cannot be said."""
        try:
            return (self.root / name).stat().st_size
        except OSError:
            return 0

    def _is_left_out(self, folder: Path) -> bool:
        """Whether a folder is a workspace of its own or an environment, or leads somewhere else."""
        is_other = os.path.lexists(folder / SETTINGS_FILE) or has_project_table(folder)
        return is_other or os.path.lexists(folder / "pyvenv.cfg") or leads_outside(self.root, folder)


@dataclass(frozen=True)
class OverlaySource:
    """Another source with some files replaced or added, such as a proposed edit or what an editor has not saved."""

    below: Source
    texts: Mapping[str, str | bytes]

    @property
    def settings(self) -> Settings:
        """The settings of the source below."""
        return self.below.settings

    def names(self) -> tuple[str, ...]:
        """All files of both."""
        return tuple(sorted({*self.below.names(), *self.texts}))

    def read(self, name: str) -> bytes:
        """The text laid over, else the bytes of the source below."""
        text = self.texts.get(name)
        if text is None:
            return self.below.read(name)
        return text if isinstance(text, bytes) else text.encode()


@dataclass(frozen=True)
class SourcePart:
    """Some of the files of another source."""

    below: Source
    part: tuple[str, ...]

    @property
    def settings(self) -> Settings:
        """Those of the whole."""
        return self.below.settings

    def names(self) -> tuple[str, ...]:
        """The part, sorted as it was given."""
        return self.part

    def read(self, name: str) -> bytes:
        """The bytes of one file."""
        return self.below.read(name)


def as_seen(root: Path, name: str) -> str:
    """A file of a workspace as an editor, a CI service or the reader of a message opens it from the current folder."""
    try:
        here = str(Path.cwd())
    except FileNotFoundError:  # it was deleted
        here = ""
    return seen_from(here, str(root), name)
