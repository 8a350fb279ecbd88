"""`tcplan close-review`: the closing colours of the plans that a submission reviews."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.support.options import AsOf, DryRun, PageFormat, PlanPath
from tcplan.errors import ExitCode, UsageError


class ClosingFormat(StrEnum):
    """What is printed: a page to read, JSON for scripts, or the table of colours to fill in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def close_review(
    form: Annotated[
        str, typer.Argument(metavar="FORM", help="The form of the submission: stage2, stage3 or another with a review.")
    ],
    path: PlanPath = Path(),
    *,
    review: Annotated[
        str | None,
        typer.Option("--review", metavar="PLAN", help="Only the review of this plan.", show_default=False),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="State every colour that is proposed, and ask nothing.")
    ] = False,
    decisions: Annotated[
        Path | None,
        typer.Option("--decisions", metavar="FILE.csv", help="State the colours of a table that was filled in."),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    format_: Annotated[
        ClosingFormat,
        typer.Option("--format", help="text to read, json for scripts, or csv: a table of colours to fill in."),
    ] = ClosingFormat.TEXT,
) -> int:
    """State how the actions of the earlier plans ended: the closing colour of each, and a sentence.

    At a terminal you are asked about each action that has no stated colour: its last report and evidence are shown,
    with the colour that follows from them and why. Each answer is saved as soon as you have given it. Elsewhere the
    proposals are listed. --accept states all of them; an action that was never reported has none, and stays open.

    \b
    Examples:
      tcplan close-review stage3
      tcplan close-review stage3 --review phase-2 --accept --dry-run
      tcplan close-review stage3 --format csv > colours.csv
      tcplan close-review stage3 --decisions colours.csv
    """
    from tcplan.cli.support.closing_review import (
        ClosingInterview,
        ClosingRequest,
        open_table,
        show_closings,
        write_proposals,
        write_table,
    )

    _check_alone(accept=accept, decisions=decisions, format_=format_)
    request = ClosingRequest(form, path, as_of, review)
    page_format = PageFormat.JSON if format_ is ClosingFormat.JSON else PageFormat.TEXT
    if format_ is ClosingFormat.CSV:
        from tcplan.cli.support.messages import print_table

        print_table(open_table(request))
        return ExitCode.CLEAN
    if decisions:
        write_table(request, decisions, dry_run=dry_run, format_=page_format)
        return ExitCode.CLEAN
    if accept:
        write_proposals(request, dry_run=dry_run, format_=page_format)
        return ExitCode.CLEAN
    from tcplan.cli.support.asking import prompter_at_terminal

    prompter = prompter_at_terminal() if format_ is ClosingFormat.TEXT and not dry_run else None
    if prompter:
        return ClosingInterview(request, prompter).run()
    show_closings(request, page_format)
    return ExitCode.CLEAN


def _check_alone(*, accept: bool, decisions: Path | None, format_: ClosingFormat) -> None:
    if accept and decisions:
        raise UsageError("--accept does not go with --decisions", "the table says which colours are stated")
    if format_ is ClosingFormat.CSV and (accept or decisions):
        option = "--accept" if accept else "--decisions"
        raise UsageError(f"--format csv prints a table to fill in, and does not use {option}", f"leave out {option}")
