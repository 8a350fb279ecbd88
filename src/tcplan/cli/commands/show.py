"""`tcplan show`: the card of one item."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, Format, In, PageFormat, as_of_day, require_path


def show(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of an action, an objective, a pillar or a measure, or the name of a plan.",
            show_default=False,
        ),
    ],
    *,
    in_: In = Path(),
    as_of: AsOf = None,
    format_: Format = PageFormat.TEXT,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Use letters instead of symbols.")] = False,
) -> None:
    """Show everything about one item: an action, an objective, a pillar or a measure.

    This is what the plan says, the reports, how often the due date moved and why, the measures against their line, what
    it depends on and what depends on it, and its relatives in earlier and later plans.

    \b
    Examples:
      tcplan show 2.2.2
      tcplan show phase-2/2.2.2
      tcplan show registered
      tcplan show 3 --as-of 2026-06-30
      tcplan show 2.2.2 --format json > card.json
    """
    import os
    import sys

    from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
    from tcplan.edits.edit_target import SearchScope
    from tcplan.edits.find_item import find_item
    from tcplan.progress.last_day import day_to_show
    from tcplan.views.card.items import CardContext
    from tcplan.views.card.page import card_json, card_page
    from tcplan.workspace import open_workspace

    day, path = as_of_day(as_of), require_path(in_)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    found = find_item(SearchScope(workspace, root, path, day, only_reads=True), item)
    folder, plan = found.target.folder, found.target.plan
    shown = None if as_of else day_to_show(workspace, folder, plan, day)
    page = card_page(CardContext(workspace, folder, plan, day, shown), found.target.node, found.measure)
    warn_incomplete(workspace, root, [folder], day)
    if format_ is PageFormat.JSON:
        sys.stdout.write(card_json(page))
        return
    from tcplan.terminal.card import card_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(card_text(page, screen_for(sys.stdout, os.environ, ascii_only=ascii_)))
