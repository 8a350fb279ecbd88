"""Entries of `exclude` that leave nothing out, each with its line in the file of settings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tcplan.files.containment import read_inside
from tcplan.files.notice import Notice
from tcplan.files.settings import Settings
from tcplan.files.settings_files import MAX_SETTINGS
from tcplan.findings import codes
from tcplan.findings.finding import Code
from tcplan.findings.span import Span

_MOST: Final = 20
"""How many entries are named; the rest are counted."""

_FROM_ROOT: Final = "names begin at the folder of this file and have forward slashes"


def idle_exclusions(root: Path, settings: Settings, unused: list[str]) -> Iterator[Notice]:
    """What is to be said of entries that have matched nothing."""
    file = Path(settings.file)
    text = _text(root, file)
    for entry in unused[:_MOST]:
        place = file.name, text, _find(text, entry)
        meant = _meant(root, entry)
        if meant == entry.rstrip("/"):
            message = f"`{entry}` in `exclude` matches no file and no folder"
            yield _notice(place, codes.UNMATCHED_EXCLUDE, message, f"correct or delete it; {_FROM_ROOT}")
        else:
            message = f"`{entry}` in `exclude` matches nothing: {_FROM_ROOT}"
            yield _notice(place, codes.MALFORMED_EXCLUDE, message, f"write `{meant}`" if meant else "delete it")
    if len(unused) > _MOST:
        message = f"{len(unused) - _MOST:,} more entries of `exclude` match no file and no folder"
        place = file.name, text, _find(text, unused[_MOST])
        yield _notice(place, codes.UNMATCHED_EXCLUDE, message, f"correct or delete them; {_FROM_ROOT}")


def _notice(place: tuple[str, str, Span], code: Code, message: str, help_text: str) -> Notice:
    name, text, span = place
    return Notice(name, code, message, help_text, text, span)


def _meant(root: Path, entry: str) -> str:
    """The entry as it would have to be written; nothing where it names no place below the root."""
    name = entry.strip().replace("\\", "/")
    name = name.removeprefix(f"{root.as_posix()}/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    return "" if ".." in parts or name.startswith("~") or name[1:2] == ":" else "/".join(parts)


def _text(root: Path, file: Path) -> str:
    try:
        return read_inside(root, file, MAX_SETTINGS).decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _find(text: str, entry: str) -> Span:
    """Where the entry is in the file, or the key that it belongs to."""
    key = re.search(r"^[ \t]*[\"']?exclude[\"']?[ \t]*=|\bexclude\b", text, re.MULTILINE)
    start = key.start() if key else 0
    escaped = entry.replace("\\", "\\\\").replace('"', '\\"')
    for words in (f'"{escaped}"', f"'{entry}'"):
        if (found := text.find(words, start)) >= 0:
            return Span(found, found + len(words))
    return Span(start, key.end() if key else 0)
