"""Exceptions: only for what stops a run. What is wrong with a plan is a `Finding`, a value."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns to the shell; the numbers are part of the interface (README, "Exit codes")."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING_READ = 3
    FAULT = 4
    REFUSED = 5
    INTERRUPTED = 130


class TcplanError(Exception):
    """The run cannot go on; `message` says why and `hint` what to do next.

    `choices` are files that the command could name instead, as they are seen from the current folder.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "", choices: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.choices = choices


class OutputError(OSError):
    """What a command prints cannot be written: a full disk, or a stream that is gone."""


class UsageError(TcplanError):
    """The command cannot do what its arguments say."""


class NothingReadError(TcplanError):
    """There is no plan file that can be read at the path of the command."""

    exit_code = ExitCode.NOTHING_READ


class RefusedError(TcplanError):
    """A write was refused; nothing has been changed."""

    exit_code = ExitCode.REFUSED
