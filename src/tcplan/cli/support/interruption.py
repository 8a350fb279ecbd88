"""Ctrl-C while a file is being written: whether it was written is said, because nothing else will be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tcplan.cli.support.messages import print_error


@contextmanager
def say_if_interrupted(file: Path, after: Callable[[], bytes] | None) -> Iterator[None]:
    """Say on standard error whether a file has its new text, if the run is interrupted while or after it is written.

    `after` makes the new text; it is None if nothing is to be written.
    """
    try:
        yield
    except KeyboardInterrupt:
        if after:
            print_error(f"interrupted; {file.as_posix()} {_state(file, after())}", "")
        raise


def _state(file: Path, after: bytes) -> str:
    try:
        return "was written" if file.read_bytes() == after else "was not changed"
    except OSError:
        return "cannot be read"
