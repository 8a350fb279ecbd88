"""Asking somebody who sits at a terminal; nobody is asked anywhere else."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tcplan.terminal.prompter import Prompter

_Item = TypeVar("_Item")


def prompter_at_terminal() -> "Prompter | None":
    """Where questions can be asked: nowhere, unless both the input and the output are a terminal."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    from tcplan.cli.support.line_input import line_input
    from tcplan.terminal.prompter import Prompter
    from tcplan.terminal.screen import screen_for

    keys = line_input()
    return Prompter(screen_for(sys.stdout, os.environ, ascii_only=False), keys.line, sys.stdout.write, keys.waiting)


def ask_each(items: Sequence[_Item], ask: Callable[[_Item, int, int], None]) -> None:
    """Ask about each of some items, one of so many; who goes back is asked about the one before once more."""
    from tcplan.terminal.prompter import GoBackError

    index = 0
    while index < len(items):
        try:
            ask(items[index], index + 1, len(items))
            index += 1
        except GoBackError:
            index = max(0, index - 1)


def confirm(prompter: "Prompter", question: str, explained: str) -> bool:
    """Whether somebody says yes; no to whatever else they type. Raises StoppedError where they answer no more."""
    prompter.question(question, "y for yes, q to stop; anything else for no")
    return prompter.line(explained).casefold() in ("y", "yes")


def confirm_answers(prompter: "Prompter", question: str, explained: str) -> bool:
    """Whether what somebody has answered so far is to be written: Enter is yes, so that no answers are lost by it.

    Only a no or a stop leaves it, and then that nothing was written is said.
    """
    from tcplan.terminal.prompter import StoppedError

    prompter.question(question, "Enter for yes; n throws the answers away")
    try:
        while (typed := prompter.line(explained).casefold()) not in ("n", "no"):
            if typed in ("", "y", "yes"):
                return True
            prompter.note("Type y to write it, or n to throw the answers away.")
    except StoppedError:
        pass
    sys.stdout.write("Nothing was written.\n")
    return False


def confirm_writing(prompter: "Prompter", question: str, explained: str) -> bool:
    """Whether somebody says yes; where they do not, or stop, that nothing was written is said. That is no failure."""
    from tcplan.terminal.prompter import StoppedError

    try:
        if confirm(prompter, question, explained):
            return True
    except StoppedError:
        pass
    sys.stdout.write("Nothing was written.\n")
    return False
