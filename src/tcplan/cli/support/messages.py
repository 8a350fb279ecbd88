"""What a run prints beside its report: messages about it on standard error, and documents and patches."""

import os
import stat
import sys
from typing import Final

from tcplan.values.plain_text import log_lines

CI_VARIABLES: Final = ("CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION")
"""An environment variable with one of these names says that what is printed is read by a CI service."""


ENOUGH: Final = 300
"""Characters of a message in which nothing is too long."""


def print_error(message: str, hint: str) -> None:
    """Print why a run cannot go on, and what to do; nothing if standard error cannot be written."""
    try:
        sys.stderr.write(f"tcplan: {_in_line(message)}\n" + (f"help: {_in_line(hint)}\n" if hint else ""))
        sys.stderr.flush()
    except OSError:
        return  # there is no other place to print it; the exit code still says that something is wrong


def reader_is_gone() -> bool:
    """Whether nobody reads standard output any more (`entry.OutputFile`): what only waits to print more can end."""
    return bool(getattr(getattr(getattr(sys.stdout, "buffer", None), "raw", None), "is_gone", False))


def print_table(text: str) -> None:
    """Print a table that a spreadsheet opens, with the mark that Excel needs to read it as UTF-8.

    Excel takes a file without the mark for one in the encoding of its country; a terminal would show it.
    """
    from tcplan.values.spreadsheet_text import BYTE_ORDER_MARK

    print_data(("" if sys.stdout.isatty() else BYTE_ORDER_MARK) + text)


def print_data(text: str) -> None:
    """Print a document or a patch as it is, but cleaned in a terminal and in the log of a CI service.

    A patch has to fit, and a document to hold what was written. But what a person or a service reads must not
    move the cursor or give commands, so such characters are shown as their codes, and it says so.
    """
    if _is_log() and (shown := log_lines(text)) != text.replace("\r\n", "\n"):
        text = shown
        print_error(
            "some characters are shown as their codes, such as <U+001B>", "write to a file to have them as they are"
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())


def _in_line(text: str) -> str:
    """A message on one line; its spaces stay, because a command in it may have a name with two of them."""
    if len(text) > ENOUGH:
        from tcplan.values.text_length import cut_sentence

        text = cut_sentence(text)
    return log_lines(" ".join(text.splitlines()))


def _is_log() -> bool:
    """Whether standard output is a terminal, or not a file and read by a CI service."""
    if sys.stdout.isatty():
        return True
    try:
        is_file = stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        is_file = False
    return not is_file and any(os.environ.get(name) for name in CI_VARIABLES)


def print_note(message: str) -> None:
    """Print what somebody should know about a run that goes on."""
    try:
        sys.stderr.write(f"tcplan: note: {_in_line(message)}\n")
    except OSError:
        return
