"""How far the reading of a long document is, for somebody who waits at a terminal."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tcplan.values.plain_text import file_name

PATIENCE: Final = 2.0
"""Seconds that nobody minds to wait without a word."""

Progress = Callable[[int, int], None]
"""Takes the number of pages that are read, and of all."""


def progress_for(path: Path) -> Progress | None:
    """What says on standard error how far a document is read; None where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    begun = time.monotonic()
    said = ""

    def say(done: int, total: int) -> None:
        nonlocal said
        if time.monotonic() - begun < PATIENCE:
            return
        blank = " " * len(said)
        said = f"tcplan: reading {file_name(path.name)}: page {done} of {total}" if done < total else ""
        sys.stderr.write(f"\r{blank}\r{said}")
        sys.stderr.flush()

    return say
