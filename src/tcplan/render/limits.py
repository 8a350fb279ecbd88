"""How much a template of a workspace may take of memory, of time and of paper."""

import signal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

from tcplan.render.template_errors import TooMuchError

MEMORY: Final = 512 * 1024 * 1024
"""Bytes, beside those that the process begins with. Where the system knows no such limit, only the time is limited."""

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
    """Raise TooMuchError in that many seconds, or never if there are none; Windows knows no such timer."""
    if not hasattr(signal, "setitimer"):
        return

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TooMuchError(f"it takes more than {seconds:g} seconds")

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
