"""What somebody types: a line at a time, and what was typed or pasted ahead of being asked."""

import contextlib
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Final, NamedTuple

from tcplan.values.plain_text import one_line

PAUSE: Final = 0.1
"""Seconds of silence after which what is pasted has ended."""


class LineInput(NamedTuple):
    """How a line is read, and how what waits to be read is taken away."""

    line: Callable[[str], str]
    waiting: Callable[[], str]


def line_input() -> LineInput:
    """How is read: with the keys for editing a line where somebody types, else with an echo of what was read.

    Through a pipe nothing is typed ahead: its lines answer one question each.
    """
    if sys.stdin is None or sys.stdin.closed:
        return LineInput(closed_input, str)
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if not sys.stdin.isatty():
        return LineInput(_piped, str)
    if sys.stdout.isatty():
        with contextlib.suppress(ImportError):  # not on Windows, whose terminals edit lines themselves
            import readline  # it makes `input` an editor

            readline.parse_and_bind("set enable-bracketed-paste on")
    return LineInput(input, _waiting)


def _waiting() -> str:
    """All that was typed and not read yet, also of a line that is not ended; it is gone from the terminal then."""
    try:
        import select
        import termios
        import tty
    except ImportError:  # Windows
        return ""
    terminal, typed = sys.stdin.fileno(), b""
    try:
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSANOW)
            while select.select([terminal], [], [], PAUSE)[0] and (more := os.read(terminal, 4096)):
                typed += more
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, before)
    except (OSError, termios.error):  # the terminal has gone: the next line says so
        return ""
    return typed.decode(sys.stdin.encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")


def _piped(prompt: str) -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    line = line.rstrip("\r\n").removeprefix("\ufeff")
    sys.stdout.write(f"{prompt}{one_line(line)}\n")
    return line


def closed_input(prompt: str) -> str:
    """Answer a question when standard input is closed: there is nothing to read. Raises EOFError."""
    raise EOFError(prompt)
