"""In how many processes a workspace is checked, and how they are started."""

import os
import sys
from collections.abc import Iterable
from typing import Final

from tcplan.errors import UsageError
from tcplan.files.sources import FolderSource

PROCESSES_VARIABLE: Final = "TCPLAN_PROCESSES"
"""The environment variable that says in how many processes at most; 1 for this one only."""

MOST_PROCESSES: Final = 4
"""The number that is started unless more are asked for: each takes some 30 MB of memory."""

MOST_ASKED: Final = 64
"""The number that is started however many are asked for."""

START_METHOD: Final = "fork" if sys.platform == "linux" else "spawn"
"""A fork has all modules already; elsewhere it is not safe or not there, and a process imports them again."""

LEAST_BYTES: Final = {"fork": 500_000, "spawn": 3_000_000}
"""In smaller workspaces a second process hardly saves time.

To read and check a million bytes takes 0.37 seconds, to start a fork 0.02 and a new process 0.25 (measured with 6 to
150 copies of the example institution, Python 3.11). So from these sizes on two processes save at least a sixth of the
time.
"""


def processes_for(source: FolderSource, names: Iterable[str]) -> int:
    """In how many processes to check some files of a source; those that belong to them have to be read as well.

    Raises UsageError where the environment does not say a number.
    """
    number = _wanted_processes()
    if number == 1 or sum(map(source.size, names)) < LEAST_BYTES[START_METHOD]:
        return 1
    return number


def _wanted_processes() -> int:
    stated = os.environ.get(PROCESSES_VARIABLE)
    if not stated:
        return min(_cores(), MOST_PROCESSES)
    if not (stated.isascii() and stated.isdigit() and stated.strip("0")):
        raise UsageError(
            f"{PROCESSES_VARIABLE} is `{stated}`, not a number of processes", "write 1 or more, or unset it"
        )
    return int(stated) if len(stated) <= len(str(MOST_ASKED)) and int(stated) < MOST_ASKED else MOST_ASKED


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
