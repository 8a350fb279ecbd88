"""`tcplan fmt`: plan files in the house style."""

import os
from collections import Counter
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tcplan.clean import one_line
from tcplan.cli.options import existing
from tcplan.errors import ExitCode, NothingReadError, RefusedError

if TYPE_CHECKING:
    from tcplan.edits.tidying import LeftAlone, Tidied
    from tcplan.sources import Source


class Outcome(Enum):
    """What running over a file comes to."""

    CHANGED = auto()
    SAME = auto()
    REFUSED = auto()


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATHS]...", help="Files or folders; the current folder without.", show_default=False),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; the exit code is 1 when a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change, as a patch.")] = False,
) -> int:
    """Lay plan files out in the house style: the order of keys, indentation, blank lines.

    Comments stay beside what they describe. No word, value or quote changes, and lists keep their order. A file that
    cannot be laid out safely is left as it is, with the line that is in the way; the exit code is 5 then.

    \b
    Examples:
      tcplan fmt
      tcplan fmt plans/northmoor/phase-3.yaml
      tcplan fmt --diff plans/northmoor
      tcplan fmt --check
    """
    from tcplan.edits.tidying import tidy

    outcomes = Counter(
        _finish(root, name, tidy(source, name), writes=not (check or diff), diff=diff)
        for root, source, name in _named(paths or [Path()])
    )
    changed, same, refused = (outcomes[outcome] for outcome in Outcome)
    words = "would be formatted" if check or diff else "formatted"
    left = f"{same} left as {'it was' if same == 1 else 'they were'}"
    more = f", {refused} refused" if refused else ""
    typer.echo(f"{changed} {'file' if changed == 1 else 'files'} {words}, {left}{more}", err=diff)
    if refused:
        return ExitCode.REFUSED
    return ExitCode.FINDINGS if check and changed else ExitCode.CLEAN


def _named(paths: list[Path]) -> list[tuple[Path, "Source", str]]:
    """The files at the paths, each once: the root of its workspace, the source and the name within.

    Raises NothingReadError where a path holds no plan file; nothing is written then.
    """
    from tcplan.settings import Settings, settings_in
    from tcplan.sources import FolderSource, find_root
    from tcplan.views.choosing import is_at

    found: dict[Path, tuple[Path, Source, str]] = {}
    for path in paths:
        root = find_root(Path(os.path.abspath(existing(path))))  # noqa: PTH100 (links stay as they are named)
        source = FolderSource(root, settings_in(root) or Settings())
        names = [name for name in source.names() if is_at(root, path, name)]
        if not names:
            raise NothingReadError(
                f"{path} holds no plan file that tcplan reads",
                "plan files end in .yaml; `tcplan init DIR` begins a plan, and tcplan.toml may exclude files",
            )
        found.update({root / name: (root, source, name) for name in names})
    return list(found.values())


def _finish(root: Path, name: str, found: "Tidied | LeftAlone", *, writes: bool, diff: bool) -> Outcome:
    """Write a file, or say what would be done; returns what it came to."""
    from tcplan.edits.tidying import LeftAlone
    from tcplan.sources import as_seen
    from tcplan.text.files import replace_file

    shown = one_line(as_seen(root, name))
    if isinstance(found, LeftAlone):
        _say(f"{shown}:{found.line}: left as it was: {found.says}", found.help)
        return Outcome.REFUSED
    if not found.is_changed:
        return Outcome.SAME
    if writes:
        try:
            warning = replace_file(root / name, found.before, found.after)
        except RefusedError as error:
            _say(error.message, error.hint)
            return Outcome.REFUSED
        if warning:
            typer.echo(f"tcplan: {warning}", err=True)
    if diff:
        typer.echo(found.diff(shown).encode(), nl=False)
    else:
        typer.echo(f"{'formatted' if writes else 'would format'} {shown}")
    return Outcome.CHANGED


def _say(message: str, hint: str) -> None:
    typer.echo(f"tcplan: {message}\nhelp: {hint}", err=True)
