"""`tcplan fmt`: plan files in the house style."""

from collections import Counter
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.cli.support.messages import print_data, print_error
from tcplan.errors import ExitCode, RefusedError
from tcplan.values.plain_text import file_name

if TYPE_CHECKING:
    from tcplan.edits.formatting import FormattedFile
    from tcplan.yaml_editor.layout import Refusal


class FmtResult(Enum):
    """What happened to a file."""

    CHANGED = auto()
    SAME = auto()
    REFUSED = auto()


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; default: the current folder.", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; the exit code is 1 when a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print the changes as a patch.")] = False,
) -> int:
    """Format plan files in the house style.

    This sets the order of keys, the indentation and the blank lines. Comments stay beside what they describe. No word,
    value or quote changes, and lists keep their order. A file that cannot be formatted safely stays as it is: tcplan
    names the line that prevents it, and the exit code is 5.

    \b
    Examples:
      tcplan fmt
      tcplan fmt plans/northmoor/phase-3.yaml
      tcplan fmt --diff plans/northmoor
      tcplan fmt --check
    """
    from tcplan.cli.support.incomplete import warn_unread
    from tcplan.cli.support.run_checks import select_files
    from tcplan.edits.formatting import format_file

    chosen = select_files(paths or [Path()])
    for root, (source, _) in chosen.items():
        warn_unread(source, root)
    format_one = partial(format_file, is_used=diff or not check)
    outcomes = Counter(
        _finish(root, name, format_one(source, name), writes=not (check or diff), diff=diff, named=bool(paths))
        for root, (source, names) in chosen.items()
        for name in names
    )
    changed, same, refused = (outcomes[outcome] for outcome in FmtResult)
    words = "would be formatted" if check or diff else "formatted"
    left = f"{same} left as {'it was' if same == 1 else 'they were'}"
    more = f", {refused} refused" if refused else ""
    typer.echo(f"{changed} {'file' if changed == 1 else 'files'} {words}, {left}{more}", err=diff)
    if refused:
        return ExitCode.REFUSED
    return ExitCode.FINDINGS if check and changed else ExitCode.CLEAN


def _finish(
    root: Path, name: str, found: "FormattedFile | Refusal", *, writes: bool, diff: bool, named: bool
) -> FmtResult:
    """Write a file, or say what would be done; returns what happened to it.

    `named` says that a path was named, which then `tcplan validate` needs too.
    """
    from tcplan.cli.support.interruption import say_if_interrupted
    from tcplan.edits.formatting import VALIDATE_HELP
    from tcplan.files.replacement import replace_file
    from tcplan.files.sources import as_seen
    from tcplan.values.printed_command import command_at
    from tcplan.yaml_editor.layout import Refusal

    shown = file_name(as_seen(root, name))
    if isinstance(found, Refusal):
        hint = found.help
        if hint is VALIDATE_HELP and named:
            hint = hint.replace("tcplan validate", command_at("validate", Path(as_seen(root, name))))
        print_error(f"{shown}:{found.line}: left as it was: {found.says}", hint)
        return FmtResult.REFUSED
    if not found.is_changed:
        return FmtResult.SAME
    if writes:
        try:
            path = Path(as_seen(root, name))
            with say_if_interrupted(path, lambda: found.after):
                warning = replace_file(path, found.before, found.after)
        except RefusedError as error:
            print_error(error.message, error.hint)
            return FmtResult.REFUSED
        if warning:
            print_error(warning, "")
    if diff:
        print_data(found.diff(as_seen(root, name)))
    else:
        typer.echo(f"{'formatted' if writes else 'would format'} {shown}")
    return FmtResult.CHANGED
