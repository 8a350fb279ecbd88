"""The one door: every run comes in and goes out here, so that no input ends in a traceback."""

import io
import os
import sys

from tcplan.errors import ExitCode, TcplanError

TRACE_VARIABLE = "TCPLAN_TRACEBACK"


def main() -> None:
    """Run the command line and exit with a code of `ExitCode`."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (`tcplan status | head`); nothing is left to say, also not at shutdown
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLEAN


def _run(arguments: list[str] | None) -> int:
    from tcplan.cli.app import app  # inside the guard, so that Ctrl-C while importing is quiet too

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a symbol that the terminal lacks must not end the run
    try:
        result = app(arguments, prog_name="tcplan", standalone_mode=False)
    except TcplanError as error:
        _say(error.message, error.hint)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 (the door: whatever comes here is a fault of ours, and said so)
        return _other(error)
    sys.stdout.flush()
    return result if isinstance(result, int) else ExitCode.CLEAN


def _other(error: Exception) -> int:
    """Wrong usage in typer's words, else a fault of our own."""
    import typer

    if isinstance(error, typer.Abort):
        return ExitCode.INTERRUPTED
    if type(error).__name__ == "NoArgsIsHelpError":  # typer keeps it private; its message is the help text itself
        sys.stderr.write(f"{error}\n")
        return ExitCode.USAGE
    if isinstance(error, typer.TyperException):
        _say(error.format_message(), "`tcplan --help` and `tcplan COMMAND --help` show what can be asked")
        return ExitCode.USAGE
    if isinstance(error, BrokenPipeError) or os.environ.get(TRACE_VARIABLE):
        raise error
    _say(
        f"tcplan itself failed: {type(error).__name__}: {error}",
        f"this is a fault of tcplan, not of your files; please report it, with what {TRACE_VARIABLE}=1 prints",
    )
    return ExitCode.FAULT


def _say(message: str, hint: str) -> None:
    sys.stderr.write(f"tcplan: {message}\n" + (f"help: {hint}\n" if hint else ""))
