"""Reads a file only where it is an ordinary one inside a folder: whoever sends a change can send a link in it."""

import os
import stat
from pathlib import Path

from tcplan.errors import RefusedError

_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""A link that appears in the meantime is not followed, and a pipe is not waited for."""


def read_inside(root: Path, path: Path, most: int) -> bytes:
    """The bytes of a file below a folder; a link is followed as long as it stays there, and out of hidden folders.

    Raises: RefusedError, which names the path and never where a link leads to, for what leads out, is no ordinary
        file, cannot be read, or has more than `most` bytes.
    """
    shown = path.relative_to(root).as_posix()
    real, base = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    if not real.is_relative_to(base) or any(part.startswith(".") for part in real.relative_to(base).parts):
        raise RefusedError(
            f"{shown} is a link that leads out of the workspace, so it is not read", "put the file itself there"
        )
    try:
        handle = os.open(real, _FLAGS)
        with open(handle, "rb") as file:  # noqa: PTH123 (an open handle, so that what is checked is what is read)
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise RefusedError(f"{shown} is not an ordinary file, so it is not read", "put a file there")
            content = file.read(most + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError(f"{shown} cannot be read: {reason}", "check the file and its permissions") from error
    if len(content) > most:
        raise RefusedError(f"{shown} is larger than {most:,} bytes, so it is not read", "make it shorter")
    return content
