"""The files that `tcplan diff` compares: two that are named, or those of a commit and those of today or another."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.cli.support.incomplete import warn_unread
from tcplan.cli.support.messages import print_error, print_note
from tcplan.cli.support.options import as_of_day, require_path
from tcplan.cli.support.since_option import is_last_meeting, since_day
from tcplan.comparison.differences.renamed_files import likely_renames
from tcplan.comparison.since import last_meeting
from tcplan.errors import NothingReadError, UsageError
from tcplan.files.git_revision import UnknownRevisionError, last_commit
from tcplan.files.revision_source import RevisionSource, source_of_revision
from tcplan.files.sources import FolderSource, as_seen
from tcplan.values.printed_command import command_at
from tcplan.views.diff.page import FilePair, FileState
from tcplan.workspace import File, Workspace, open_workspace
from tcplan.workspace.paths import is_named, names_at
from tcplan.workspace.selection import select_institutions, select_plan

_WORDS: Final = "write a date, last-meeting or REV, or REV..REV for two commits"


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
        raise UsageError(
            f"--since {words} cannot be compared with", "write a date, last-meeting or REV, or REV..REV for two commits"
        )
    asked = _AskedPlace(workspace, root, path, workspace.source)
    earlier = _revision(asked, earlier_words)
    later = _revision(asked, later_words) if dots and later_words else None
    before, after = Workspace(earlier), Workspace(later) if later else workspace
    if later is None:
        warn_unread(workspace.source, root)
    names = {file.name for one in (before, after) for file in one.files}
    pairs = _with_renamed(list(_pairs(before, after, root, sorted(names_at(root, path, names)))))
    readable = [pair for pair in pairs if not _say_unreadable(pair)]
    if not readable:
        raise NothingReadError(
            f"{path} has no plan files that can be compared", "name a plan file, or a folder with plans"
        )
    says_after = later.revision.words if later else "now"
    says = f"{earlier.revision.words} (commit {earlier.revision.short} of {earlier.revision.day})"
    return ComparedFiles(readable, says, says_after, is_whole=len(readable) == len(pairs))


class _AskedPlace(NamedTuple):
    """What is compared: a path in a workspace, whose files are in a folder."""

    workspace: Workspace
    root: Path
    path: Path
    source: FolderSource


def _revision(asked: _AskedPlace, words: str) -> RevisionSource:
    """The files of a commit by its name, or of the last one up to a day or the last meeting, as `status` has them."""
    day = since_day(words, lambda: _last_meeting(asked))
    try:
        if day is not None:
            commit = last_commit(asked.source.root, day)
            found = source_of_revision(asked.source, commit)
            said = f"the last meeting, {day}" if is_last_meeting(words) else str(day)
            return replace(found, revision=found.revision._replace(words=said))
        return source_of_revision(asked.source, words)
    except UnknownRevisionError as error:
        hint = "name a branch, a tag, a commit or, for example, HEAD~3; a date, or last-meeting"
        raise UsageError(f"--since: {error.message}", hint) from None


def _with_renamed(pairs: list[FilePair]) -> list[FilePair]:
    """The pairs, of which a file that is gone and a new one that is likely to be the same are one."""
    gone = {one.before.file.name: one.before for one in pairs if one.before and not one.after}
    new = {one.after.file.name: one.after for one in pairs if one.after and not one.before}
    renames = likely_renames(_texts(gone), _texts(new))
    joined = [FilePair(gone[old], new[name], is_likely=True) for old, name in renames.items()]
    taken = {*renames, *renames.values()}
    return [*joined, *(one for one in pairs if _name_of(one) not in taken)] if renames else pairs


def _texts(states: dict[str, FileState]) -> dict[str, str]:
    return {name: state.file.document.text for name, state in states.items()}


def _name_of(pair: FilePair) -> str:
    state = pair.after or pair.before
    return state.file.name if state else ""


def _last_meeting(asked: _AskedPlace) -> date:
    """The last meeting of the institution at the path; raises UsageError where several had it on different days."""
    folders = select_institutions(asked.workspace, asked.root, asked.path)
    days = {last_meeting(folder, as_of_day(None)) for folder in folders}
    if len(days) != 1:
        raise UsageError("the institutions here did not meet last on one day", "name one of them, or a date")
    return days.pop()


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
    for state, when in ((pair.before, "then"), (pair.after, "now")):
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
