"""Ctrl-C while a file is being written: whether it was written is said, because nothing else will be."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tcplan.cli.support.messages import print_error

_WRITTEN: Final = "was written"
_NOT_THERE: Final = "was not written"


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


@contextmanager
def say_what_was_written(texts: Mapping[Path, bytes]) -> Iterator[None]:
    """The same for several files, or none; those of a kind are said together."""
    try:
        yield
    except KeyboardInterrupt:
        if texts:
            print_error(f"interrupted; {_states(texts)}", "")
        raise


def _states(texts: Mapping[Path, bytes]) -> str:
    """What became of each file, or of all of them if it is the same."""
    states = {file: _state(file, after) for file, after in texts.items()}
    folder = next(iter(states)).parent.as_posix()
    if len(states) > 1 and set(states.values()) == {_WRITTEN}:
        return f"all {len(states)} files in {folder} were written"
    if len(states) > 1 and set(states.values()) == {_NOT_THERE}:
        return f"none of the {len(states)} files in {folder} was written"
    return "; ".join(f"{file.as_posix()} {state}" for file, state in states.items())


def _state(file: Path, after: bytes) -> str:
    try:
        return _WRITTEN if file.read_bytes() == after else "was not changed"
    except FileNotFoundError:
        return _NOT_THERE
    except OSError:
        return "cannot be read"
