"""`tcplan add`: a new action, objective or measure."""

import datetime as dt
from dataclasses import dataclass
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


@dataclass(frozen=True)
class NewFileOptions:
    """What is said of a new plan or submission."""

    name: str
    title: str
    start: str
    end: str
    submits: str
    reviews: tuple[str, ...]


def _add_file(
    level: Addable, new: NewFileOptions, path: Path, day: dt.date, *, dry_run: bool, format_: PageFormat
) -> None:
    from tcplan.cli.support.add_file import add_file
    from tcplan.edits.edit_target import SearchScope
    from tcplan.edits.starting.new_file import NewFile
    from tcplan.edits.starting.new_plan import new_plan_file
    from tcplan.edits.starting.new_submission import new_submission_file

    def plan_file(scope: SearchScope) -> NewFile:
        if level is Addable.PLAN:
            return new_plan_file(scope, new.name, title=new.title, start=new.start, end=new.end)
        return new_submission_file(scope, new.name, submits=new.submits, reviews=new.reviews)

    add_file(plan_file, path, day, dry_run=dry_run, format_=format_)


def add(
    level: Annotated[Addable, typer.Argument(metavar="LEVEL", help=f"One of {', '.join(Addable)}.")],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="The name of a new plan, such as phase-3, or the form of a submission, such as stage-2; "
            "for anything else the same as --title.",
            show_default=False,
        ),
    ] = None,
    *,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What it is, in one sentence.", show_default=False)
    ] = None,
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
    theme: Annotated[
        list[str] | None, typer.Option("--theme", metavar="THEME", help="A theme that it serves; may be repeated.")
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
    start: Annotated[
        str, typer.Option("--start", metavar="DATE", help="When a new plan begins.", show_default=False)
    ] = "",
    end: Annotated[str, typer.Option("--end", metavar="DATE", help="When a new plan ends.", show_default=False)] = "",
    submits: Annotated[
        str, typer.Option("--submits", metavar="PLAN", help="The plan that a submission submits.", show_default=False)
    ] = "",
    reviews: Annotated[
        list[str] | None,
        typer.Option("--reviews", metavar="PLAN", help="A plan that a submission reviews; may be repeated."),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it joins the plan; default: today.")
    ] = None,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Format = PageFormat.TEXT,
) -> None:
    """Add an action, an objective, a pillar or a measure, or start a plan or a submission.

    An entry goes after the others that belong to the same one, with the next free id. If the plan is already signed
    off, `added` records the day. The entry that a measure belongs to names it under `measured_by`.

    A new plan follows the last one, and begins when that ends. A new submission holds the questions of its form, and
    a line for each action that needs a closing colour.

    \b
    Examples:
      tcplan add action --under 2.2 --title "Name a champion in each department" --lead HROD --due 2027-03
      tcplan add objective --under 2 --title "Give credit for technical work" --priority high
      tcplan add pillar "Visibility" --theme visibility
      tcplan add plan phase-3 --start 2027-01 --end 2029-12
      tcplan add submission stage-3 --submits phase-3 --reviews phase-2
      tcplan add measure --under 2.2 --title "Departments with a champion" --target end=12
    """
    if level in (Addable.PLAN, Addable.SUBMISSION):
        if not name:
            example = "phase-3" if level is Addable.PLAN else "stage-2"
            raise UsageError(f"the new {level} has no name", f"write one: tcplan add {level} {example}")
        new = NewFileOptions(name, title or "", start, end, submits, tuple(reviews or ()))
        _add_file(level, new, in_, as_of_day(date, "--date"), dry_run=dry_run, format_=format_)
        return
    if title is None and name is None:
        raise UsageError(f"the new {level} has no title", f'write one: tcplan add {level} "..."')
    if title is not None and name is not None:
        raise UsageError(f"two titles are given: `{one_line(name)}` and `{one_line(title)}`", "give one only")
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
        "title": (title if title is not None else name or "").strip(),
        "themes": [*theme] if theme else None,
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
