"""`tcplan status`: the state of a plan."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, PageFormat, PlanPath, SinceOption, as_of_day, require_path
from tcplan.views.status.grouping import Grouping


def status(
    path: PlanPath = Path(),
    *,
    as_of: AsOf = None,
    by: Annotated[Grouping, typer.Option("--by", help="How the table groups the actions.")] = Grouping.PILLAR,
    objectives: Annotated[bool, typer.Option("--objectives", help="Add a line for each objective.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="List everything, including what is normally shortened.")] = False,
    format_: Annotated[
        PageFormat, typer.Option("--format", help="text to read, or json for scripts.")
    ] = PageFormat.TEXT,
    since: SinceOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how each headline came about, and where stated and computed differ.")
    ] = False,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Use letters instead of symbols.")] = False,
) -> int:
    """Show the state of a plan.

    This is the headline, the pillars, the measures, and what is overdue, due soon or silent.

    You see the plan of each institution that is running on the day. Name a plan to see another one.

    \b
    Examples:
      tcplan status
      tcplan status plans/northmoor --as-of 2026-06-30
      tcplan status phase-2 --objectives
      tcplan status --by lead
      tcplan status --since last-meeting
      tcplan status --since HEAD~3
      tcplan status --explain
      tcplan status --format json > status.json
    """
    import os
    import sys

    from tcplan.cli.support.incomplete import warn_unread
    from tcplan.cli.support.load_plans import warn_missing
    from tcplan.views.status.page import status_json, status_page
    from tcplan.workspace import open_workspace

    day = as_of_day(as_of)
    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    page = status_page(workspace, root, path, day, by)
    parts = None
    if since is not None or explain:
        from tcplan.cli.support.status_parts import StatusParts

        parts = StatusParts(workspace, root, path, page, since=since, explain=explain)
    code = warn_missing(workspace, root, path, day)
    if parts:
        code = max(code, parts.exit_code)
    if format_ is PageFormat.JSON:
        sys.stdout.write(parts.json() if parts else status_json(page))
        return code
    from tcplan.terminal.screen import screen_for
    from tcplan.terminal.status import status_text

    screen = screen_for(sys.stdout, os.environ, ascii_only=ascii_)
    more = parts.terminal_parts(everything=all_) if parts else None
    sys.stdout.write(status_text(page, screen, objectives=objectives, everything=all_, more=more))
    return code
