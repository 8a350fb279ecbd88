"""`tcplan due`: what is due and which reports are owed."""

from pathlib import Path
from typing import Annotated, Final

import typer

from tcplan.cli.support.options import AsOf, Format, PageFormat, PlanPath, as_of_day, typed_duration

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
        typer.Option("--lead", metavar="WHO", help="Only the actions that WHO leads, or owns where there is no lead."),
    ] = None,
    as_of: AsOf = None,
    format_: Format = PageFormat.TEXT,
) -> int:
    """Show what is due and which reports are owed, by date.

    First comes what is late: overdue actions, and actions that have had no report for a whole review period. Then come
    the checkpoints, ends and reports of the next 90 days, each with its lead or, where there is none, its owners.

    \b
    Examples:
      tcplan due
      tcplan due --within 6m --lead HROD
      tcplan due --lead none
      tcplan due plans/northmoor --as-of 2026-06-30
      tcplan due --format json > due.json
    """
    import os
    import sys

    from tcplan.cli.support.load_plans import load_plans
    from tcplan.views.due import due_json, due_page

    day, length = as_of_day(as_of), typed_duration(within, "--within")
    loaded = load_plans(path, day)
    page = due_page(loaded.workspace, loaded.plans, day, length, lead)
    if format_ is PageFormat.JSON:
        sys.stdout.write(due_json(page))
        return loaded.code
    from tcplan.terminal.due import due_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(due_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return loaded.code
