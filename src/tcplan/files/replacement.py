"""Writing files so that nothing is ever half-written or lost."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import Final

from tcplan.errors import RefusedError
from tcplan.files.locking import PATIENCE, lock_folder
from tcplan.files.temporary import remove_leftovers, temporary_file
from tcplan.files.undo_records import remember_change, remember_new
from tcplan.values.printed_command import shell_word

_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_FULL: Final = "make room on the disk, then run the command again"
_NEXT: Final = {
    errno.EAGAIN: "run the command again when the other one has finished",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ELOOP: "name the file itself",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EIO: "the disk or the network has a fault: keep a copy of the file elsewhere before you try again",
}

_REASONS: Final = {
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOENT: "its folder does not exist",
    errno.EEXIST: "there is a file in the place of its folder",
    errno.ENOTDIR: "there is a file in the place of its folder",
    errno.EISDIR: "it is a folder",
}


class ChangedError(RefusedError):
    """The file is not, or no longer, the one that was read; nothing has been changed."""


def replace_file(  # noqa: PLR0913 -- how long it waits, and what `tcplan undo` has to know
    path: Path,
    before: bytes,
    after: bytes,
    *,
    patience: float = PATIENCE,
    remember: bool = True,
    made: Path | None = None,
) -> str:
    """Replace the content of a plan file, if it still is what was read, so that it is always the old or the new one.

    A link stays a link; mode, owner and group are kept as far as the system allows. A process that is killed may leave
    a hidden file in the folder; the next write there removes it. Another writer in the folder is waited for, up to
    `patience` seconds. What was there is kept for `tcplan undo`, unless `remember` is false, with
    the name of the new file that was `made` by the same command.

    Returns: nothing, or the sentence to show where the file was written but the disk did not confirm it, or where it
        had other names (hard links), which keep the old text.
    Raises: ChangedError where the file is no longer `before`, RefusedError where it cannot be written; in both cases
        nothing is changed. A file whose mode allows no writing is not written for root either: that mode is set on
        purpose.
    """
    real = Path(os.path.realpath(path))
    try:
        with _writing_in(real.parent, patience) as folder:
            _check_unchanged(path, real, before)
            with temporary_file(real, after) as temporary:
                # Once more: other programs know nothing of our lock.
                other_names = _check_unchanged(path, real, before)
                temporary.replace(real)
            if remember:
                remember_change(real, before, after, made and Path(os.path.realpath(made)))
            return " ".join(filter(None, (_confirm(path, folder), _say_links(path, other_names))))
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not os.path.lexists(real):
            message = f"{path.as_posix()} no longer exists; nothing was written"
            raise ChangedError(message, "put it back, or name the file that replaced it") from error
        raise refusal(path, error) from error


def write_whole(
    path: Path, content: str | bytes | bytearray, *, before_new: Callable[[Path], None] | None = None
) -> None:
    """Write a file, new or not, that appears whole or not at all; raises RefusedError where it cannot be.

    For what can be made anew, so whether the disk has confirmed it is not said. With `before_new` the file takes the
    place of none, not even of one that another tcplan writes at the same time; it is called once the name is known to
    be free, so that the caller knows whose the file is, even if the run is interrupted just after it has appeared.
    """
    real = Path(os.path.realpath(path))  # a link stays a link: what it leads to is written
    try:
        with _writing_in(real.parent, PATIENCE) as folder:
            if before_new:
                _check_free(path)
                before_new(path)
            elif os.path.lexists(real):
                _open_writable(path, real).close()
            with temporary_file(real, content.encode() if isinstance(content, str) else content) as temporary:
                temporary.replace(real)
            _confirm(path, folder)
    except OSError as error:
        raise refusal(path, error) from error


def check_writable(path: Path) -> None:
    """Raise RefusedError where a file may not be written, before the user is asked what to write."""
    try:
        _open_writable(path, Path(os.path.realpath(path))).close()
    except OSError as error:
        raise refusal(path, error) from error


def write_new(folder: Path, texts: Mapping[str, str], made: list[Path] | None = None) -> None:
    """Write new files below a folder, all of them or none.

    Raises RefusedError where one is there already or cannot be written. Then, and if the run is interrupted, what was
    written is removed again, with the folders that were made for it. A caller that goes on to write more may give the
    list for what is `made`, so that there is no moment at which a file is there and nobody knows whose it is.
    """
    for name in texts:
        _check_free(folder / name)
    made = [] if made is None else made
    try:
        for name, text in texts.items():
            path = folder / name
            try:
                _make_folders(path.parent, made)
            except OSError as error:
                raise refusal(path, error) from error
            write_whole(path, text, before_new=made.append)
    except BaseException:
        _remove_made(made)
        made.clear()
        raise


def remember_written(path: Path, text: str) -> None:
    """Keep for `tcplan undo` that a new plan file was written by a command that changed no other."""
    remember_new(Path(os.path.realpath(path)), text.encode())


def _check_free(path: Path) -> None:
    if os.path.lexists(path):
        raise RefusedError(f"{path.as_posix()} already exists; nothing was written", "name a new or an empty folder")


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and list those that were not there."""
    for one in [*reversed(folder.parents), folder]:
        if not one.is_dir():
            one.mkdir()
            made.append(one)


