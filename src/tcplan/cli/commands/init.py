"""`tcplan init`: a small commented workspace to start from."""

import datetime as dt
import re
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
        str | None,
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
    from tcplan.cli.support.interruption import say_what_was_written
    from tcplan.edits.init import new_workspace
    from tcplan.files.replacement import write_new
    from tcplan.values.plain_text import file_name, log_lines
    from tcplan.values.printed_command import command_at

    if not name.strip():
        raise UsageError("--name is empty", 'write the name in quotes: --name "Northmoor University"')
    year = _year(start) if start is not None else dt.datetime.now(tz=dt.UTC).astimezone().year
    folder.absolute()  # raises FileNotFoundError where the current folder was deleted: nothing can be put there
    texts = new_workspace(name, year)
    with say_what_was_written({folder / file: text.encode() for file, text in texts.items()}):
        write_new(folder, texts)
    shown = [file for file in texts if not file.startswith(".")]
    typer.echo("\n".join(f"wrote {file_name((folder / file).as_posix())}" for file in shown))
    typer.echo(f"\nNext: {log_lines(command_at('validate', folder))}")


def _year(words: str) -> int:
    """The year that an option names; raises UsageError for anything else."""
    year = int(words) if re.fullmatch("[0-9]{1,4}", words.strip()) else None
    if year is None:
        found = re.match("(2[01][0-9]{2})[-/]", words.strip())
        hint = f"did you mean {found[1]}?" if found else "write a year such as 2027"
        raise UsageError(f"--start: `{words}` is not a year", hint)
    if not 2000 <= year <= 2100:  # noqa: PLR2004 (a plan of this century)
        raise UsageError(f"--start: {year} is not between 2000 and 2100", "write a year such as 2027")
    return year
