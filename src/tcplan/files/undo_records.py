"""What tcplan has written over, so that the last change of a plan file can be taken back: outside of the workspace.

A record belongs to the person and the machine, as the history of an editor does: it is in the folder that the system
has for such things, is readable by that person alone, and stands in nobody's way where the workspace is shared. Nothing
depends on it but `tcplan undo`: where it cannot be written, nothing can be taken back that way.
"""

import base64
import contextlib
import hashlib
import json
import os
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

MOST_RECORDS: Final = 50
"""Older changes are forgotten."""

_FORMAT: Final = 1
_ENDING: Final = ".json"
_MOST_BYTES: Final = 64 * 1024 * 1024
"""Of a record on the disk, and of the text in it: a record that says more is not one of ours."""


@dataclass(frozen=True)
class UndoRecord:
    """One change of one file: the bytes before, and what tells whether the file still is as it was written then.

    `made` is the new file that the same command wrote, if it wrote one.
    """

    record: Path
    file: Path
    before: bytes
    after_digest: str
    written: datetime
    made: Path | None = None

    @property
    def is_new(self) -> bool:
        """Whether the command wrote a new file and changed none: it is in the place of what was changed."""
        return self.made == self.file

    def is_as_written(self, content: bytes) -> bool:
        """Whether nobody has changed the file since."""
        return digest_of(content) == self.after_digest


def digest_of(content: bytes) -> str:
    """What two contents share only if they are the same."""
    return hashlib.sha256(content).hexdigest()


def remember_change(file: Path, before: bytes, after: bytes, made: Path | None = None) -> None:
    """Keep what a file held before it was replaced, and which new file was written with it. A failure is no failure.

    Both are paths without links.
    """
    said = {
        "format": _FORMAT,
        "file": str(file),
        "after": digest_of(after),
        "before": base64.b64encode(zlib.compress(before, 1)).decode(),
        **({"made": str(made)} if made else {}),
    }
    # No home, a full disk, a folder that is closed, or a library that this user may not read.
    with contextlib.suppress(OSError, RuntimeError, ValueError, ImportError):
        folder = _folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        record = folder / f"{time.time_ns():020d}-{os.urandom(4).hex()}{_ENDING}"
        with open(record, "x", encoding="ascii", opener=_open_private) as written:
            json.dump(said, written)
        for old in sorted(_names(folder))[:-MOST_RECORDS]:
            (folder / old).unlink(missing_ok=True)


def remember_new(file: Path, content: bytes) -> None:
    """Keep that a new file was written, so that no earlier change is taken for the last one."""
    remember_change(file, b"", content, file)


def last_change(is_meant: Callable[[Path], bool]) -> UndoRecord | None:
    """The last change that is remembered of a file that is meant, by its path without links."""
    return next(remembered_changes(is_meant), None)


def remembered_changes(is_meant: Callable[[Path], bool]) -> Iterator[UndoRecord]:
    """The changes that are remembered of the files that are meant, the last first."""
    return (one for one in _newest_first() if is_meant(one.file))


def forget_change(change: UndoRecord) -> None:
    """Remove the record of a change that was taken back."""
    with contextlib.suppress(OSError):
        change.record.unlink()


def _newest_first() -> Iterator[UndoRecord]:
    try:
        folder = _folder()
        names = sorted(_names(folder), reverse=True)
    except (OSError, RuntimeError, ImportError):
        return
    for name in names:
        with contextlib.suppress(Exception):  # cut short, or not ours, whatever it is
            yield _read(folder / name)


def _read(record: Path) -> UndoRecord:
    """A record; raises ValueError or the like for what is none."""
    status = record.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
        raise ValueError
    said: dict[str, Any] = json.loads(record.read_text("ascii"))
    if said["format"] != _FORMAT:
        raise ValueError
    unpacking = zlib.decompressobj()
    before = unpacking.decompress(base64.b64decode(said["before"]), _MOST_BYTES)
    made = said.get("made")
    if not unpacking.eof or "\0" in said["file"] or "\0" in (made or ""):
        raise ValueError
    nanoseconds = int(record.name.partition("-")[0])
    written = datetime.fromtimestamp(nanoseconds / 1_000_000_000, tz=UTC).astimezone()
    return UndoRecord(record, Path(said["file"]), before, said["after"], written, Path(made) if made else None)


def _names(folder: Path) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if entry.name.endswith(_ENDING)]


def _folder() -> Path:
    import platformdirs  # a check imports this module, and never asks

    return platformdirs.user_state_path("tcplan", appauthor=False) / "undo"


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
