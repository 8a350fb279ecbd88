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
    by: Annotated[
        Grouping | None,
        typer.Option("--by", help="Group the table by this, and leave out the lists; default: pillar, with the lists."),
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Show what fits on one screen of 24 lines.")] = False,
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

    This is the next deadline, the headline, the pillars, the measures, and what is overdue, due soon or silent. Each
    action is listed with its lead or, where it has none, its owners.

    You see the plan of each institution that is running on the day. Name a plan to see another one.

    \b
    Examples:
      tcplan status
      tcplan status plans/northmoor --as-of 2026-06-30
      tcplan status phase-2 --objectives
      tcplan status --brief
      tcplan status --by owner
      tcplan status --since last-meeting
      tcplan status --since HEAD~3
      tcplan status --explain
      tcplan status --format json > status.json
    """
    import os
    import sys

    from tcplan.cli.support.incomplete import warn_unread
    from tcplan.cli.support.load_plans import shown_day, warn_missing
    from tcplan.views.status.page import plans_at, status_json, status_page
    from tcplan.workspace import open_workspace

    if brief:
        _check_brief(all_=all_, objectives=objectives, since=since is not None, explain=explain, format_=format_)
    day = as_of_day(as_of)
    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    if as_of is None:
        day = shown_day(workspace, plans_at(workspace, root, path, day), day)
    page = status_page(workspace, root, path, day, by or Grouping.PILLAR)
    asked = None
    if since is not None or explain:
        from tcplan.cli.support.status_parts import AskedParts

        asked = AskedParts(workspace, root, path, page, since=since, explain=explain)
    code = warn_missing(workspace, root, path, day)
    if asked:
        code = max(code, asked.exit_code)
    if format_ is PageFormat.JSON:
        sys.stdout.write(asked.json() if asked else status_json(page))
        return code
    from tcplan.terminal.screen import screen_for

    screen = screen_for(sys.stdout, os.environ, ascii_only=ascii_)
    if brief:
        from tcplan.terminal.status_brief import brief_text

        sys.stdout.write(brief_text(page, screen))
        return code
    from tcplan.terminal.status import StatusParts, status_text

    more = asked.terminal_parts(everything=all_) if asked else None
    shown = StatusParts(objectives=objectives, everything=all_, lists=by is None or all_)
    sys.stdout.write(status_text(page, screen, shown, more))
    return code


def _check_brief(*, all_: bool, objectives: bool, since: bool, explain: bool, format_: PageFormat) -> None:
    """Raise UsageError if something is asked for that a brief page leaves out."""
    asked = {"--all": all_, "--objectives": objectives, "--since": since, "--explain": explain}
    asked["--format json"] = format_ is PageFormat.JSON
    if found := [option for option, is_asked in asked.items() if is_asked]:
        from tcplan.errors import UsageError

        message = f"--brief leaves out what {' and '.join(found)} would add"
        raise UsageError(message, f"leave out --brief, or leave out {' and '.join(found)}")
