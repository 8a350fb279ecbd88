"""A file written beside another one, ready to take its place, and gone afterwards whatever happens."""

import contextlib
import os
import re
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final

# It waits until the writer closes the pipe, which its end does too, however it ends. A Ctrl-C is none of its business.
_GUARDIAN: Final = 'trap "" HUP INT TERM; read -r _; PATH="$PATH:/usr/bin:/bin"; rm -f -- "$1"'


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(r"\.tcplan-[0-9a-f]{16}\.tmp")  # `.tmp`: neither git nor our reader takes it for a plan


_STALE: Final = 600.0  # seconds; no writer takes that long


@contextlib.contextmanager
def written_beside(path: Path, content: bytes, lock: int | None) -> Iterator[Path]:
    """A hidden file in the folder of `path` with the content, safe on the disk, with the mode and owner of `path`.

    It is gone afterwards, unless it was renamed, even when the process is killed; so is what a power cut left earlier.
    `lock` is the descriptor that keeps other writers out, or None; it is not let go before the file is gone.

    Raises: OSError where the file cannot be written.
    """
    _remove_stale(path.parent)
    with _guarded_name(path.parent, lock) as temporary:
        is_new = not path.exists()
        # A new file has the mode that the user's umask gives; another is nobody else's before it has the old one's.
        opener = partial(os.open, mode=0o666 if is_new else 0o600)
        with open(temporary, "xb", opener=opener) as file:
            if not is_new:
                _keep_attributes(path, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary


@contextlib.contextmanager
def _guarded_name(folder: Path, lock: int | None) -> Iterator[Path]:
    temporary = _new_name(folder)
    guardian = _start_guardian(temporary, lock)
    if not guardian:
        temporary = _new_name(folder)  # one that only half started may still remove the other
    try:
        yield temporary
    finally:
        with contextlib.suppress(OSError):  # it was renamed; else the guardian is there still
            temporary.unlink()
        if guardian:
            _dismiss(guardian)


def _new_name(folder: Path) -> Path:
    return folder / f".tcplan-{os.urandom(8).hex()}.tmp"


def _start_guardian(temporary: Path, lock: int | None) -> subprocess.Popen[bytes] | None:
    """Start a process that removes the file when this one is gone; None where none can be started: then without."""
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", _GUARDIAN, "tcplan-guardian", temporary],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            pass_fds=() if lock is None else (lock,),
            start_new_session=True,  # what is sent to all processes of a terminal does not reach it
        )
    except OSError:
        return None


def _dismiss(guardian: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError), guardian:  # closes the pipe and waits
        guardian.kill()


def _keep_attributes(path: Path, temporary: Path) -> None:
    """Give a file the owner, the access rights and the other attributes of another, as far as the system allows."""
    was = path.stat()
    if hasattr(os, "chown"):
        _give(temporary, was)
    mode = stat.S_IMODE(was.st_mode)
    if temporary.stat().st_gid != was.st_gid:
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3  # another group has no more rights than anybody
    with contextlib.suppress(OSError):  # access control lists; file systems without are many
        shutil.copystat(path, temporary)
    temporary.chmod(mode)


def _give(temporary: Path, was: os.stat_result) -> None:
    for owner in (was.st_uid, -1):  # only root may give a file away; to a group, each of its members
        with contextlib.suppress(OSError):
            os.chown(temporary, owner, was.st_gid)
            break


def _remove_stale(folder: Path) -> None:
    """Remove what a power cut has left of an earlier write, by its name, which no other program uses, and its age."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (
                _name_pattern().fullmatch(entry.name)
                and entry.stat(follow_symlinks=False).st_mtime < time.time() - _STALE
            ):
                Path(entry).unlink()
