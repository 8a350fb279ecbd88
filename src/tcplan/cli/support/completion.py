"""Answers a shell that asks how a command line could go on: quickly, without a message, and with nothing if in doubt.

typer speaks the protocols of the shells. It asks each argument and option for its words; here they get those of
`suggestions`, so that neither the commands nor any other run pay for it.
"""

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import typer

from tcplan.cli.support.options import as_of_day, require_path
from tcplan.cli.support.suggestions import EXCEPTIONS, SUGGESTIONS, CompletionRequest, CompletionWord, is_plain
from tcplan.errors import ExitCode, RefusedError, UsageError
from tcplan.values.plain_text import one_line

SECONDS: Final = 0.5
"""How much processor time an answer may take; what takes longer is not worth waiting for."""

_HELP: Final = frozenset({"-h", "--help"})
_WAITING: Final = 3.0
_LONGEST_HELP: Final = 70


class CompletionItem(NamedTuple):
    """A word as typer prints it for each shell."""

    value: str
    help: str | None
    type: str = "plain"


def answer_shell(app: typer.Typer, variable: str) -> int:
    """Print what the script that typer makes for a shell asks for; returns the exit code that the script expects."""
    threading.Thread(target=_end_in_time, daemon=True).start()
    with redirect_stderr(StringIO()):
        try:
            app([], prog_name="tcplan", standalone_mode=False, complete_var=variable)
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 0
        except Exception:  # noqa: BLE001 (nobody who presses the tab key wants to read about it)
            return 1
    return 1


def set_up_shell(app: typer.Typer, arguments: list[str]) -> int:
    """Print the script for the shell in use, or install it where that shell reads it; returns the exit code.

    Raises RefusedError if it cannot be written there, and UsageError for words that typer would ignore.
    """
    option, *others = arguments
    if others and not _HELP.intersection(others):
        raise UsageError(
            f"`{option}` takes nothing after it, but there is `{one_line(others[0])}`",
            f"run `tcplan {option}` alone, in the shell that it is for",
        )
    try:
        code = app(arguments, prog_name="tcplan", standalone_mode=False)
    except SystemExit as end:  # typer ends the process when it is done
        code = end.code
    except OSError as error:
        raise RefusedError(
            f"completion cannot be installed: {error.filename}: {error.strerror}",
            "`tcplan --show-completion` prints the script; save it where your shell reads it",
        ) from error
    return ExitCode.USAGE if code else ExitCode.CLEAN


def add_suggestions(command: Any, name: str, shell: str) -> None:
    """Let the arguments and options of a command answer a shell with our words; those for paths leave it to the shell.

    `command` is as typer builds it, `shell` what typer calls the shell.
    """
    for parameter in command.params:
        kind = _kind(parameter.metavar or "")
        make = EXCEPTIONS.get((name, parameter.name)) or SUGGESTIONS.get(kind)
        if make:
            parameter.shell_complete = partial(_answer, make, shell)
        elif kind in {"FILE", "DIR"}:
            parameter.shell_complete = _leave_to_shell


def _answer(
    make: Callable[[CompletionRequest], Iterator[CompletionWord]], shell: str, context: Any, typed: str
) -> list[CompletionItem]:
    """The words that begin as typed; nothing if the workspace cannot be read."""
    try:
        request = CompletionRequest(typed, _path(context.params), _day(context.params))
        found = {one.word: one for one in make(request) if one.word.startswith(typed) and is_plain(one.word)}
    except Exception:  # noqa: BLE001 (a broken plan, or none)
        return []
    return [CompletionItem(_quote(one.word, shell), _help(one)) for one in found.values()]


def _kind(metavar: str) -> str:
    """What a help calls a value: `COLOUR` for `[COLOUR] [NOTE]`, of which the first is completed."""
    return re.split(r"[\]} .]", metavar.lstrip("[{"))[0]


def _leave_to_shell(_context: Any, _typed: str) -> list[CompletionItem]:
    return []


def _path(parameters: dict[str, Any]) -> Path:
    """Where the command looks: what --in names, or its path; either may be the name of a plan."""
    return require_path(Path(parameters.get("in_" if "in_" in parameters else "path") or "."))


def _day(parameters: dict[str, Any]) -> date:
    stated = [parameters.get(name) for name in ("as_of", "date")]
    try:
        return as_of_day(next((one for one in stated if isinstance(one, str)), None))
    except Exception:  # noqa: BLE001 (a date that is not finished yet)
        return as_of_day(None)


def _quote(word: str, shell: str) -> str:
    """A word with spaces as one word, where the shell does not see to it."""
    if " " not in word:
        return word
    if shell == "bash":
        return word if _is_in_quotes() else word.replace(" ", "\\ ")
    return f"'{word}'" if shell in {"powershell", "pwsh"} else word


def _is_in_quotes() -> bool:
    """Whether the word that bash asks about begins with a quotation mark; it has a line of its own in the variable."""
    words, at = os.environ.get("COMP_WORDS", "").split("\n"), os.environ.get("COMP_CWORD", "")
    return at.isdecimal() and int(at) < len(words) and words[int(at)].startswith(('"', "'"))


def _help(suggestion: CompletionWord) -> str | None:
    """What the word is, in letters that mean nothing to a shell."""
    letters = re.sub(r"[^\w .,/+=%\u2013\u2019-]", "", one_line(suggestion.help))
    text = " ".join(letters.split())
    return text if len(text) <= _LONGEST_HELP else f"{text[: _LONGEST_HELP - 3].rstrip()}..."


def _end_in_time() -> None:
    """End the process without an answer if it takes too long: by its own time, since others may keep it waiting."""
    begun = time.monotonic()
    while time.process_time() < SECONDS and time.monotonic() - begun < _WAITING:
        time.sleep(0.02)
    os._exit(1)
