"""What may be read: ordinary files, and through links only what is inside the workspace.

Whoever proposes a change to a repository can commit a link to any file of the machine that checks it out. So nothing
that a link leads to outside the workspace is read, and nothing in a hidden folder of it either: `.git` may hold the
credentials of the checkout.
"""

import errno
import os
import stat
from pathlib import Path
from typing import Final

NOT_ORDINARY: Final = "it is not an ordinary file"

_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT")
)
"""A pipe that takes the place of a file right before it is opened must not keep us waiting."""


_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
"""What is known not to be a link must not be one when it is opened."""

OUT: Final = "this link leads out of the workspace"


class OutsideError(OSError):
    """A link leads out of the workspace, or into a hidden folder of it."""


def leads_outside(root: Path, path: Path) -> bool:
    """Whether a path leads out of the folder `root`, by links or by `..`, or by links into a hidden folder of it."""
    top, real = os.path.realpath(root), os.path.realpath(path)
    if not is_below(top, real):
        return True
    has_links = os.path.abspath(path)[len(os.path.abspath(root)) :] != real[len(top) :]  # noqa: PTH100 (keeps links)
    return has_links and not is_visible_below(top, real)


def is_below(top: str, real: str) -> bool:
    """Whether a real path is the real folder `top` or below it."""
    return real == top or real.startswith(top if top.endswith(os.sep) else top + os.sep)


def is_visible_below(top: str, real: str) -> bool:
    """Whether a real path is the real folder `top`, or below it and in no hidden folder there."""
    return is_below(top, real) and not any(part.startswith(".") for part in Path(real[len(top) :]).parts)


def is_ordinary_inside(root: Path, path: Path) -> bool:
    """Whether a path below the folder `root` is an ordinary file that may be read."""
    try:
        return stat.S_ISREG(path.stat().st_mode) and not leads_outside(root, path)
    except (OSError, ValueError):  # a name with a NUL character
        return False


def read_inside(root: Path, path: Path, limit: int) -> bytes:
    """The bytes of a file below the folder `root`, at most one more than `limit`.

    Raises: OutsideError where a link leads out of the folder; OSError where the file cannot be read, or is a folder, a
        pipe or a device.
    """
    real = os.path.realpath(path)
    if leads_outside(root, path):
        raise OutsideError(errno.EACCES, OUT)
    data = read_ordinary(Path(real), limit, _NO_LINK)
    if os.path.realpath(real) != real:  # a folder has become a link since
        raise OutsideError(errno.EACCES, OUT)
    return data


def read_without_links(path: str, limit: int) -> bytes | None:
    """The bytes of an ordinary file, at most one more than `limit`, or None where the path has links by now.

    It is for what was seen without links before, and takes a third of the time of `read_inside`. Raises OSError where
    the file cannot be read.
    """
    try:
        data = read_ordinary(Path(path), limit, _NO_LINK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise
    return data if os.path.realpath(path) == path else None


def read_ordinary(path: Path, limit: int, flags: int = 0) -> bytes:
    """The bytes of an ordinary file, at most one more than `limit`; raises OSError for anything else.

    `flags` are more flags to open it with.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # to open a device may do something to it
        raise OSError(errno.EINVAL, NOT_ORDINARY)
    handle = os.open(path, _FLAGS | flags)
    with open(handle, "rb") as file:  # noqa: PTH123 (an open file)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, NOT_ORDINARY)
        return file.read(limit + 1)
