"""`tcplan owners`: who leads and shares what."""

from pathlib import Path

from tcplan.cli.support.options import AsOf, Format, PageFormat, PlanPath, as_of_day


def owners(path: PlanPath = Path(), *, as_of: AsOf = None, format_: Format = PageFormat.TEXT) -> int:
    """Show who leads and shares what, and what each has to do next.

    The actions counted are those that are neither complete nor closed. A lead answers for what is overdue and for the
    reports that are owed; where there is no lead, each of the owners does. A plan that has ended, and that another one
    follows, is shown as it was when it ended.

    \b
    Examples:
      tcplan owners
      tcplan owners plans/northmoor --as-of 2026-06-30
      tcplan owners phase-2
      tcplan owners --format json > owners.json
    """
    import os
    import sys

    from tcplan.cli.support.load_plans import load_plans
    from tcplan.views.owners import owners_json, owners_page

    day = as_of_day(as_of)
    loaded = load_plans(path, day)
    day = day if as_of else loaded.day_to_show(day)
    page = owners_page(loaded.workspace, loaded.plans, day)
    if format_ is PageFormat.JSON:
        sys.stdout.write(owners_json(page))
        return loaded.code
    from tcplan.terminal.owners import owners_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(owners_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))
    return loaded.code
