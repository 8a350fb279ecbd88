"""Options that several commands share, and what their values mean."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.errors import NothingReadError, UsageError
from tcplan.values.dates import DateError, parse_day

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Take the plan as it was on this day, such as 2026-03-31 or 2026-03; default: today.",
    ),
]
PlanPath = Annotated[
    Path,
    typer.Argument(
        metavar="[PATH]",
        help="A plan file, a folder, or the name of a plan or an institution; default: the current folder.",
        show_default=False,
    ),
]


class PageFormat(StrEnum):
    """The formats of a page: for a screen, or for a script."""

    TEXT = "text"
    JSON = "json"


In = Annotated[
    Path,
    typer.Option(
        "--in",
        metavar="PATH",
        help="A plan file, a folder, or the name of a plan or an institution; default: the current folder.",
        show_default=False,
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")]
Format = Annotated[PageFormat, typer.Option("--format", help="text to read, or json for scripts.")]


def as_of_day(text: str | None, option: str = "--as-of") -> date:
    """The day that an option names (of a month its last day), or today; raises `UsageError`."""
    if text is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return parse_day(text).last
    except DateError as error:
        raise UsageError(f"{option}: {error.message}", error.help) from None


def note_if_ahead(day: date) -> None:
    """Say on standard error that a day is in the future: 2062 may be a typing error for 2026."""
    if day > as_of_day(None):
        typer.echo(f"tcplan: note: {day} is in the future", err=True)


def require_path(path: Path) -> Path:
    """The path, if it exists, else that of the plan or institution that is called so.

    Raises NothingReadError if there is none, and UsageError if there are several.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        from tcplan.workspace.names import find_by_name

        if path.is_absolute() or ".." in path.parts:
            raise _nothing(path, "there is no such file or folder") from None
        return find_by_name(path)
    except (OSError, ValueError) as error:
        raise _nothing(path, getattr(error, "strerror", None) or str(error)) from None
    return path


def require_file(path: Path) -> Path:
    """The path of a file that is no plan, if it exists; raises NothingReadError if it does not."""
    try:
        path.stat()
    except OSError as error:
        is_missing = isinstance(error, FileNotFoundError)
        raise _nothing(path, "there is no such file or folder" if is_missing else str(error.strerror)) from None
    return path


def _nothing(path: Path, reason: str) -> NothingReadError:
    return NothingReadError(f"{path}: {reason}", "name a plan file or a folder with plans")
