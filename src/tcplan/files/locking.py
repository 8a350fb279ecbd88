"""One writer in a folder at a time, without a lock file."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows: the comparison right before a file is replaced has to do
    fcntl = None  # type: ignore[assignment]

PATIENCE: Final = 10.0
"""Seconds that a writer waits for another one."""

_PAUSE: Final = 0.02
# What file systems say, some of those on a network above all, that cannot lock a folder.
_NO_LOCKS: Final = frozenset({errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.ENOLCK, errno.EINVAL})


@contextlib.contextmanager
def lock_folder(folder: Path, patience: float = PATIENCE) -> Iterator[int | None]:
    """Keep other writers of tcplan out of a folder; yields its descriptor, None where folders cannot be opened.

    The folder itself is locked, which leaves nothing behind and takes no more than the permission to read it, so that
    it works between users too. Where folders cannot be locked it goes on without. It waits up to `patience` seconds.

    Raises: BlockingIOError where another writer is still there then, OSError where the folder cannot be opened.
    """
    if fcntl is None:
        yield None
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(handle, patience)
        yield handle
    finally:
        with contextlib.suppress(OSError):  # the file may be replaced by now, which a close must not call refused
            os.close(handle)


def _lock(handle: int, patience: float) -> None:
    for _ in range(int(patience / _PAUSE)):
        try:
            return _try_lock(handle)
        except BlockingIOError:
            time.sleep(_PAUSE)
    return _try_lock(handle)


def _try_lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
