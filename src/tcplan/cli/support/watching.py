"""Checking again whenever a file of the workspace changes, until Ctrl-C: `tcplan validate --watch`."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final, NoReturn

import typer

from tcplan.cli.support.file_states import changed_files, file_states
from tcplan.cli.support.messages import print_error, reader_is_gone
from tcplan.cli.support.processes import PROCESSES_VARIABLE
from tcplan.cli.support.run_checks import select_files
from tcplan.errors import TcplanError, UsageError
from tcplan.files.sources import as_seen
from tcplan.values.plain_text import file_name

_PATIENCE: Final = 250
"""How many milliseconds a round without changes takes; the first report is made after one round."""


_MOST_NAMES: Final = 8
"""The number of changed files that are named."""

_SECOND_LOOKS: Final = 2
"""After a change, the number of quiet rounds in which the files are compared again: what was moved in with a folder,
or was written right after it was made, may bring no event of its own."""


def watch_files(request: Callable[[], int], paths: list[Path]) -> NoReturn:
    """Check once, and again after each change of what the paths are about, until Ctrl-C.

    An event below a workspace only makes us look: whether anything changed is decided by comparing the files. So a
    folder that is moved in, a link that leads elsewhere and a file with an older date are noticed, and what is not
    read brings no report. An error that stops a check, such as settings that are being edited, is printed, and the
    watch goes on, unless it is the first check.

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
    roots = list(select_files(paths))
    rounds = watch(*roots, watch_filter=_is_of_interest, yield_on_timeout=True, rust_timeout=_PATIENCE)
    next(rounds)  # from here on every change is noticed, also during the first check
    states, looks = file_states(paths, roots), 0
    request()
    _say_waiting()
    while True:
        looks = _SECOND_LOOKS + 1 if next(rounds) else looks
        if looks:
            looks -= 1
            before, states = states, file_states(paths, roots)
            if changed := changed_files(before, states):
                _clear()
                _say_changed(changed)
                _look_again(request)
                _say_waiting()
        if reader_is_gone():
            raise BrokenPipeError


def _look_again(request: Callable[[], int]) -> None:
    try:
        request()
    except TcplanError as error:
        print_error(error.message, error.hint)


def _is_of_interest(_change: object, path: str) -> bool:
    """Whether an event is a reason to look; git writes many files at once, none of which is a plan."""
    return ".git" not in Path(path).parts


def _clear() -> None:
    """Clear a terminal; elsewhere, one report follows the other."""
    if sys.stdout.isatty():
        typer.echo("\x1b[2J\x1b[H", nl=False)


def _say_changed(paths: list[Path]) -> None:
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    names = [file_name(as_seen(path.parent, path.name)) for path in paths[:_MOST_NAMES]]
    more = f" and {len(paths) - len(names)} more" if len(paths) > len(names) else ""
    typer.echo(f"\n{now}  changed: {', '.join(names)}{more}\n", err=True)


def _say_waiting() -> None:
    typer.echo("watching for changes; press Ctrl-C to stop", err=True)
