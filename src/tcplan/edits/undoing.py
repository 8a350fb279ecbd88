"""The last change that tcplan made to a plan file, taken back."""

import os
from pathlib import Path

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.proposal import Proposal
from tcplan.errors import NothingReadError, RefusedError
from tcplan.files.sources import as_seen
from tcplan.files.undo_records import UndoRecord, last_change
from tcplan.values.printed_command import command_at, shell_word
from tcplan.workspace.below import nothing_here
from tcplan.workspace.paths import is_at
from tcplan.workspace.selection import select_institutions
from tcplan.yaml_reader.reader import read_text


def find_last_change(scope: SearchScope) -> UndoRecord:
    """The last change that is remembered of a file at the path.

    Raises: NothingReadError where none is, RefusedError where the file was changed or removed since.
    """
    if not select_institutions(scope.workspace, scope.root, scope.path):
        hint = f"`{command_at('validate', scope.path)}` shows what is there; name another file or folder"
        raise nothing_here(scope.path, f"{scope.path}: there is no plan here", hint)
    names = _names_by_place(scope)
    change = last_change(lambda file: file in names and is_at(scope.root, scope.path, names[file]))
    if change is None:
        where = "this workspace" if scope.path == Path() else str(scope.path)
        raise NothingReadError(
            f"tcplan remembers no change of a file of {where} that it could take back",
            "it remembers the last changes that you made with it on this computer; `git log -p` shows what git knows",
        )
    shown = as_seen(scope.root, name_of(change, scope))
    try:
        content = change.file.read_bytes()
    except OSError as error:
        message = f"{shown} cannot be read ({error.strerror}); nothing was changed"
        raise RefusedError(message, "put it back first") from None
    if not change.is_as_written(content):
        raise RefusedError(
            f"{shown} was changed since tcplan wrote it ({written_words(change)}); nothing was changed",
            f"`git diff -- {shell_word(shown)}` shows what changed, where git keeps the file; change it back by hand",
        )
    return change


def name_of(change: UndoRecord, scope: SearchScope) -> str:
    """What the workspace calls the file of a change."""
    return _names_by_place(scope)[change.file]


def _names_by_place(scope: SearchScope) -> dict[Path, str]:
    """The names of the files of a workspace by where they are without links: that is what is remembered of each."""
    return {Path(os.path.realpath(scope.root / file.name)): file.name for file in scope.workspace.files}


def written_words(change: UndoRecord) -> str:
    """When the change was made."""
    return f"on {change.written:%Y-%m-%d} at {change.written:%H:%M}"


def undo_proposal(scope: SearchScope, change: UndoRecord) -> Proposal:
    """The file as it was before a change; whatever it held then may be there again, so nothing is found against it."""
    name = name_of(change, scope)
    file = next(one for one in scope.workspace.files if one.name == name)
    after = read_text(change.before.decode(errors="replace"), name)
    changed = scope.workspace.overlaid({name: change.before.decode(errors="replace")}, [after])
    return Proposal(scope.root, name, file.document, after, scope.workspace, changed, ())
