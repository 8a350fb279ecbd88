"""`tcplan add`: a new entry of a plan, or a new plan or submission."""

from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import DryRun, Format, In, PageFormat
from tcplan.values.words import Addable


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
    id_: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="ID",
            help="Its id; default: the next free one. For a submission the name of its file; "
            "default: that of the form.",
        ),
    ] = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="WHO", help="Who is responsible for it.")] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="WHO", help="Who does the work; may be repeated.")
    ] = None,
    due: Annotated[
        list[str] | None,
        typer.Option("--due", metavar="DATE", help="When it is due; for an action may be repeated, checkpoints first."),
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
      tcplan add submission stage-3 --id stage-3-again --due 2027-04
      tcplan add measure --under 2.2 --title "Departments with a champion" --target end=12
    """
    from tcplan.cli.support.adding import AddRequest, add_what_is_asked

    options = {
        "--title": title,
        "--under": under,
        "--id": id_,
        "--lead": lead,
        "--owner": owner,
        "--due": due,
        "--theme": theme,
        "--priority": priority,
        "--about": about,
        "--success": success,
        "--target": target,
        "--source": source,
        "--start": start,
        "--end": end,
        "--submits": submits,
        "--reviews": reviews,
        "--date": date,
    }
    add_what_is_asked(AddRequest(level, name, options, in_, dry_run, format_))
