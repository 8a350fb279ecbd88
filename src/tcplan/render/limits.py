"""How much a template of a workspace may take of memory, of time and of paper."""

import signal
from collections.abc import Iterable
from contextlib import suppress
from math import ceil
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from tcplan.render.template_errors import TooMuchError

MEMORY: Final = 512 * 1024 * 1024
"""Bytes, beside those that the process begins with. Where the system knows no such limit, only the time is limited."""

SECONDS: Final = 10
"""Of computing; a plan of ten thousand actions takes less than half of them."""

GRACE: Final = 2
"""Seconds of computing after which a process that could not be interrupted is ended."""

MOST_CHARACTERS: Final = 64 * 1024 * 1024
"""Of the document; that of a plan of ten thousand actions has less than half of them."""


def join_within_limit(parts: Iterable[str]) -> str:
    """The whole text; raises TooMuchError where it is too long."""
    kept, length = [], 0
    for part in parts:
        length += len(part)
        if length > MOST_CHARACTERS:
            raise TooMuchError(f"the document gets longer than {MOST_CHARACTERS:,} characters")
        kept.append(part)
    return "".join(kept)


def limit_memory() -> None:
    """Let this process take no more than `MEMORY` beside what it has; then it raises MemoryError."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 (Windows has none)

        taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))


def limit_time(seconds: float) -> None:
    """Raise TooMuchError after that many seconds of computing, or never if there are none; Windows has no such timer.

    What cannot be interrupted, such as a power of a large number, is ended by the system some seconds later.
    """
    if not hasattr(signal, "setitimer"):
        return

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TooMuchError(f"it takes more than {seconds:g} seconds")

    signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 (as above)

        if seconds:
            most = ceil(seconds) + GRACE
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
