"""`tcplan undo`: the last change taken back."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, PageFormat, PlanPath, as_of_day


def undo(
    path: PlanPath = Path(),
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Take it back without asking.")] = False,
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Take back the last change that tcplan made to a plan file.

    It shows the lines first and, at a terminal, asks. It takes back your own changes on this computer, the last one
    first. A change is passed over, and it says so, if its file was edited or removed since. New files that a command
    made stay: if one was the last, it is named, with how to remove it, and nothing is changed.

    \b
    Examples:
      tcplan undo --dry-run
      tcplan undo
      tcplan undo plans/northmoor --yes
    """
    from tcplan.cli.support.asking import confirm_writing, prompter_at_terminal
    from tcplan.cli.support.interruption import say_if_interrupted
    from tcplan.cli.support.messages import print_data
    from tcplan.cli.support.run_edit import PlannedEdit, print_edit, scope_at
    from tcplan.edits.diff import make_diff
    from tcplan.edits.undoing import find_last_change, name_of, staying_words, undo_proposal, written_words
    from tcplan.files.replacement import replace_file
    from tcplan.files.sources import as_seen
    from tcplan.files.undo_records import forget_change
    from tcplan.values.plain_text import log_lines

    day = as_of_day(None)
    scope = scope_at(path, day)
    found = find_last_change(scope)
    change, passed = found.change, tuple(one.words for one in found.passed)
    proposal = undo_proposal(scope, change)
    file = next(one for one in scope.workspace.files if one.name == proposal.name)
    stays = staying_words(scope, change)
    edit = PlannedEdit(file, [], None, (f"this takes back what was written {written_words(change)}", *passed, *stays))
    prompter = None if yes or dry_run or format_ is PageFormat.JSON else prompter_at_terminal()
    if prompter:
        print_data(make_diff(as_seen(proposal.root, proposal.name), proposal.before.text, proposal.after.text))
        for words in passed:
            typer.echo(log_lines(words))
        question = f"Take back what was written {written_words(change)}?"
        if not confirm_writing(prompter, question, "The lines with - go, and the lines with + come back."):
            return
    shown = Path(as_seen(proposal.root, name_of(change, scope)))
    with say_if_interrupted(shown, None if dry_run else lambda: change.before):
        if not dry_run:
            replace_file(shown, proposal.before.encoded(), change.before, remember=False)
            forget_change(change)
        if prompter:
            typer.echo(f"took back the last change of {shown.as_posix()}")
            for words in stays:
                typer.echo(log_lines(words))
        else:
            print_edit(edit, proposal, day, written=not dry_run, format_=format_)
