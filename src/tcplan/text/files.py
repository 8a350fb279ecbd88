"""Writing files so that nothing is ever half-written or lost."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tcplan.errors import RefusedError


def write_whole(path: Path, text: str) -> None:
    """Write a file that appears whole or not at all; raises RefusedError with the reason where it cannot be."""
    path = path.resolve()  # a link stays a link: what it leads to is written
    if path.exists() and not path.is_file():
        raise RefusedError(f"{path.as_posix()} is no ordinary file; nothing was written", "name a file of its own")
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~umask)
        Path(temporary).replace(path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise _refused(path, error) from error


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    """Write new files below a folder; raises RefusedError, with nothing written, where one is there already."""
    there = [name for name in texts if os.path.lexists(folder / name)]
    if there:
        raise RefusedError(
            f"{(folder / there[0]).as_posix()} is there already; nothing was written",
            "name a new or an empty folder",
        )
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(path, error) from error
        write_whole(path, text)


def _refused(path: Path, error: OSError) -> RefusedError:
    message = f"{path.as_posix()} cannot be written: {error.strerror or error}"
    return RefusedError(message, "check the folder and its permissions")
