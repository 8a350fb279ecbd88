"""`tcplan validate`: every finding with its place, in one run."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.errors import ExitCode


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
    from tcplan.cli.gathering import gather
    from tcplan.reporters import REPORTERS

    findings, files = gather(paths or [Path()])
    typer.echo(REPORTERS[format_](findings, files), nl=False)
    return ExitCode.FINDINGS if any(one.is_error for one in findings) else ExitCode.CLEAN
