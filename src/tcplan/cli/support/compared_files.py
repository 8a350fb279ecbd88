"""The files that `tcplan diff` compares: two that are named, or those of a commit and those of today or another."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tcplan.cli.support.incomplete import warn_unread
from tcplan.cli.support.messages import print_error, print_note
from tcplan.cli.support.options import as_of_day, require_path
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.git_revision import UnknownRevisionError
from tcplan.files.revision_source import RevisionSource, source_of_revision
from tcplan.files.sources import FolderSource, as_seen
from tcplan.values.printed_command import command_at
from tcplan.views.diff.page import FilePair, FileState
from tcplan.workspace import File, Workspace, open_workspace
from tcplan.workspace.paths import is_named, names_at
from tcplan.workspace.selection import select_plan


class ComparedFiles(NamedTuple):
    """The files that are compared, and what the two states are called; `is_whole` says that all could be read."""

    pairs: list[FilePair]
    before: str
    after: str
    is_whole: bool = True


def two_files(first: Path, second: Path) -> ComparedFiles:
    """Two files or plans; raises NothingReadError for one that cannot be read."""
    before, after = _named_state(first), _named_state(second)
    return ComparedFiles([FilePair(before, after)], before.shown, after.shown)


def files_since(path: Path, words: str) -> ComparedFiles:
    """The files at a path in a commit, and as they are now or, for `A..B`, in another commit; raises UsageError."""
    path = require_path(path)
    workspace, root = open_workspace(path)
    earlier_words, dots, later_words = words.partition("..")
    if not isinstance(workspace.source, FolderSource) or later_words.startswith("."):
        raise UsageError(f"--since {words} cannot be compared with", "write REV, or REV..REV for two commits")
    earlier = _revision(workspace.source, earlier_words)
    later = _revision(workspace.source, later_words) if dots and later_words else None
    before, after = Workspace(earlier), Workspace(later) if later else workspace
    if later is None:
        warn_unread(workspace.source, root)
    names = {file.name for one in (before, after) for file in one.files}
    pairs = list(_pairs(before, after, root, sorted(names_at(root, path, names))))
    readable = [pair for pair in pairs if not _say_unreadable(pair)]
    if not readable:
        raise NothingReadError(
            f"{path} has no plan files that can be compared", "name a plan file, or a folder with plans"
        )
    says_after = later.revision.words if later else "now"
    says = f"{earlier.revision.words} (commit {earlier.revision.short} of {earlier.revision.day})"
    return ComparedFiles(readable, says, says_after, is_whole=len(readable) == len(pairs))


def _revision(source: FolderSource, words: str) -> RevisionSource:
    try:
        return source_of_revision(source, words)
    except UnknownRevisionError as error:
        hint = "name a branch, a tag, a commit or, for example, HEAD~3, or main@{2026-01-01} for the files of a day"
        raise UsageError(f"--since: {error.message}", hint) from None


def _pairs(before: Workspace, after: Workspace, root: Path, names: list[str]) -> Iterator[FilePair]:
    old, new = ({file.name: file for file in one.files} for one in (before, after))
    for name in names:
        shown = as_seen(root, name)
        was = FileState(old[name], before, shown) if name in old else None
        now = FileState(new[name], after, shown) if name in new else None
        yield FilePair(was, now)


def _named_state(path: Path) -> FileState:
    path = require_path(path)
    workspace, root = open_workspace(path)
    file = next((one for one in workspace.files if is_named(root, path, one.name)), None)
    if file is None:
        file = select_plan(workspace, root, path, as_of_day(None))[1].file
    shown = as_seen(root, file.name)
    if _is_unreadable(file):
        raise NothingReadError(f"{shown} cannot be read, so it cannot be compared", f"`{_validate(shown)}` shows why")
    _note_faults(file, shown)
    return FileState(file, workspace, shown)


def _say_unreadable(pair: FilePair) -> bool:
    """Say which state of a file cannot be read; then it is not compared."""
    for state, when in zip(pair, ("then", "now"), strict=True):
        if state and _is_unreadable(state.file):
            hint = f"`{_validate(state.shown)}` shows why" if when == "now" else ""
            print_error(
                f"{state.shown} cannot be read as it was {when}, so it is not compared".replace("was now", "is now"),
                hint,
            )
            return True
    if pair.after:
        _note_faults(pair.after.file, pair.after.shown)
    return False


def _is_unreadable(file: File) -> bool:
    return file.document.data is None and bool(file.document.problems)


def _note_faults(file: File, shown: str) -> None:
    if file.document.problems:
        print_note(f"{shown} has errors; only what can be read is compared (`{_validate(shown)}` lists them)")


def _validate(shown: str) -> str:
    return command_at("validate", Path(os.fspath(shown)))
