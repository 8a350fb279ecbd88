"""`tcplan close`: work that ends without being finished."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, In, PageFormat, as_of_day
from tcplan.values.words import Ending


def close(
    entry: Annotated[
        str, typer.Argument(metavar="ID", help="An action, objective, pillar or plan, such as 2.2.2 or phase-2.")
    ],
    *,
    how: Annotated[Ending, typer.Option("--as", help="How it ends.", show_default=False)],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, in a sentence.", show_default=False)],
    into: Annotated[str | None, typer.Option("--into", metavar="ID", help="The entry that takes it over.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day it ends; default: today.")] = None,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Close work that will not be finished, and give the reason.

    Do not close finished work. Report it instead: `tcplan update 2.2.2 --rag blue`. Everything under a closed
    objective or pillar counts as closed too.

    \b
    Examples:
      tcplan close 2.2.2 --as withdrawn --why "The funder has ended the scheme."
      tcplan close 2.2.2 --as merged --into 2.2.3 --why "One network serves both."
    """
    from tcplan.cli.support.run_edit import PlannedEdit, run_edit
    from tcplan.edits.closing import Closure, closing_changes, closing_words
    from tcplan.edits.edit_target import SearchScope, find_entry

    day = as_of_day(date, "--date")
    closing = Closure(how, into, why, date or day.isoformat())

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        target = find_entry(scope, entry)
        changes = closing_changes(scope, target, closing)
        entry_id = target.node.id if target.node else None
        return PlannedEdit(target.plan.file, changes, entry_id, closing_words(target, closing))

    run_edit(plan_edit, in_, day, dry_run=dry_run, format_=format_, dated=date is not None)
