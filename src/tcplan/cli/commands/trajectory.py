"""`tcplan trajectory`: what became of the actions of one plan in the next."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, Format, PageFormat, as_of_day, require_path


def trajectory(
    plans: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLAN]...",
            help="Plans to compare, each with the next; one plan means the step that leads to it. "
            "Default: all plans of the current folder.",
            show_default=False,
        ),
    ] = None,
    *,
    as_of: AsOf = None,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Follow actions from one plan to the next.

    You see which actions were continued, which have a related successor, which stopped and which are new, and the rates
    of the sector study of 104 plans (2025). It goes by `continues` in the later plan.

    \b
    Examples:
      tcplan trajectory
      tcplan trajectory phase-3
      tcplan trajectory phase-1 phase-3
      tcplan trajectory plans/northmoor --format json > trajectory.json
    """
    import os
    import sys

    from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
    from tcplan.views.trajectory import trajectory_json, trajectory_page
    from tcplan.workspace import open_workspace
    from tcplan.workspace.selection import select_institutions

    day = as_of_day(as_of)
    paths = [require_path(path) for path in plans or [Path()]]
    workspace, root = open_workspace(paths[0])
    warn_unread(workspace.source, root)
    page = trajectory_page(workspace, root, paths, day)
    warn_incomplete(workspace, root, select_institutions(workspace, root, paths[0]), day)
    if format_ is PageFormat.JSON:
        sys.stdout.write(trajectory_json(page))
        return
    from tcplan.terminal.screen import screen_for
    from tcplan.terminal.trajectory import trajectory_text

    sys.stdout.write(trajectory_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
