"""A file that an editor sends before it is saved, read in the workspace that it belongs to."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from tcplan.cli.support.run_checks import FileSelection
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.locating import settings_in
from tcplan.files.names import ENDINGS
from tcplan.files.sources import MAX_BYTES, FolderSource, OverlaySource, as_seen
from tcplan.findings.codes import COPIED_FILE, OVERLAPPING_PLANS
from tcplan.findings.finding import Finding
from tcplan.reporters import CheckRun
from tcplan.workspace import source_at

STANDARD_INPUT: Final = Path("-")
_NAME_FILE: Final = "name a file, or send one: tcplan ... - < FILE"
UNNAMED: Final = Path("stdin.yaml")
"""The name of a text without one: a new file in the current folder."""


def select_standard_input(name: Path) -> FileSelection:
    """The workspace that a file of this name belongs to, with standard input in its place; the file need not exist.

    No file is selected if the workspace would not read one of this name: an editor sends every YAML file, and those
    that are not plans must not be full of errors there.

    Raises UsageError for a name that a plan file cannot have.
    """
    if name.is_dir():
        raise UsageError(f"--stdin-filename: {name} is a folder", "name the file that the text belongs to")
    if name.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"--stdin-filename: {name} is not the name of a plan file", f"plan files end in {' or '.join(ENDINGS)}"
        )
    source = source_at(name)
    inside = Path(os.path.abspath(name)).relative_to(source.root).as_posix()  # noqa: PTH100 (links stay as they are named)
    text = read_standard_input()
    if name != UNNAMED and not _is_read(source, inside):
        return {source.root: (source, [])}
    return {source.root: (OverlaySource(source, {inside: text}), [inside])}


def read_standard_input() -> bytes:
    """All that standard input has, but no more than one byte above `MAX_BYTES`.

    Raises NothingReadError where it is closed or cannot be read.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise NothingReadError("standard input is closed", _NAME_FILE)
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        raise NothingReadError(f"standard input cannot be read: {error.strerror or error}", _NAME_FILE) from error


def _is_read(source: FolderSource, inside: str) -> bool:
    """Whether a check of the workspace, or of the current folder if there is no workspace, would read the file."""
    seen = as_seen(source.root, inside)
    is_bare = "/" not in inside and settings_in(source.root) is None and not (source.root / "plans").is_dir()
    if is_bare and not seen.startswith("../"):
        return FolderSource(Path.cwd()).takes(seen)
    return source.takes(inside)


def with_given_name(run: CheckRun, name: Path) -> CheckRun:
    """The same run with the one file, if it was read, under the name that the editor gave.

    A text without a name may be that of any plan: whether it is one of several is not said.
    """
    left_out = (COPIED_FILE, OVERLAPPING_PLANS) if name == UNNAMED else ()

    def renamed(finding: Finding) -> Finding:
        also = finding.also._replace(file=str(name)) if finding.also else None
        return finding._replace(place=finding.place._replace(file=str(name)), also=also)

    return replace(
        run,
        findings=tuple(renamed(one) for one in run.findings if one.code not in left_out),
        accepted=tuple(one._replace(finding=renamed(one.finding)) for one in run.accepted),
        files=(str(name),) if run.files else (),
    )
