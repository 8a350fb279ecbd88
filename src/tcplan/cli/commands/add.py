"""`tcplan add`: a new action, objective or measure."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import (
    DryRun,
    Format,
    In,
    PageFormat,
    as_of_day,
    written_day,
    written_or_typed,
    written_target,
)
from tcplan.errors import UsageError
from tcplan.values.plain_text import one_line
from tcplan.values.words import Addable


def add(
    level: Annotated[Addable, typer.Argument(metavar="LEVEL", help="action, objective or measure.")],
    *,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What it is, in one sentence.", show_default=False)
    ],
    under: Annotated[
        str | None,
        typer.Option("--under", metavar="ID", help="The entry that it belongs to; default: the plan itself."),
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; default: the next free one.")] = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="WHO", help="Who is responsible for it.")] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="WHO", help="Who does the work; may be repeated.")
    ] = None,
    due: Annotated[
        list[str] | None,
        typer.Option("--due", metavar="DATE", help="When it is due; may be repeated, checkpoints first."),
    ] = None,
    priority: Annotated[str | None, typer.Option("--priority", metavar="WORD", help="high, medium or low.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="TEXT", help="Why it matters or, for a measure, how it is counted.")
    ] = None,
    success: Annotated[
        list[str] | None, typer.Option("--success", metavar="TEXT", help="A success criterion; may be repeated.")
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option("--target", metavar="DATE=VALUE", help="A target of a measure: end=40%; may be repeated."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="TEXT", help="Where the readings of a measure come from.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it joins the plan; default: today.")
    ] = None,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Add an action, an objective or a measure with the next free id.

    It goes after the others that belong to the same entry. If the plan is already signed off, `added` records the
    day. The entry that a measure belongs to names it under `measured_by`.

    \b
    Examples:
      tcplan add action --under 2.2 --title "Name a champion in each department" --lead HROD --due 2027-03
      tcplan add objective --under 2 --title "Give credit for technical work" --priority high
      tcplan add measure --under 2.2 --title "Departments with a champion" --target end=12
    """
    from tcplan.cli.support.run_edit import PlannedEdit, run_edit
    from tcplan.edits.adding import make_addition, measure_targets
    from tcplan.edits.edit_target import SearchScope, find_entry, only_plan
    from tcplan.edits.reporting import as_prose
    from tcplan.findings.span import Value

    if date is not None and level is Addable.MEASURE:
        raise UsageError(
            "--date does not go with a measure, which does not record when it was added", "leave out --date"
        )
    day = as_of_day(date, "--date")
    values: dict[str, Value] = {
        "title": title.strip(),
        "about": as_prose(about),
        "priority": priority,
        "lead": one_line(lead or ""),
        "owners": [one_line(one) for one in owner] if owner else None,
        "due": [written_or_typed(one) for one in due] if due else None,
        "success": [*success] if success else None,
        "targets": measure_targets(map(written_target, target or [])),
        "source": source,
    }

    def plan_edit(scope: SearchScope) -> PlannedEdit:
        holder = only_plan(scope) if under is None else find_entry(scope, under)
        new = make_addition(holder, level, values, id_=id_, day=written_day(date, "--date") or day.isoformat())
        entry = new.id if level is not Addable.MEASURE else None
        return PlannedEdit(holder.plan.file, list(new.changes), entry, new.says)

    run_edit(plan_edit, in_, day, dry_run=dry_run, format_=format_, dated=date is not None)
