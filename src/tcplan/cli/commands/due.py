"""`tcplan due`: what is due and which reports are owed."""

from pathlib import Path
from typing import Annotated, Final

import typer

from tcplan.cli.support.options import AsOf, Format, PageFormat, PlanPath, as_of_day, typed_duration
from tcplan.values.due_item_kinds import DueItemKind

DEFAULT_WITHIN: Final = "90d"


def due(
    path: PlanPath = Path(),
    *,
    within: Annotated[
        str,
        typer.Option("--within", metavar="LENGTH", help="How far to look ahead, such as 90d, 12 weeks or 6 months."),
    ] = DEFAULT_WITHIN,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="WHO",
            help="Only what WHO leads, or owns where there is no lead; none for what has no lead.",
        ),
    ] = None,
    kind: Annotated[
        list[DueItemKind] | None,
        typer.Option("--kind", metavar="KIND", help=f"Only this: {', '.join(DueItemKind)}; may be repeated."),
    ] = None,
    as_of: AsOf = None,
    format_: Format = PageFormat.TEXT,
) -> int:
    """Show what is due and which reports are owed, by date.

    First comes what is late: submissions that were not sent, overdue actions, and actions that have had no report for a
    whole review period. Then come the next 90 days: submissions, meetings, the next review and the end of the plan,
    targets of measures, success criteria and steps, and the checkpoints, ends and reports of actions. Each has its lead
    or, where there is none, its owners. Dates that nobody leads, such as meetings, are left out with --lead.

    A plan that has ended, and that another one follows, is shown as it was when it ended.

    \b
    Examples:
      tcplan due
      tcplan due --within 6m --lead HROD
      tcplan due --lead none
      tcplan due --kind meeting --kind submission --within 1y
      tcplan due plans/northmoor --as-of 2026-06-30
      tcplan due --format json > due.json
    """
    import os
    import sys

    from tcplan.cli.support.load_plans import load_plans
    from tcplan.views.due import DueFilter, due_json, due_page

    day, length = as_of_day(as_of), typed_duration(within, "--within")
    loaded = load_plans(path, day)
    day = day if as_of else loaded.day_to_show(day)
    page = due_page(loaded.workspace, loaded.plans, day, length, DueFilter(lead, tuple(kind or DueItemKind)))
    if format_ is PageFormat.JSON:
        sys.stdout.write(due_json(page))
        return loaded.code
    from tcplan.terminal.due import due_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(due_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return loaded.code
