"""A folder of files that tcplan made and makes again: it knows which are its own, and touches no others.

Each file is written whole, beside the old ones, before the first of these is replaced. A list in the folder says what
tcplan has written; while files are being replaced it holds the old and the new content of each, so that a run that was
killed is completed by the next one.
"""

import contextlib
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from tcplan.errors import RefusedError, UsageError
from tcplan.files.locking import PATIENCE, lock_folder
from tcplan.files.replacement import refusal
from tcplan.values.plain_text import file_name

MANIFEST: Final = "tcplan-site.json"
"""The list of what tcplan has written into a folder: the fingerprints of each file by its name."""

_FORMAT: Final = 1
_MOST_BYTES: Final = 16 * 1024 * 1024

_Owned = dict[str, list[str]]


class WrittenFiles(NamedTuple):
    """What has changed in a folder, by the names of the files."""

    written: list[str]
    removed: list[str]
    unchanged: int


def check_site_folder(folder: Path, names: Mapping[str, object]) -> None:
    """Raise UsageError or RefusedError unless files of these names may be written into a folder."""
    _owned(folder, names)


def write_site(folder: Path, files: Mapping[str, bytes]) -> WrittenFiles:
    """Write files into a folder, new or of an earlier run, and remove those of the earlier run that are no more.

    Raises RefusedError where the folder holds something else in the place of a file, or cannot be written. Then every
    file is the old or the new one.
    """
    real = Path(os.path.realpath(folder))
    try:
        if not os.path.lexists(real):
            real.parent.mkdir(parents=True, exist_ok=True)
            with lock_folder(real.parent, PATIENCE):
                if not os.path.lexists(real):
                    return _write_new(real, files)
        with lock_folder(real, PATIENCE):
            return _write_again(real, folder, files)
    except OSError as error:
        raise refusal(folder, error) from error


def _write_new(real: Path, files: Mapping[str, bytes]) -> WrittenFiles:
    """Write all files into a folder beside the new one, and give it the name of the new one at the end."""
    _remove_leftovers(real.parent)
    with _staging(real.parent) as stage:
        for name, content in files.items():
            _write(stage / name, content)
        _write(stage / MANIFEST, _manifest({name: [_fingerprint(content)] for name, content in files.items()}))
        stage.rename(real)
    return WrittenFiles([*files], [], 0)


def _write_again(real: Path, folder: Path, files: Mapping[str, bytes]) -> WrittenFiles:
    _remove_leftovers(real)
    before = _owned(folder, files)
    after = {name: [_fingerprint(content)] for name, content in files.items()}
    changed = [name for name in files if before.get(name) != after[name] or not (real / name).exists()]
    removed = [name for name in before if name not in files and (real / name).exists()]
    if before == after and not changed:
        return WrittenFiles([], [], len(files))
    either = {name: [*dict.fromkeys((*before.get(name, ()), *after.get(name, ())))] for name in {**before, **after}}
    with _staging(real) as stage:
        for name in changed:
            _write(stage / name, files[name])
        for number, owned in enumerate((either, after)):
            _write(stage / f"{MANIFEST}.{number}", _manifest(owned))
        (stage / f"{MANIFEST}.0").replace(real / MANIFEST)
        for name in changed:
            (real / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).replace(real / name)
        for name in removed:
            _remove(real, name)
        (stage / f"{MANIFEST}.1").replace(real / MANIFEST)
    return WrittenFiles(changed, removed, len(files) - len(changed))


def _owned(folder: Path, names: Mapping[str, object]) -> _Owned:
    """What an earlier run has written into a folder; raises for a folder that may not be written into."""
    if not os.path.lexists(folder):
        return {}
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", "name a folder for the pages, new or empty")
    try:
        owned = _read_manifest(folder)
        others = [] if owned is not None else [one for one in os.listdir(folder) if not one.startswith(".")]  # noqa: PTH208
    except OSError as error:
        raise refusal(folder, error) from error
    if others:
        message = f"{folder} holds something else than a site that tcplan made: {file_name(min(others))}"
        raise RefusedError(f"{message}; nothing was written", "name a new or an empty folder")
    for name in dict.fromkeys((*names, *(owned or {}))):
        _check_place(folder, name, (owned or {}).get(name, []))
    return owned or {}


def _check_place(folder: Path, name: str, known: list[str]) -> None:
    """Raise RefusedError where something is in the place of a file that tcplan has not written like that."""
    above = folder
    for part in PurePosixPath(name).parts[:-1]:
        above /= part
        if os.path.lexists(above) and (above.is_symlink() or not above.is_dir()):
            raise _in_the_way(above, "is not a folder of its own")
    path = folder / name
    if not os.path.lexists(path):
        return
    if not stat.S_ISREG(path.lstat().st_mode):
        raise _in_the_way(path, "is not an ordinary file")
    if not known:
        raise _in_the_way(path, "was not written by tcplan")
    if _fingerprint(path.read_bytes()) not in known:
        raise _in_the_way(path, "has been changed since tcplan wrote it")


def _in_the_way(path: Path, why: str) -> RefusedError:
    hint = "move it to another folder, or delete it, then run the command again"
    return RefusedError(f"{file_name(path.as_posix())} {why}; nothing was written", hint)


def _read_manifest(folder: Path) -> _Owned | None:
    """The files of an earlier run with their fingerprints; None if there was none."""
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return None
    if not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > _MOST_BYTES:
        raise _in_the_way(path, "is not the list of files that tcplan writes")
    try:
        data: Any = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        data = None
    files = data.get("files") if isinstance(data, dict) and data.get("format") == _FORMAT else None
    if not isinstance(files, dict) or not all(_is_entry(name, known) for name, known in files.items()):
        raise _in_the_way(path, "is not the list of files that tcplan writes")
    return files


def _is_entry(name: str, known: object) -> bool:
    """Whether an entry of the list is one that tcplan writes: no file outside the folder is ever one of its own."""
    parts = name.split("/")
    is_safe = all(_part_pattern().fullmatch(part) and part not in (".", "..") for part in parts)
    return is_safe and isinstance(known, list) and all(isinstance(one, str) for one in known)


def _manifest(owned: _Owned) -> bytes:
    return (json.dumps({"format": _FORMAT, "files": owned}, indent=1, sort_keys=True) + "\n").encode()


def _fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A hidden folder for files that are not in their places yet."""
    stage = folder / f".tcplan-{os.urandom(8).hex()}.site"
    stage.mkdir()
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)  # the pages of a new site are no longer there


def _remove_leftovers(folder: Path) -> None:
    """Remove what a run that was killed has left; who holds the lock knows that nobody is writing it."""
    for one in folder.iterdir():
        if _stage_pattern().fullmatch(one.name) and one.is_dir() and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remove(real: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    (real / name).unlink()
    for above in PurePosixPath(name).parents[:-1]:
        with contextlib.suppress(OSError):
            (real / above).rmdir()


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z0-9._-]+")


@cache
def _stage_pattern() -> re.Pattern[str]:
    return re.compile(r"\.tcplan-[0-9a-f]{16}\.site")
