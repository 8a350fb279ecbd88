"""What somebody types: a line at a time, and what was typed or pasted before the question."""

import contextlib
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Final, NamedTuple

from tcplan.values.plain_text import one_line

PAUSE: Final = 0.1
"""How many seconds of silence mean that a paste has ended."""


class LineInput(NamedTuple):
    """How a line is read, and how typed text that was not read yet is taken away."""

    line: Callable[[str], str]
    waiting: Callable[[], str]


def line_input() -> LineInput:
    """Choose how lines are read: with the keys for editing if somebody types, else with an echo of what was read.

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
    """Take from the terminal all that was typed and not read yet, including an unfinished line."""
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
    except (OSError, termios.error):  # the terminal is gone: reading the next line says so
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
