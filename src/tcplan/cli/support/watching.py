"""Checking again whenever a file of the workspace changes, until Ctrl-C: `tcplan validate --watch`."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn

import typer

from tcplan.cli.support.messages import print_error, reader_is_gone
from tcplan.cli.support.processes import PROCESSES_VARIABLE
from tcplan.errors import TcplanError, UsageError
from tcplan.files.names import ENDINGS, is_skipped
from tcplan.files.settings import PROJECT_FILE, SETTINGS_FILE
from tcplan.files.sources import as_seen
from tcplan.values.plain_text import file_name

_PATIENCE: Final = 250
"""How many milliseconds a round without changes takes; the first report is made after one round."""


def watch_files(request: Callable[[], int], roots: Sequence[Path]) -> NoReturn:
    """Check once, and again after each change below the roots, until Ctrl-C.

    An error that stops a check, such as settings that are being edited, is printed, and the watch goes on, unless it
    is the first check.

    Raises: UsageError if the library that watches is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError:
        raise UsageError(
            "--watch needs watchfiles, which is not installed",
            "run `pip install watchfiles`, or `pipx inject tcplan watchfiles` if you installed tcplan with pipx",
        ) from None

    os.environ[PROCESSES_VARIABLE] = "1"  # no process is to be forked beside the thread that watches
    gc.enable()  # `main` has switched it off for runs that end soon

    def is_ours(_change: object, path: str) -> bool:
        return any(_is_read(root, Path(path)) for root in roots)

    rounds = watch(*roots, watch_filter=is_ours, yield_on_timeout=True, rust_timeout=_PATIENCE)
    next(rounds)  # from here on every change is noticed, also during the first check
    request()
    _say_waiting()
    while True:
        if changes := next(rounds):
            _clear()
            _say_changed({Path(path) for _, path in changes})
            _look_again(request)
            _say_waiting()
        if reader_is_gone():
            raise BrokenPipeError


def _look_again(request: Callable[[], int]) -> None:
    try:
        request()
    except TcplanError as error:
        print_error(error.message, error.hint)


def _is_read(root: Path, path: Path) -> bool:
    """Whether a change of the file could change what is found."""
    if not path.is_relative_to(root):
        return False
    inside = path.relative_to(root)
    name = inside.name
    if name.startswith(".") or any(is_skipped(folder.as_posix()) for folder in inside.parents if folder.name):
        return False
    return name.lower().endswith(ENDINGS) or name in (SETTINGS_FILE, PROJECT_FILE)


def _clear() -> None:
    """Clear a terminal; elsewhere, one report follows the other."""
    if sys.stdout.isatty():
        typer.echo("\x1b[2J\x1b[H", nl=False)


def _say_changed(paths: set[Path]) -> None:
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    names = sorted(file_name(as_seen(path.parent, path.name)) for path in paths)
    typer.echo(f"\n{now}  changed: {', '.join(names)}\n", err=True)


def _say_waiting() -> None:
    typer.echo("watching for changes; press Ctrl-C to stop", err=True)
