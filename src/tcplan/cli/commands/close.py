"""`tcplan close`: work that ends without being finished."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, In, PageFormat, as_of_day, written_day
from tcplan.values.words import Ending


def close(
    entry: Annotated[
        str, typer.Argument(metavar="ID", help="An action, objective, pillar or plan, such as 2.2.2 or phase-2.")
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[HOW] [WHY]", help="The same as --as and --why.", show_default=False),
    ] = None,
    *,
    how: Annotated[
        str | None,
        typer.Option("--as", metavar="HOW", help=f"How it ends: {', '.join(Ending)}.", show_default=False),
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="The reason, in a sentence.", show_default=False)
    ] = None,
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
    from tcplan.edits.typed_words import ending_and_reason

    day = as_of_day(date, "--date")
    ending, reason = ending_and_reason(words or [], how, why)
    closing = Closure(ending, into, reason, written_day(date, "--date") or day.isoformat())

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        target = find_entry(scope, entry)
        changes = closing_changes(scope, target, closing)
        entry_id = target.node.id if target.node else None
        return PlannedEdit(target.plan.file, changes, entry_id, closing_words(target, closing))

    run_edit(plan_edit, in_, day, dry_run=dry_run, format_=format_, dated=date is not None)
