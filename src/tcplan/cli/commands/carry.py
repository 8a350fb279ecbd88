"""`tcplan carry`: the next plan, started from what is unfinished in this one."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.options import AsOf, DryRun, In, as_of_day
from tcplan.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from tcplan.cli.support.carrying import PlannedCarry
    from tcplan.views.carry import CarryPage


class CarryFormat(StrEnum):
    """What is printed: a page to read, JSON for scripts, or the table of decisions to fill in."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def carry(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="The plan that ends, such as phase-2, or its file.")],
    *,
    into: Annotated[str, typer.Option("--into", metavar="NAME", help="The name of the next plan, such as phase-3.")],
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Its title.", show_default=False)] = "",
    start: Annotated[
        str,
        typer.Option(
            "--start", metavar="DATE", help="When it begins; default: after the end of PLAN.", show_default=False
        ),
    ] = "",
    end: Annotated[
        str, typer.Option("--end", metavar="DATE", help="When it ends; default: as long as PLAN.", show_default=False)
    ] = "",
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions", metavar="FILE.csv", help="What becomes of each unfinished action.", show_default=False
        ),
    ] = None,
    as_of: AsOf = None,
    in_: In = Path(),
    dry_run: DryRun = False,
    format_: Annotated[
        CarryFormat,
        typer.Option("--format", help="text to read, json for scripts, or csv: a table of decisions to fill in."),
    ] = CarryFormat.TEXT,
) -> int:
    """Start the next plan from the unfinished actions of this one.

    They get new ids and name what they continue. Leads, owners, measures and what still lies ahead are kept; reports
    and dates that have passed stay behind. At a terminal you are asked about each; elsewhere all are carried, or what
    --decisions says. Complete and closed actions stay where they are.

    \b
    Examples:
      tcplan carry phase-2 --into phase-3 --dry-run
      tcplan carry phase-2 --into phase-3 --start 2027-01 --end 2029-12
      tcplan carry phase-2 --into phase-3 --dry-run --format csv > decisions.csv
      tcplan carry phase-2 --into phase-3 --decisions decisions.csv
    """
    from tcplan.cli.support.carrying import CarryRequest, open_decisions, plan_carry
    from tcplan.cli.support.messages import print_table

    request = CarryRequest(plan, into, title.strip(), start.strip(), end.strip(), in_, as_of_day(as_of))
    if format_ is CarryFormat.CSV:
        if not dry_run:
            raise UsageError("--format csv prints the decisions to fill in, and writes nothing", "add --dry-run")
        if decisions:
            message = f"--format csv prints a table to fill in, and does not use {decisions.as_posix()}"
            raise UsageError(message, "leave out --decisions, or --format csv to see what the table comes to")
        print_table(open_decisions(request))
        return ExitCode.CLEAN
    from tcplan.cli.support.asking import confirm_answers, prompter_at_terminal

    asks = format_ is CarryFormat.TEXT and not dry_run and not decisions
    prompter = prompter_at_terminal() if asks else None
    if prompter is None:
        planned = plan_carry(request, decisions, None)
        return _finish(planned, dry_run=dry_run, format_=format_)
    from functools import partial

    from tcplan.terminal.carry import ask_decision
    from tcplan.terminal.prompter import StoppedError

    try:
        planned = plan_carry(request, None, partial(ask_decision, prompter))
    except StoppedError:
        typer.echo("Nothing was written.")
        return ExitCode.CLEAN
    _show(planned.page(written=False), CarryFormat.TEXT)
    question = f"Write {planned.page(written=False).file}?"
    if not confirm_answers(prompter, question, "The old plan changes only where you close."):
        return ExitCode.CLEAN
    return _finish(planned, dry_run=False, format_=format_, shown=True)


def _finish(planned: "PlannedCarry", *, dry_run: bool, format_: CarryFormat, shown: bool = False) -> int:
    from tcplan.cli.support.interruption import say_what_was_written
    from tcplan.cli.support.messages import print_error

    with say_what_was_written({} if dry_run else planned.texts()):
        warning = "" if dry_run else planned.write()
        page = planned.page(written=not dry_run)
        if not shown:
            _show(page, format_)
        if format_ is CarryFormat.TEXT:
            _print_end(page)
        for note in (*planned.notes, *filter(None, [warning])):
            print_error(note, "")
    return ExitCode.CLEAN


def _show(page: "CarryPage", format_: CarryFormat) -> None:
    import os
    import sys

    if format_ is CarryFormat.JSON:
        from tcplan.views.carry import carry_json

        sys.stdout.write(carry_json(page))
        return
    from tcplan.terminal.carry import carry_text
    from tcplan.terminal.screen import screen_for

    sys.stdout.write(carry_text(page, screen_for(sys.stdout, os.environ, ascii_only=False)))


def _print_end(page: "CarryPage") -> None:
    from tcplan.values.printed_command import command_at

    if not page.written:
        typer.echo(f"This was a dry run: {page.file} was not written.")
        return
    typer.echo(f"wrote {page.file}")
    if page.closed_in:
        typer.echo(f"wrote {page.closed_in}: what you closed")
    targets = ", and the measures targets" if page.measures_without_targets else ""
    typer.echo(f"\nNext: give the actions that have none a due date and success criteria{targets}, then")
    typer.echo(command_at("validate", Path(page.file)))
