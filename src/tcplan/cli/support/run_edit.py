"""Running an edit: propose, check, show, write; every command that changes a plan does it here."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tcplan.cli.support.incomplete import warn_unread_files
from tcplan.cli.support.interruption import say_if_interrupted
from tcplan.cli.support.messages import print_error
from tcplan.cli.support.options import PageFormat, note_if_ahead, require_path
from tcplan.cli.support.run_checks import seen_from_here
from tcplan.edits.diff import make_diff
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.proposal import Proposal, propose
from tcplan.edits.way_back import find_way_back
from tcplan.errors import RefusedError
from tcplan.files.replacement import ChangedError, replace_file
from tcplan.files.sources import as_seen
from tcplan.files.undo_records import last_change
from tcplan.findings.change import Change
from tcplan.reporters.text import format_reasons
from tcplan.values.printed_command import command_at
from tcplan.views.edit import BeforeAfter, EditNoteRow, EditSummary, UndoRow, edit_json, edit_page
from tcplan.workspace import File, PlanFile, open_workspace
from tcplan.workspace.current import find_current
from tcplan.workspace.paths import is_at

ATTEMPTS: Final = 5
"""How often an edit is made again if somebody else writes the file in between."""

_NO_WAY_BACK: Final = "no command takes this back; the lines above that begin with - are what was there"


@dataclass(frozen=True)
class PlannedEdit:
    """What a command means to do: the changes of one file, the entry they are about, and what to say about them."""

    file: File
    changes: list[Change]
    entry: str | None = None
    says: tuple[str, ...] = ()


def scope_at(path: Path, as_of: date) -> SearchScope:
    """The workspace that a path belongs to, seen on a day."""
    path = require_path(path)
    workspace, root = open_workspace(path)
    return SearchScope(workspace, root, path, as_of)


def run_edit(
    plan_edit: Callable[[SearchScope], PlannedEdit],
    path: Path,
    as_of: date,
    *,
    dry_run: bool,
    format_: PageFormat = PageFormat.TEXT,
    dated: bool = False,
) -> None:
    """Make the edit that a command plans, and print what it changes.

    If somebody else writes the file in between, the edit is planned again, so that neither change is lost. `dated`
    says that somebody named the day, which may have decided which plan is changed.

    Raises: what `apply_edit` raises.
    """
    note_if_ahead(as_of)
    edit, proposal, warning = apply_edit(plan_edit, path, as_of, dry_run=dry_run)
    with _say_if_interrupted(proposal, dry_run=dry_run):
        undo = () if dry_run else undo_rows(proposal, path, as_of, dated=dated)
        more = () if dry_run or undo else _says_lost(proposal)
        print_edit(edit, proposal, as_of, written=not dry_run, format_=format_, undo=undo, more=more)
        if warning:
            print_error(warning, "")


def apply_edit(
    plan_edit: Callable[[SearchScope], PlannedEdit], path: Path, as_of: date, *, dry_run: bool
) -> tuple[PlannedEdit, Proposal, str]:
    """Make an edit; returns it with its proposal, and a warning if the disk did not confirm it.

    Raises: RefusedError, with nothing written; the findings that prevent it are shown on standard error.
        UsageError and NothingReadError as `plan_edit` does.
    """
    for attempts_left in range(ATTEMPTS, 0, -1):
        scope = scope_at(path, as_of)
        if attempts_left == ATTEMPTS:
            warn_unread_files(scope.workspace, scope.root)
        edit = plan_edit(scope)
        proposal = propose(scope, edit.file, edit.changes)
        refuse_errors(proposal)
        if dry_run or not proposal.is_change:
            return edit, proposal, ""
        before, after = proposal.before.encoded(), proposal.after.encoded()
        try:
            with _say_if_interrupted(proposal, dry_run=dry_run):
                return edit, proposal, replace_file(Path(as_seen(proposal.root, proposal.name)), before, after)
        except ChangedError:
            if attempts_left == 1:
                raise
    raise AssertionError


def _say_if_interrupted(proposal: Proposal, *, dry_run: bool) -> AbstractContextManager[None]:
    file = Path(as_seen(proposal.root, proposal.name))
    return say_if_interrupted(file, proposal.after.encoded if proposal.is_change and not dry_run else None)


def refuse_errors(proposal: Proposal) -> None:
    """Refuse an edit that would put an error in the file, and show the error."""
    if proposal.errors:
        found = [seen_from_here(one, proposal.root) for one in proposal.errors]
        sys.stderr.write(format_reasons(found))
        raise RefusedError(
            f"this change would put an error in {as_seen(proposal.root, proposal.name)}; nothing was changed",
            "the lines above show the file as it would have been",
        )


def undo_rows(proposal: Proposal, path: Path, as_of: date, *, dated: bool) -> tuple[UndoRow, ...]:
    """The commands that take an edit back, as they can be run in the current folder."""
    scope = SearchScope(proposal.workspace, proposal.root, path, as_of)
    is_chosen_by_day = dated and len(proposal.workspace.plans) > 1
    way = find_way_back(proposal, scope, names_file=is_chosen_by_day or path != Path())
    layout = "" if way.is_exact else " (the layout may differ)"
    commands = tuple(
        UndoRow(f"to {'remove it again' if one.removes else 'set it back'}{layout}", one.command)
        for one in way.commands
    )
    return commands or _undo_row(proposal, path)


def _undo_row(proposal: Proposal, path: Path) -> tuple[UndoRow, ...]:
    """`tcplan undo`, where nothing else takes an edit back and what it wrote over is kept."""
    real = Path(os.path.realpath(proposal.path))
    change = last_change(lambda file: file == real) if proposal.is_change else None
    if change is None or not change.is_as_written(proposal.after.encoded()):
        return ()
    is_inside = is_at(proposal.root, path, proposal.name)
    where = path if is_inside else Path(as_seen(proposal.root, proposal.name))
    return (UndoRow("to take it back", command_at("undo", where)),)


def _says_lost(proposal: Proposal) -> tuple[str, ...]:
    """That no command takes an edit back. What only added lines needs no words: they are there to be deleted."""
    diff = make_diff(proposal.name, proposal.before.text, proposal.after.text)
    return (_NO_WAY_BACK,) if any(line.startswith("-") for line in diff.splitlines()[2:]) else ()


def _says_ended(proposal: Proposal, as_of: date) -> tuple[str, ...]:
    """That the plan has ended, where it was changed because no plan of the institution runs on the day."""
    plan = proposal.workspace.members_by_file.get(proposal.name)
    folder = proposal.workspace.folders.get(plan.folder) if isinstance(plan, PlanFile) else None
    if not (folder and isinstance(plan, PlanFile) and plan.running_until and plan.running_until < as_of):
        return ()
    if find_current(proposal.workspace, folder, as_of).only is not plan:
        return ()
    return (f"{plan.name} ended on {plan.running_until}, and no later plan is here that runs on {as_of}",)


def print_edit(
    edit: PlannedEdit,
    proposal: Proposal,
    as_of: date,
    *,
    written: bool,
    format_: PageFormat,
    undo: tuple[UndoRow, ...] = (),
    more: tuple[str, ...] = (),
) -> None:
    """Print what an edit changes; `more` is what to say of it last."""
    name = as_seen(proposal.root, proposal.name)
    diff = make_diff(name, proposal.before.text, proposal.after.text)
    says = (*_says_ended(proposal, as_of), *more)
    notes = tuple(EditNoteRow(one.code.code, one.code.severity, one.message, one.help) for one in proposal.findings)
    page = edit_page(
        BeforeAfter(proposal.workspace, proposal.changed, proposal.name, as_of),
        edit.entry,
        EditSummary(name, diff, (*edit.says, *says), notes, written and bool(diff), undo),
    )
    if format_ is PageFormat.JSON:
        sys.stdout.write(edit_json(page))
        return
    from tcplan.terminal.edit import edit_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(edit_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
