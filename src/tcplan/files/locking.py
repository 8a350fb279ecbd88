"""One writer in a folder at a time, without a lock file."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

try:
    import fcntl
except ImportError:  # Windows: the comparison right before a file is replaced has to do
    fcntl = None  # type: ignore[assignment]

PATIENCE: Final = 10.0
"""Seconds that a writer waits for another one."""

_PAUSE: Final = 0.02
# What file systems say, some of those on a network above all, that cannot lock a folder.
_NO_LOCKS: Final = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.ENOLCK, errno.EINVAL})


class FolderLock(NamedTuple):
    """The descriptor of a folder, None where folders cannot be opened, and whether it keeps other writers out."""

    handle: int | None
    is_exclusive: bool


@contextlib.contextmanager
def lock_folder(folder: Path, patience: float = PATIENCE) -> Iterator[FolderLock]:
    """Keep other writers of tcplan out of a folder.

    The folder itself is locked, which leaves nothing in it and takes no more than the permission to read it, so that
    it works between users too. Where folders cannot be locked it goes on without. It waits up to `patience` seconds.

    Raises: BlockingIOError where another writer is still there then, OSError where the folder cannot be opened.
    """
    if fcntl is None:
        yield FolderLock(None, is_exclusive=False)
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield FolderLock(handle, _lock(handle, patience))
    finally:
        with contextlib.suppress(OSError):  # the file may be replaced by now, which a close must not call refused
            os.close(handle)


def _lock(handle: int, patience: float) -> bool:
    """Lock an open folder; returns False where the file system has no locks."""
    for _ in range(int(patience / _PAUSE)):
        try:
            return _try_lock(handle)
        except BlockingIOError:
            time.sleep(_PAUSE)
    return _try_lock(handle)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return False
    return True
