"""Asking somebody who sits at a terminal; nobody is asked anywhere else."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tcplan.terminal.prompter import Prompter


def prompter_at_terminal() -> "Prompter | None":
    """Where questions can be asked: nowhere, unless both the input and the output are a terminal."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    from tcplan.cli.support.line_input import line_input
    from tcplan.terminal.prompter import Prompter
    from tcplan.terminal.screen import screen_for

    keys = line_input()
    return Prompter(screen_for(sys.stdout, os.environ, ascii_only=False), keys.line, sys.stdout.write, keys.waiting)


def confirm(prompter: "Prompter", question: str, explained: str) -> bool:
    """Whether somebody says yes; no to whatever else they type, and where they want to answer no more."""
    from tcplan.terminal.prompter import StoppedError

    prompter.question(question, "y for yes; anything else for no")
    try:
        return prompter.line(explained).casefold() in ("y", "yes")
    except StoppedError:
        return False
