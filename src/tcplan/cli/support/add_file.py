"""Writing a new file of an institution: shown, checked, and never in the place of another."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tcplan.cli.support.interruption import say_if_interrupted
from tcplan.cli.support.new_file_scope import scope_for_new_file
from tcplan.cli.support.options import PageFormat, note_if_ahead
from tcplan.cli.support.run_edit import PlannedEdit, print_edit, refuse_errors
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.starting.new_file import NewFile, new_file_proposal
from tcplan.files.replacement import remember_written, write_new
from tcplan.files.sources import as_seen


def add_file(
    plan_file: Callable[[SearchScope], NewFile], path: Path, as_of: date, *, dry_run: bool, format_: PageFormat
) -> None:
    """Write the file that a command plans, and print it.

    Raises: RefusedError where it would have errors, is there already or cannot be written; what `plan_file` raises.
    """
    note_if_ahead(as_of)
    scope = scope_for_new_file(path, as_of)
    new = plan_file(scope)
    proposal = new_file_proposal(scope, new)
    refuse_errors(proposal)
    shown = Path(as_seen(scope.root, new.name))
    with say_if_interrupted(shown, None if dry_run else new.text.encode):
        if not dry_run:
            write_new(shown.parent, {shown.name: new.text})
            remember_written(shown, new.text)
        file = next(one for one in proposal.changed.files if one.name == new.name)
        edit = PlannedEdit(file, [], None, new.says)
        print_edit(edit, proposal, as_of, written=not dry_run, format_=format_, undo=())
