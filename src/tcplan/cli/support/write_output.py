"""Where output goes: a file that is replaced whole, or a stream, a pipe or a device that is written to directly."""

import os
import stat
import sys
from pathlib import Path
from typing import Final

from tcplan.cli.support.messages import print_data
from tcplan.errors import RefusedError
from tcplan.files.replacement import refusal, write_whole
from tcplan.values.plain_text import file_name

STANDARD_STREAM: Final = Path("-")
_STREAMS: Final = {
    name: stream
    for number, stream in ((1, "stdout"), (2, "stderr"))
    for name in (f"/dev/{stream}", f"/dev/fd/{number}", f"/proc/self/fd/{number}")
}
"""The names that systems have for the output streams of the process that uses the name."""

_MOST_LINKS: Final = 40


def stream_named(path: Path) -> str:
    """`stdout` or `stderr` if that is what a path means, directly or through links; else nothing."""
    if path == STANDARD_STREAM:
        return "stdout"
    name = os.path.abspath(path)  # noqa: PTH100 (resolve() would go on to what the stream is connected to)
    for _ in range(_MOST_LINKS):
        if name in _STREAMS:
            return _STREAMS[name]
        try:
            name = os.path.join(os.path.dirname(name), os.readlink(name))  # noqa: PTH115, PTH118, PTH120 (as above)
        except (OSError, ValueError):
            return ""
        name = os.path.normpath(name)
    return ""


def goes_direct(path: Path) -> bool:
    """Whether a path is a stream, a pipe or a device such as /dev/null: it is written to, and never replaced."""
    if stream_named(path):
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def write_output(path: Path, text: str | bytearray) -> None:
    """Write a text, which may be UTF-8 already, to where a path leads; raises RefusedError if it cannot be written."""
    stream = stream_named(path)
    if stream == "stdout":
        print_data(text if isinstance(text, str) else text.decode())
        return
    encoded = text.encode() if isinstance(text, str) else text
    if stream:
        sys.stderr.flush()
        sys.stderr.buffer.write(encoded)
        return
    if not goes_direct(path):
        write_whole(path, encoded)
        return
    try:
        with path.open("wb") as file:
            file.write(encoded)
    except BrokenPipeError:
        return  # the reader has seen enough
    except OSError as error:
        raise refusal(path, error) from error


def shown_name(path: Path) -> str:
    """What a message calls the place that was written to."""
    return {"stdout": "standard output", "stderr": "standard error", "": file_name(str(path))}[stream_named(path)]


def check_name(path: Path) -> None:
    """Raise RefusedError for a name that no file can have, or that links lead round in a circle."""
    try:
        path.stat()
    except FileNotFoundError:
        return
    except ValueError:
        raise RefusedError(
            f"{str(path)!r} is not a name of a file; nothing was written", "name the file without control characters"
        ) from None
    except OSError as error:
        raise refusal(path, error) from error
