"""The last change that tcplan made to a plan file, taken back."""

import os
from dataclasses import dataclass
from pathlib import Path

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.proposal import Proposal
from tcplan.errors import NothingReadError, RefusedError
from tcplan.files.sources import as_seen
from tcplan.files.undo_records import UndoRecord, remembered_changes
from tcplan.values.printed_command import command_at, shell_word
from tcplan.workspace.below import nothing_here
from tcplan.workspace.paths import is_at
from tcplan.workspace.selection import select_institutions
from tcplan.yaml_reader.reader import read_text


@dataclass(frozen=True)
class PassedChange:
    """A later change that cannot be taken back: its file was changed since, removed, or cannot be read."""

    change: UndoRecord
    shown: str
    why: str

    @property
    def words(self) -> str:
        """The sentence that says so."""
        return f"passed over the later change of {self.shown} ({written_words(self.change)}): {self.why}"


@dataclass(frozen=True)
class FoundChange:
    """The change to take back, and those after it that cannot be, one for each file."""

    change: UndoRecord
    passed: tuple[PassedChange, ...]


def find_last_change(scope: SearchScope) -> FoundChange:
    """The last change of a file at the path that can be taken back: the file is as the change left it.

    A change after which its file was edited or removed stands in the way of no other file's; those that are passed
    over are among what is returned.

    Raises: NothingReadError where none is remembered, RefusedError where every file was changed or removed since.
    """
    if not select_institutions(scope.workspace, scope.root, scope.path):
        hint = f"`{command_at('validate', scope.path)}` shows what is there; name another file or folder"
        raise nothing_here(scope.path, f"{scope.path}: there is no plan here", hint)
    names = _names_by_place(scope)
    passed: dict[Path, PassedChange] = {}
    for change in remembered_changes(lambda file: _is_meant(scope, file, names)):
        shown = as_seen(scope.root, _name_at(scope, change.file, names))
        try:
            content = change.file.read_bytes()
        except FileNotFoundError:
            if change.is_new:
                continue  # nothing is left of it
            why = "the file is no longer there"
        except OSError as error:
            why = f"the file cannot be read ({error.strerror})"
        else:
            if change.is_as_written(content) and change.is_new:
                raise _is_new(change, shown)
            if change.is_as_written(content):
                return FoundChange(change, tuple(passed.values()))
            if content == change.before or change.is_new:
                continue  # it is taken back already, by git, by hand, or by an undo that was interrupted
            why = "the file was changed since tcplan wrote it"
        passed.setdefault(change.file, PassedChange(change, shown, why))
    raise _nothing_to_take_back(scope, [*passed.values()])


def _is_new(change: UndoRecord, shown: str) -> RefusedError:
    """That the last thing was a new file: it may be what somebody goes on with, so it is not removed."""
    message = f"the last that tcplan wrote is the new file {shown} ({written_words(change)}), which undo leaves there"
    hint = f"to remove it: rm -- {shell_word(shown)}; to take back an earlier change, name the file that it was made in"
    return RefusedError(f"{message}; nothing was changed", hint)


def _nothing_to_take_back(scope: SearchScope, passed: list[PassedChange]) -> NothingReadError | RefusedError:
    if not passed:
        where = "this workspace" if scope.path == Path() else str(scope.path)
        return NothingReadError(
            f"tcplan remembers no change of a file of {where} that it could take back",
            "it remembers the last changes that you made with it on this computer; `git log -p` shows what git knows",
        )
    last = passed[0]
    hint = "put it back first"
    if last.change.file.exists():
        command = f"git diff -- {shell_word(last.shown)}"
        hint = f"`{command}` shows what changed, where git keeps the file; change it back by hand"
    return RefusedError(f"{last.shown}: {last.why} ({written_words(last.change)}); nothing was changed", hint)


def name_of(change: UndoRecord, scope: SearchScope) -> str:
    """What the workspace calls the file of a change."""
    return _names_by_place(scope)[change.file]


def _is_meant(scope: SearchScope, file: Path, names: dict[Path, str]) -> bool:
    """Whether a file belongs to the workspace, or did before it was removed, and is at the path."""
    if file not in names and (file.exists() or not file.is_relative_to(os.path.realpath(scope.root))):
        return False
    return is_at(scope.root, scope.path, _name_at(scope, file, names))


def _name_at(scope: SearchScope, file: Path, names: dict[Path, str]) -> str:
    return names.get(file) or file.relative_to(os.path.realpath(scope.root)).as_posix()


def _names_by_place(scope: SearchScope) -> dict[Path, str]:
    """The names of the files of a workspace by where they are without links: that is what is remembered of each."""
    return {Path(os.path.realpath(scope.root / file.name)): file.name for file in scope.workspace.files}


def written_words(change: UndoRecord) -> str:
    """When the change was made."""
    return f"on {change.written:%Y-%m-%d} at {change.written:%H:%M}"


def staying_words(scope: SearchScope, change: UndoRecord) -> tuple[str, ...]:
    """That the new file which the same command wrote stays, if it is there, and how to remove it."""
    name = _names_by_place(scope).get(change.made) if change.made else None
    if name is None:
        return ()
    shown = as_seen(scope.root, name)
    return (f"{shown}, which the same command wrote, stays; to remove it: rm -- {shell_word(shown)}",)


def undo_proposal(scope: SearchScope, change: UndoRecord) -> Proposal:
    """The file as it was before a change; whatever it held then may be there again, so nothing is found against it."""
    name = name_of(change, scope)
    file = next(one for one in scope.workspace.files if one.name == name)
    after = read_text(change.before.decode(errors="replace"), name)
    changed = scope.workspace.overlaid({name: change.before.decode(errors="replace")}, [after])
    return Proposal(scope.root, name, file.document, after, scope.workspace, changed, ())
