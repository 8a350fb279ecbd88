"""The one door: every run comes in and goes out here, so that no input ends in a traceback."""

import contextlib
import errno
import io
import os
import sys
from typing import TextIO

from tcplan.errors import ExitCode, RefusedError, TcplanError
from tcplan.values.plain_text import one_line

TRACE_VARIABLE = "TCPLAN_TRACEBACK"


def main() -> None:
    """Run the command line and exit with a code of `ExitCode`."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    sys.stdout, sys.stderr = _open(sys.stdout), _open(sys.stderr)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return ExitCode.CLEAN  # the reader of our output has gone: `tcplan status | head`
    except TcplanError as error:
        print_error(error.message, error.hint)
        return error.exit_code
    except OSError as error:
        _discard_output()
        print_error(
            f"the output cannot be written: {error.strerror or error}", "check where it goes, and the space there"
        )
        return RefusedError.exit_code
    return code


def _discard_output() -> None:
    """At shutdown Python would try once more to write what could not be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open(stream: TextIO | None) -> TextIO:
    """A stream that can be written: one that the caller has closed swallows what is said."""
    if stream is None or stream.closed:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 (open as long as the process)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # a symbol that the terminal lacks must not end the run
    return stream


def _run(arguments: list[str] | None) -> int:
    from tcplan.cli.app import app  # inside the guard, so that Ctrl-C while importing is quiet too

    try:
        result = app(arguments, prog_name="tcplan", standalone_mode=False)
    except (TcplanError, BrokenPipeError):
        raise
    except SystemExit as error:  # typer ends the process itself where a pipe is broken
        raise BrokenPipeError(errno.EPIPE, "") from error
    except Exception as error:  # noqa: BLE001 (the door: whatever comes here is a fault of ours, and said so)
        return handle_error(error)
    return result if isinstance(result, int) else ExitCode.CLEAN


def handle_error(error: Exception) -> int:
    """Wrong usage in typer's words, an output that takes nothing, else a fault of our own."""
    import typer

    if isinstance(error, typer.Abort):
        return ExitCode.INTERRUPTED
    if type(error).__name__ == "NoArgsIsHelpError":  # typer keeps it private; its message is the help text itself
        sys.stderr.write(f"{error}\n")
        return ExitCode.USAGE
    if isinstance(error, typer.TyperException):
        message, context = error.format_message(), getattr(error, "ctx", None)
        print_error(message, _usage_hint(message, context.command_path if context else "tcplan"))
        return ExitCode.USAGE
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EDQUOT):
        raise error
    if os.environ.get(TRACE_VARIABLE):
        raise error
    print_error(
        f"tcplan itself failed: {type(error).__name__}: {error}",
        f"this is a fault of tcplan, not of your files; please report it, with what {TRACE_VARIABLE}=1 prints",
    )
    return ExitCode.FAULT


def _usage_hint(message: str, command: str) -> str:
    """What to do about words that the command line does not take."""
    if any(quote in "".join(sys.argv) for quote in "“”„"):
        return 'a text editor has made curly quotes of straight ones: type " by hand'
    if "extra argument" in message:
        return f'words that belong together stand in quotes: "..."; `{command} --help` shows examples'
    return f"`{command} --help` shows examples and all options"


def print_error(message: str, hint: str) -> None:
    """Say on standard error why a run cannot go on, and what to do."""
    try:
        sys.stderr.write(f"tcplan: {one_line(message)}\n" + (f"help: {one_line(hint)}\n" if hint else ""))
        sys.stderr.flush()
    except OSError:
        return  # nowhere is left to say it; the exit code does