def _remove_made(made: list[Path]) -> None:
    """Remove files and folders, the last first; a folder that others have put something in stays."""
    for path in reversed(made):
        with contextlib.suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()


@contextlib.contextmanager
def _writing_in(folder: Path, patience: float) -> Iterator[int | None]:
    """Lock a folder and clear what killed writers have left in it; yields its descriptor, if it has one."""
    with lock_folder(folder, patience) as lock:
        remove_leftovers(folder, is_locked=lock.is_exclusive)
        yield lock.handle


def _check_unchanged(path: Path, real: Path, before: bytes) -> int:
    """Raise ChangedError where a file is no longer what was read; returns the number of its other names."""
    with _open_writable(path, real) as file:
        if file.read() != before:
            message = f"{path.as_posix()} has changed since it was read; nothing was written"
            raise ChangedError(message, "check what has changed, then run the command again")
        return os.fstat(file.fileno()).st_nlink - 1


def _say_links(path: Path, other_names: int) -> str:
    """The warning where a file had other names, which the new one does not have."""
    if other_names < 1:
        return ""
    names = (
        "another name (a hard link), which" if other_names == 1 else f"{other_names} other names (hard links), which"
    )
    return f"{path.as_posix()} had {names} still {'has' if other_names == 1 else 'have'} the old text"


def _open_writable(path: Path, real: Path) -> FileIO:
    """Open a file as if to write in it: to replace it takes less, but what may not be written is not to be replaced."""
    mode = real.stat().st_mode
    _check_ordinary(path, mode)
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        message = f"{path.as_posix()} is read-only; nothing was written"
        command = f"chmod u+w -- {shell_word(path.as_posix())}"
        raise RefusedError(message, f"if you may change it, make it writable first: {command}")
    file = FileIO(real, "r+", opener=_open_at_once)
    try:
        _check_ordinary(path, os.fstat(file.fileno()).st_mode)  # a pipe may have come in its place
    except RefusedError:
        file.close()
        raise
    return file


def _check_ordinary(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise RefusedError(f"{path.as_posix()} is not an ordinary file; nothing was written", "name a file of its own")


def _open_at_once(path: str, flags: int) -> int:
    """Open a file without waiting for the other end, if it is a pipe by now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _confirm(path: Path, folder: int | None) -> str:
    """Have the new name of a file written to the disk; returns the warning where the disk fails."""
    try:
        if folder is not None:
            os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            return (
                f"{path.as_posix()} was written, but the disk did not confirm it ({error.strerror}): keep a copy of it"
            )
    return ""


def refusal(path: Path, error: OSError) -> RefusedError:
    """Why a file cannot be written, in words for the reason that the system gives."""
    if isinstance(error, BlockingIOError):
        reason = "another tcplan is still writing in its folder"
    else:
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    hint = _NEXT.get(error.errno or 0, "check the folder and its permissions")
    return RefusedError(f"{path.as_posix()} cannot be written: {reason}", hint)
