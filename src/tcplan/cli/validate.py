"""`tcplan validate`: every finding with its place, in one run."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.cli.options import AsOf, as_of_day
from tcplan.errors import ExitCode
from tcplan.settings import FailOn, Profile


class FindingsFormat(StrEnum):
    """The keys of `reporters.REPORTERS`."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; default: the current folder.", show_default=False),
    ] = None,
    format_: Annotated[
        FindingsFormat, typer.Option("--format", help="text for people, json for scripts, github for annotations.")
    ] = FindingsFormat.TEXT,
    profile: Annotated[
        Profile | None,
        typer.Option(help="draft while a plan is written, plan while it runs, submission before it is sent."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only these rules: TC302, TC3 or no-owner; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Without these rules; an error cannot be ignored.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The least severe finding that lets the exit code be 1.")
    ] = None,
    as_of: AsOf = None,
) -> int:
    """Check plan files, every finding with its line.

    Naming a file loads its whole workspace, so that references resolve, and shows what is found in that file.
    The exit code is 1 when anything is found that means a file cannot be trusted.

    \b
    Examples:
      tcplan validate
      tcplan validate plans/northmoor
      tcplan validate plans/northmoor/phase-3.yaml --format json
    """
    from tcplan.cli.gathering import Wanted, gather
    from tcplan.reporters import REPORTERS

    wanted = Wanted(profile, _split(select), _split(ignore), fail_on)
    run = gather(paths or [Path()], as_of_day(as_of), wanted)
    typer.echo(REPORTERS[format_](run), nl=False)
    return ExitCode.FINDINGS if run.fails else ExitCode.CLEAN


def _split(listed: list[str] | None) -> tuple[str, ...] | None:
    """`--select TC3,TC4` is the same as `--select TC3 --select TC4`."""
    return tuple(part.strip() for one in listed for part in one.split(",")) if listed else None
