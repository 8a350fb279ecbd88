"""Messages about a run, on standard error."""

import sys

from tcplan.values.plain_text import one_line


def print_error(message: str, hint: str) -> None:
    """Print why a run cannot go on, and what to do; nothing if standard error cannot be written."""
    try:
        sys.stderr.write(f"tcplan: {one_line(message)}\n" + (f"help: {one_line(hint)}\n" if hint else ""))
        sys.stderr.flush()
    except OSError:
        return  # there is no other place to print it; the exit code still says that something is wrong


def print_note(message: str) -> None:
    """Print what somebody should know about a run that goes on."""
    try:
        sys.stderr.write(f"tcplan: note: {one_line(message)}\n")
    except OSError:
        return
