"""A file written next to another one, ready to replace it, and what killed writers have left of such files."""

import contextlib
import os
import re
import shutil
import stat
import time
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final

STALE: Final = 600.0
"""Seconds; where no lock keeps others out, a file older than this is no longer being written."""


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(r"\.tcplan-[0-9a-f]{16}\.tmp")  # `.tmp`: our reader does not take it for a plan


@contextlib.contextmanager
def temporary_file(path: Path, content: bytes | bytearray) -> Iterator[Path]:
    """A hidden file in the folder of `path` with the content, safe on the disk, with the mode and owner of `path`.

    It is removed afterwards, unless it was renamed. When the process is killed it stays, for `remove_leftovers`.

    Raises: OSError where the file cannot be written.
    """
    temporary = path.parent / f".tcplan-{os.urandom(8).hex()}.tmp"
    is_new = not path.exists()
    # A new file has the mode that the user's umask gives; a replacement is private until it has the old one's.
    opener = partial(os.open, mode=0o666 if is_new else 0o600)
    try:
        with open(temporary, "xb", opener=opener) as file:
            if not is_new:
                _keep_attributes(path, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with contextlib.suppress(OSError):  # most often it was renamed
            temporary.unlink()


def remove_leftovers(folder: Path, *, is_locked: bool) -> None:
    """Remove the temporary files that killed writers have left in a folder, of whichever user, as far as allowed.

    They are known by their name, which no other program uses. Who holds the lock of the folder knows that none of
    them is being written; without it (`is_locked` is false) those stay that are younger than `STALE`.
    """
    youngest = time.time() - STALE
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        leftovers = [Path(entry) for entry in entries if _name_pattern().fullmatch(entry.name)]
        for leftover in leftovers:
            with contextlib.suppress(OSError):  # another writer was faster, or the file is another user's
                status = leftover.lstat()
                # Folders and links of such a name are not ours.
                if stat.S_ISREG(status.st_mode) and (is_locked or status.st_mtime < youngest):
                    leftover.unlink()


def _keep_attributes(path: Path, temporary: Path) -> None:
    """Give a file the owner, the access rights and the other attributes of another, as far as the system allows."""
    was = path.stat()
    if hasattr(os, "chown"):
        _give_to(temporary, was)
    mode = stat.S_IMODE(was.st_mode)
    if temporary.stat().st_gid != was.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3  # another group has no more rights than others have
    with contextlib.suppress(OSError):  # access control lists; file systems without are many
        shutil.copystat(path, temporary)
    _remove_inherited(path, temporary)
    temporary.chmod(mode)


def _remove_inherited(path: Path, temporary: Path) -> None:
    """Take away what a file has only because it is new: the access rights that its folder gives to new files."""
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        for name in {*os.listxattr(temporary)} - {*os.listxattr(path)}:
            os.removexattr(temporary, name)


def _give_to(temporary: Path, was: os.stat_result) -> None:
    for owner in (was.st_uid, -1):  # only root may give a file away; to a group, each of its members
        with contextlib.suppress(OSError):
            os.chown(temporary, owner, was.st_gid)
            break
