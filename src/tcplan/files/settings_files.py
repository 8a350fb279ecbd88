"""The files that settings are in, `tcplan.toml` or `pyproject.toml`: read as carefully as plan files."""

import os
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from tcplan.errors import UsageError
from tcplan.files.containment import OutsideError, read_inside
from tcplan.files.encodings import foreign_encoding
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE

MAX_SETTINGS: Final = 1024 * 1024
"""The bytes of a file of settings; a longer one is none."""

_MOST_PARTS: Final = 100
"""The parts of a dotted name: the parser takes quadratic time for them."""

_OUR_TABLE: Final = b"tcplan"


@cache
def _long_name_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}")


def settings_table(folder: Path) -> tuple[Path, object] | None:
    """The file `tcplan.toml` of a folder with what is in it; raises UsageError where it cannot be read."""
    file = folder / SETTINGS_FILE
    return (file, _parse(file, _read(folder, file))) if os.path.lexists(file) else None


def project_table(folder: Path) -> tuple[Path, object] | None:
    """The file `pyproject.toml` of a folder with our table in it, if it has one.

    Raises: UsageError where it mentions tcplan and is not TOML.
    """
    file = folder / PROJECT_FILE
    table = _our_table(file, _read_project(folder))
    return None if table is None else (file, table)


def has_project_table(folder: Path) -> bool:
    """Whether the `pyproject.toml` of a folder has our table; one that cannot be read has not."""
    try:
        return project_table(folder) is not None
    except UsageError:
        return False


def holds_our_table(data: bytes) -> bool:
    """Whether the content of a `pyproject.toml` has our table; one that cannot be read has not."""
    try:
        return _our_table(Path(PROJECT_FILE), data) is not None
    except UsageError:
        return False


def _our_table(file: Path, data: bytes) -> object:
    tools = _parse(file, data).get("tool") if _mentions_us(data) else None
    return tools.get("tcplan") if isinstance(tools, dict) else None


def _read_project(folder: Path) -> bytes:
    """The bytes of `pyproject.toml`; none where it cannot be read: it may have nothing to do with tcplan."""
    try:
        return read_inside(folder, folder / PROJECT_FILE, MAX_SETTINGS)
    except OSError:
        return b""


def _mentions_us(data: bytes) -> bool:
    """Whether our table may be in a file, in whatever way it is written; most projects never name us."""
    return _OUR_TABLE in data or (b"\0" in data and _OUR_TABLE in data.replace(b"\0", b""))  # UTF-16 has zeros


def _read(folder: Path, file: Path) -> bytes:
    try:
        return read_inside(folder, file, MAX_SETTINGS)
    except OutsideError:
        raise UsageError(
            f"{file} is a link that leads out of its folder, so it is not read", "put a file there instead of the link"
        ) from None
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror or error}"
        raise UsageError(message, "check its permissions, and that it is an ordinary file") from error


def _parse(file: Path, data: bytes) -> dict[str, Any]:
    if len(data) > MAX_SETTINGS:
        size = MAX_SETTINGS // 1024 // 1024
        raise UsageError(f"{file} is larger than {size} MiB", "keep only settings in it; `exclude` can have wildcards")
    if encoding := foreign_encoding(data):
        raise UsageError(f"{file} is {encoding}, not UTF-8", "save it as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
        if text.count(".") > _MOST_PARTS and _long_name_pattern().search(text):
            raise UsageError(
                f"{file} has a name of more than {_MOST_PARTS} parts", "correct it: settings have short names"
            )
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"{file}: byte {data[error.start]:#04x} in line {line} is not UTF-8 text"
        raise UsageError(message, "save it as UTF-8 text") from error
    except (ValueError, RecursionError) as error:  # not TOML, or a number or a nesting beyond reason
        raise UsageError(f"{file} is not TOML: {error}", "correct the line that it names") from error
