"""Where files come from: a folder, or another source with some texts laid over it."""

import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol

from tcplan.files.settings import SETTINGS_FILE, Settings

ENDINGS: Final = (".yaml", ".yml")
MAX_BYTES: Final = 10 * 1024 * 1024
"""A plan of ten thousand actions has from two to nine million, and is read and checked in seconds; 16 MiB were not."""

SKIPPED: Final = frozenset({"node_modules", "build", "dist", "site", "_site", "venv", "env", "__pycache__"})


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
    """The files below a folder, without hidden folders, environments, build output and other workspaces."""

    root: Path
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """All YAML files below the root, sorted by name."""
        found: list[str] = []
        for folder, folders, files in os.walk(self.root):
            here = Path(folder)
            folders[:] = sorted(name for name in folders if self._is_ours(here / name))
            above = here.relative_to(self.root).as_posix()
            names = files if above == "." else (f"{above}/{file}" for file in files)
            found += filter(self._is_named_well, names)
        return tuple(sorted(found))

    def workspaces(self) -> tuple[Path, ...]:
        """The nearest workspaces below the root, sorted: each has settings of its own, and its files are not ours."""
        found = []
        for folder, folders, _ in os.walk(self.root):
            seen = [Path(folder) / name for name in sorted(folders) if self._is_looked_into(Path(folder) / name)]
            found += [one for one in seen if _has_settings(one)]
            folders[:] = [one.name for one in seen if not _has_settings(one)]
        return tuple(sorted(found))

    def takes(self, name: str) -> bool:
        """Whether a file of this name is one of them, or would be if it were there."""
        folders = [folder for folder in (self.root / name).parents if folder.is_relative_to(self.root)]
        return self._is_named_well(name) and all(self._is_ours(folder) for folder in folders if folder != self.root)

    def read(self, name: str) -> bytes:
        """The bytes of one file, up to a little more than `MAX_BYTES`."""
        path = self.root / name
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "it is not an ordinary file")  # a pipe would wait for ever
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)

    def size(self, name: str) -> int:
        """The bytes of one file, or none where it cannot be said."""
        try:
            return (self.root / name).stat().st_size
        except OSError:
            return 0

    def _is_named_well(self, name: str) -> bool:
        file = name.rpartition("/")[2]
        return file.lower().endswith(ENDINGS) and not file.startswith(".") and not self._is_excluded(name)

    def _is_ours(self, folder: Path) -> bool:
        return self._is_looked_into(folder) and not _has_settings(folder)

    def _is_looked_into(self, folder: Path) -> bool:
        if folder.name.startswith(".") or folder.name in SKIPPED or folder.is_symlink():
            return False
        if (folder / "pyvenv.cfg").exists():
            return False
        return not self._is_excluded(folder.relative_to(self.root).as_posix())

    def _is_excluded(self, name: str) -> bool:
        return any(fnmatch(name, pattern.rstrip("/")) for pattern in self.settings.exclude)


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


def find_root(path: Path) -> Path:
    """The root of the workspace that a file or folder belongs to.

    The nearest folder upwards with settings, else the nearest that holds `plans/`, else the folder itself. The
    search ends at the top of a git repository, so that a stray folder above it changes nothing.
    """
    start = path if path.is_dir() else path.parent
    holder = None
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file() or _has_project_table(folder):
            return folder
        if holder is None and (folder / "plans").is_dir():
            holder = folder
        if (folder / ".git").exists():
            break
    return holder or start


def _has_settings(folder: Path) -> bool:
    return (folder / SETTINGS_FILE).exists()


def _has_project_table(folder: Path) -> bool:
    try:
        return "[tool.tcplan" in (folder / "pyproject.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def as_seen(root: Path, name: str) -> str:
    """A file of a workspace as an editor, a CI service or the reader of a message opens it from the current folder."""
    here = Path.cwd()
    above = _folder_below(here, root)
    return f"{above}{name}" if name and above is not None else Path(os.path.relpath(root / name, here)).as_posix()


@lru_cache
def _folder_below(here: Path, folder: Path) -> str | None:
    """What comes before the name of a file in a folder as it is seen from here or from above; None from elsewhere."""
    if not folder.is_relative_to(here):
        return None
    return "" if folder == here else f"{folder.relative_to(here).as_posix()}/"
