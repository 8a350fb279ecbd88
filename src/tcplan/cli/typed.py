"""What somebody types, a line at a time."""

import contextlib
import sys
from collections.abc import Callable
from io import TextIOWrapper

from tcplan.clean import one_line


def reader() -> Callable[[str], str]:
    """How a line is read: with the keys for editing it where somebody types, else with an echo of what was read."""
    if sys.stdin is None or sys.stdin.closed:
        return _nobody
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if not sys.stdin.isatty():
        return _piped
    if sys.stdout.isatty():
        with contextlib.suppress(ImportError):  # not on Windows, whose terminals edit lines themselves
            import readline  # noqa: F401 (it makes `input` an editor)
    return input


def _piped(prompt: str) -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    line = line.rstrip("\r\n").removeprefix("\ufeff")
    sys.stdout.write(f"{prompt}{one_line(line)}\n")
    return line


def _nobody(prompt: str) -> str:
    raise EOFError(prompt)
