"""`tcplan init`: a small commented workspace to start from."""

import datetime as dt
import shlex
from pathlib import Path
from typing import Annotated

import typer

from tcplan.errors import UsageError


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new or empty folder for the plans.", show_default=False)
    ],
    name: Annotated[str, typer.Option("--name", help="The institution's name.")] = "Our University",
    start: Annotated[
        int | None,
        typer.Option(
            "--start", metavar="YEAR", help="The first year of the plan; default: this year.", show_default=False
        ),
    ] = None,
) -> None:
    """Start a workspace with a small, commented plan.

    It has an institution, a plan with two actions and a stage 1 submission. `tcplan validate` finds nothing in it.

    Existing files are not changed.

    \b
    Examples:
      tcplan init our-plan
      tcplan init our-plan --name "Northmoor University" --start 2027
    """
    from tcplan.edits.init import new_workspace
    from tcplan.files.replacement import write_new
    from tcplan.values.plain_text import file_name, log_lines

    if not name.strip():
        raise UsageError("--name is empty", 'write the name in quotes: --name "Northmoor University"')
    year = start if start is not None else dt.datetime.now(tz=dt.UTC).astimezone().year
    if not 2000 <= year <= 2100:  # noqa: PLR2004 (a plan of this century)
        raise UsageError(f"--start: {year} is not between 2000 and 2100", "write a year such as 2027")
    texts = new_workspace(name, year)
    write_new(folder, texts)
    shown = [file for file in texts if not file.startswith(".")]
    typer.echo("\n".join(f"wrote {file_name((folder / file).as_posix())}" for file in shown))
    typer.echo(f"\nNext: tcplan validate {log_lines(shlex.quote(folder.as_posix()))}")
