"""Options that several commands share, and what their values mean."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tcplan.errors import NothingReadError, UsageError
from tcplan.values.dates import DateError, Duration, parse_day

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Take the plan as it was on this day, such as 2026-03-31, 2026-03 or yesterday; default: today.",
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE|REV|last-meeting",
        help="Show what has moved since a day, since a commit or tag of git, or since the last meeting.",
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
    written = written_day(text, option)
    return parse_day(written).last if written else _today()


def written_day(text: str | None, option: str) -> str | None:
    """The day that an option names, as a plan writes it; raises `UsageError`."""
    return _written("day", text, option)


def written_due(text: str | None, option: str = "--due") -> str | None:
    """The due date that an option names, as a plan writes it; raises `UsageError`."""
    return _written("due", text, option)


def typed_duration(text: str, option: str) -> Duration:
    """The length of time that an option says, such as `90d` or `6 months`; raises `UsageError`."""
    from tcplan.values.dates import typed  # most runs name none

    try:
        return typed.typed_length(text)
    except DateError as error:
        raise UsageError(f"{option}: {error.message}", error.help) from None


def written_or_typed(text: str) -> str:
    """A due date as a plan writes it, or the words as they are: what is wrong with them is a finding of the file."""
    try:
        return written_due(text) or text
    except UsageError:
        return text


def written_target(words: str) -> str:
    """A target such as `30 June 2028=40%`, with its date as a plan writes it."""
    day, equals, value = words.partition("=")
    return f"{written_or_typed(day)}={value}" if equals and day.strip() else words


def _written(kind: str, text: str | None, option: str) -> str | None:
    if text is None:
        return None
    from tcplan.values.dates import typed  # most runs name no date

    read = {"day": typed.typed_day, "due": typed.typed_due}[kind]
    try:
        return read(text, _today())
    except DateError as error:
        raise UsageError(f"{option}: {error.message}", error.help) from None


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()


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
