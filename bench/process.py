"""Runs one command as a process, and reads what it took."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

CHANGES_PYTHON = ("PYTHON", "TCPLAN_", "COVERAGE_")
"""Variables that begin so change how a Python program runs; a measured program gets none of the caller's."""

BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024
"""The unit of `ru_maxrss`: a byte on macOS, a kibibyte elsewhere."""


class CommandFailedError(Exception):
    """A command ended with an exit code that it should not have: what was measured is not what was meant."""


@dataclass(frozen=True)
class Command:
    """A command that is measured: its name on the page, its words, and the exit codes of a run that went well."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    exits: frozenset[int] = frozenset({0})


@dataclass(frozen=True)
class Sample:
    """What one run took.

    Attributes:
        cpu: Seconds of processor time, the program's own and the system's, its child processes included.
        wall: Seconds from start to end.
        peak: The most memory in bytes that it, or the largest of its child processes, had at one time.
    """

    cpu: float
    wall: float
    peak: int


def run(command: Command) -> Sample:
    """Run a command to its end, its output thrown away.

    Until a new process has loaded its program it shares the memory of this one, which counts as its own. So the peak is
    right only where it is larger than `own_peak()`; this package imports nothing large.

    Raises:
        CommandFailedError: The exit code is not one of those expected.
    """
    environment = {**clean_environment(os.environ), **command.environment}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.exits:
        raise CommandFailedError(f"exit code {process.returncode} of: {' '.join(command.words)}")
    return Sample(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * BYTES_OF_MAXRSS)


def own_peak() -> int:
    """The most memory in bytes that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_OF_MAXRSS


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without variables that change how Python or tcplan runs."""
    return {name: value for name, value in environment.items() if not name.startswith(CHANGES_PYTHON)}
