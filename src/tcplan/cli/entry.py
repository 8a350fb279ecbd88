"""The one way in and out: every run begins and ends here, so that no input ends in a traceback.

`tcplan --version` and the start of every other command wait for this module, so it imports next to nothing.
"""

import gc
import io
import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

VERSION_ONLY = ["--version"]


def main() -> None:
    """Run the command line in a process of its own, and exit with a code of `ExitCode`."""
    gc.disable()  # what a run reads lives until it ends: collecting took up to a third of the time and freed nothing
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # the search reads what every installed package says
    _fill_closed_streams()
    _tell_output_errors("stdout")
    _tell_output_errors("stderr")
    code = run()
    gc.freeze()  # or Python would look through all that was made once more on its way out, a tenth of the time
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _open("stdout")
    _open("stderr")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        from tcplan.errors import ExitCode

        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001 (any exception ends the run, and is explained)
        from tcplan.cli.support.failures import explain_end

        return explain_end(error)
    return code


def _fill_closed_streams() -> None:
    """Open nothing in the place of closed standard streams: a plan file that got their number could be printed to."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number


def _tell_output_errors(name: str) -> None:
    """Make errors of an output stream `OutputError`s, since any file that is read can have the same errors."""
    stream = getattr(sys, name)
    if not isinstance(stream, io.TextIOWrapper):
        return
    raw = getattr(stream.buffer, "raw", stream.buffer)
    if type(raw) is io.FileIO:  # a terminal of Windows is not one
        told = _OutputFile(raw.fileno(), "w", closefd=False)
        buffer = told if stream.buffer is raw else io.BufferedWriter(told)
        whole = io.TextIOWrapper(
            buffer,
            stream.encoding,
            stream.errors,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )
        setattr(sys, name, whole)


class _OutputFile(io.FileIO):
    """A file whose errors are told apart from those of files that are read."""

    def write(self, data: "ReadableBuffer") -> int:
        """Write as many of the bytes as can be written; a pipe that others have made not to wait is waited for."""
        try:
            while (written := super().write(data)) is None:
                import select

                select.select([], [self], [])
        except BrokenPipeError:
            raise
        except OSError as error:
            from tcplan.errors import OutputError

            raise OutputError(*error.args) from error
        return written


def _open(name: str) -> None:
    """Make sure that an output stream can be written; what is printed to one that the caller has closed is lost."""
    stream = getattr(sys, name)
    if stream is None or stream.closed:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as the process)
    elif isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # a symbol that the terminal lacks must not end the run
        setattr(sys, name, _outlive_reader(stream))


def _run(arguments: list[str] | None) -> int:
    """Run a command; imports are inside, so that Ctrl-C while importing is quiet too."""
    if (sys.argv[1:] if arguments is None else arguments) == VERSION_ONLY:
        from tcplan import __version__

        sys.stdout.write(f"tcplan {__version__}\n")
        return 0
    from tcplan.cli.app import run_command

    return run_command(arguments)


class PipeOutput(io.RawIOBase):
    """The end of a pipe that is written to; once nobody reads it any more, what is written is dropped.

    So a command does all it has to do, and its exit code is its own: `tcplan validate | true` fails if there are
    errors, and `tcplan fmt | head -1` formats every file.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self.is_gone = False

    def write(self, data: object) -> int:
        """Write some bytes; returns their number."""
        view = memoryview(data).cast("B")  # type: ignore[arg-type]  # what has bytes has no name in Python 3.11
        if not self.is_gone:
            try:
                return os.write(self._descriptor, view)
            except BrokenPipeError:
                self.is_gone = True
        return len(view)

    def fileno(self) -> int:
        """The descriptor of the pipe."""
        return self._descriptor

    def writable(self) -> bool:
        """Always."""
        return True


def _outlive_reader(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """The stream, or one in its place that does not fail when the reader of its pipe goes away."""
    try:
        mode = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError):  # it has no descriptor: text that a test collects
        return stream
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(PipeOutput(stream.fileno())),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
