"""The commands that take an edit back, found from the file before and after, and tried before they are shown."""

from dataclasses import replace
from pathlib import Path as FilePath
from typing import Final, NamedTuple

from tcplan.edits.address import addresses
from tcplan.edits.differences import Difference, differences
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.proposal import Proposal
from tcplan.edits.resolve_path import PathMatch, resolve_path
from tcplan.edits.setting import ENTRY_DEPTH, removing_changes, setting_changes
from tcplan.errors import TcplanError
from tcplan.files.sources import as_seen
from tcplan.findings.change import Change
from tcplan.findings.span import Value
from tcplan.values.printed_command import can_be_printed, printed_command
from tcplan.yaml_editor.editor import EditError, edit, edited_text

MOST_COMMANDS: Final = 20
"""An edit that takes more commands to undo is not undone by hand."""


class UndoCommand(NamedTuple):
    """One command; `removes` says that it removes something, else it gives a place its old value back."""

    command: str
    removes: bool


class WayBack(NamedTuple):
    """The commands that undo an edit, to be run in this order.

    `is_exact` says whether they give the file back byte for byte; otherwise its data are the same, and its layout may
    be another.
    """

    commands: tuple[UndoCommand, ...] = ()
    is_exact: bool = False


def find_way_back(proposal: Proposal, scope: SearchScope, *, names_file: bool) -> WayBack:
    """The commands that undo an edit that was made in a scope; none if `set` cannot undo it.

    `names_file` asks for commands that name the file, because a path or a day decided which plan was changed.
    """
    found = list(differences(proposal.before.data, proposal.after.data))
    if not found or len(found) > MOST_COMMANDS:
        return WayBack()
    file = FilePath(as_seen(proposal.root, proposal.name))
    paths = [file] if names_file else [scope.path, file]
    steps: list[_UndoStep] = []
    for one in _in_order(found):
        step = next(filter(None, (_step(proposal, replace(scope, path=path), one) for path in paths)), None)
        if step is None:
            return WayBack()
        steps.append(step)
    changes = [change for step in steps for change in step.changes]
    try:
        is_exact = edited_text(proposal.after, changes) == proposal.before.text
        if not is_exact:
            edit(proposal.after, changes)  # another text has to be read again to be sure of it
    except EditError:
        return WayBack()
    return WayBack(tuple(step.undo for step in steps), is_exact)


def _in_order(found: list[Difference]) -> list[Difference]:
    """The last item of a list first, so that the numbers of the others stay; what names an entry before the entry."""
    entries = [one for one in found if len(one.path) <= ENTRY_DEPTH]
    return [one for one in reversed(found) if one not in entries] + entries[::-1]


class _UndoStep(NamedTuple):
    undo: UndoCommand
    changes: list[Change]


def _step(proposal: Proposal, scope: SearchScope, one: Difference) -> _UndoStep | None:
    """The command that undoes one difference, as it would be run in a scope; None if there is none."""
    values = _words(one.old)
    if values is None:
        return None
    after = replace(scope, workspace=proposal.changed)
    for address in addresses(after, proposal.name, proposal.after.data, one.path):
        if not can_be_printed([address, *values, str(scope.path)]):
            return None
        try:
            place = resolve_path(after, address)
            if not _is_at(place, proposal.name, one):
                continue
            changes = setting_changes(place, values) if values else removing_changes(place)
        except TcplanError:
            continue
        where: list[str | FilePath] = [] if scope.path == FilePath() else ["--in", scope.path]
        options = where if values else ["--remove", *where]
        return _UndoStep(UndoCommand(printed_command("set", address, *values, options=options), not values), changes)
    return None


def _is_at(place: PathMatch, name: str, one: Difference) -> bool:
    return place.file.name == name and (*place.path, *place.missing) == one.path


def _words(old: Value) -> list[str] | None:
    """The values that `set` takes to give a place its old value back; empty where there was none, None if it cannot."""
    if old is None:
        return []
    if isinstance(old, str):
        return [old]
    items = [item for item in old if isinstance(item, str)] if isinstance(old, list) else []
    return items if items and items == old else None
