"""What ends a run before its command is done: a message and an exit code for every exception."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Final

import typer

from tcplan.cli.support.messages import print_error
from tcplan.errors import ExitCode, OutputError, RefusedError, TcplanError

TRACE_VARIABLE: Final = "TCPLAN_TRACEBACK"
"""The environment variable with which a fault of tcplan ends in Python's traceback."""


def explain_end(error: Exception) -> int:
    """Print why a run ended early, through no fault of tcplan; returns the exit code.

    Raises any other exception again: `explain_fault` has decided that it is to be seen.
    """
    if isinstance(error, BrokenPipeError):
        _discard_output()
        return ExitCode.CLEAN  # the reader of our output has gone: `tcplan status | head`
    if isinstance(error, TcplanError):
        from tcplan.cli.support.refusals import print_refusal

        print_refusal(error)
        return error.exit_code
    if isinstance(error, OutputError):
        _discard_output()
        print_error(
            f"the output cannot be written: {error.strerror or error}",
            "check where the output goes, and whether there is space",
        )
        return RefusedError.exit_code
    if isinstance(error, OSError) and not os.environ.get(TRACE_VARIABLE):
        print_error(*_explain_system(error))
        return ExitCode.NOTHING_READ
    raise error


def _explain_system(error: OSError) -> tuple[str, str]:
    """What the system did not let us do, and what to do about it."""
    try:
        Path.cwd()
    except OSError:
        return "the current folder no longer exists, or may not be read", "change to another folder, such as: cd ~"
    reason = error.strerror or str(error)
    what = f"{error.filename}: {reason}" if error.filename is not None else f"the system says: {reason}"
    return what, f"check that it can be read, and run the command again; {TRACE_VARIABLE}=1 prints where it happened"


def _discard_output() -> None:
    """Keep Python from trying once more, at shutdown, to write what could not be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def explain_fault(error: Exception) -> int:
    """Print what went wrong inside a command; returns the exit code.

    It is wrong usage in typer's words, or a fault of our own. Raises the error again if it is one of the system, or
    if TRACE_VARIABLE asks for the traceback.
    """
    if isinstance(error, typer.Abort):
        return ExitCode.INTERRUPTED
    if type(error).__name__ == "NoArgsIsHelpError":  # typer keeps it private; its message is the help text itself
        sys.stderr.write(f"{error}\n")
        return ExitCode.USAGE
    if isinstance(error, typer.TyperException):
        message = error.format_message()
        if begun := _options_begun(error):  # typer names those that look alike, which these need not
            message = f"No such option: {error.option_name} (Possible options: {', '.join(begun)})"  # type: ignore[attr-defined]
        print_error(message, _other_option(error) or _usage_hint(message, _command_of(error)))
        return ExitCode.USAGE
    if isinstance(error, ValueError) and "null byte" in str(error):  # before a command that is called by a program
        print_error(
            "a name in this command has a NUL character, which is not a name of a file", "name a file without it"
        )
        return ExitCode.USAGE
    if isinstance(error, OSError) or os.environ.get(TRACE_VARIABLE):
        raise error
    print_error(
        f"tcplan itself failed: {type(error).__name__}: {error}",
        f"this is a fault in tcplan, not in your files; report it with what {TRACE_VARIABLE}=1 prints",
    )
    return ExitCode.FAULT


def _options_begun(error: Exception) -> list[str]:
    """The options that begin with what was typed in their place: `--obj`."""
    name, context = getattr(error, "option_name", None), getattr(error, "ctx", None)
    if type(error).__name__ != "NoSuchOption" or context is None or not name or len(name) <= len("--"):
        return []
    return sorted(one for option in context.command.params for one in option.opts if one.startswith(name))


_DAYS: Final = {"--as-of": "--date", "--date": "--as-of"}
"""A page shows a day that is named with the one option; what is written into a plan has a day by the other."""


def _other_option(error: Exception) -> str:
    """The option that a command has in place of one that others have; empty for none."""
    context, named = getattr(error, "ctx", None), str(getattr(error, "option_name", None))
    other = _DAYS.get(named, "")
    if type(error).__name__ != "NoSuchOption" or context is None or not other:
        return ""
    has_other = any(other in option.opts for option in context.command.params)
    return f"`{context.command_path}` names the day with {other}" if has_other else ""


def _command_of(error: Exception) -> str:
    """The command that an error is about; typer does not always say."""
    if context := getattr(error, "ctx", None):
        return str(context.command_path)
    name = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    return f"tcplan {name}".strip()


def _usage_hint(message: str, command: str) -> str:
    """What to do about words that the command line does not accept."""
    if any(quote in "".join(sys.argv) for quote in "“”„"):
        return 'a text editor has replaced straight quotes with curly ones: type " yourself'
    if "extra argument" in message:
        return f'put words that belong together in quotes: "..."; `{command} --help` shows examples'
    return f"`{command} --help` shows examples and all options"
