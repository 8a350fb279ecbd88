"""The one way in and out: every run begins and ends here, so that no input ends in a traceback.

`tcplan --version` and the start of every other command wait for this module, so it imports next to nothing.
"""

import gc
import io
import os
import sys

TYPE_CHECKING = False  # as type checkers know it: to import `typing` takes a third of the time of `tcplan --version`
if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

VERSION_ONLY = ["--version"]


def main() -> None:
    """Run the command line in a process of its own, and exit with a code of `ExitCode`."""
    try:
        _set_up()
        code = run()
        _ignore_interrupts()
    except KeyboardInterrupt:  # before the run, or in the moment after it
        _ignore_interrupts()
        from tcplan.errors import ExitCode

        code = ExitCode.INTERRUPTED
    gc.freeze()  # or Python would look through all that was made once more on its way out, a tenth of the time
    sys.exit(code)


def _set_up() -> None:
    """Make the process ready for a run."""
    gc.disable()  # what a run reads lives until it ends: collecting took up to a third of the time and freed nothing
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # the search reads what every installed package says
    _fill_closed_streams()
    _replace_output("stdout")
    _replace_output("stderr")


def _ignore_interrupts() -> None:
    """Let Ctrl-C do nothing from here on: the run has ended, and on its way out Python would print a traceback."""
    # `signal` makes tables of names first, which would take as long as all of `tcplan --version`.
    import _signal  # type: ignore[import-not-found]

    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


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


def _replace_output(name: str) -> None:
    """Put an `OutputFile` below an output stream; a terminal of Windows is another kind of file, and stays."""
    stream = getattr(sys, name)
    raw = getattr(stream.buffer, "raw", stream.buffer) if isinstance(stream, io.TextIOWrapper) else None
    if type(raw) is not io.FileIO:
        return
    ours = OutputFile(raw.fileno(), "w", closefd=False)
    buffer = ours if stream.buffer is raw else io.BufferedWriter(ours)
    whole = io.TextIOWrapper(
        buffer,
        stream.encoding,
        stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
    setattr(sys, name, whole)


class OutputFile(io.FileIO):
    """An output stream: a pipe that nobody reads any more drops what is written, and other errors are told apart.

    So a command does all it has to do, and its exit code is its own: `tcplan validate | true` fails if there are
    errors, and `tcplan fmt | head -1` formats every file. Any file that is read can have the same errors as the output;
    those of the output are `OutputError`s. A pipe that another program has made not to wait is waited for.
    """

    is_gone = False

    def write(self, data: "ReadableBuffer") -> int:
        """Write all of the bytes; returns their number. Without a buffer above it, nobody would write a rest."""
        rest = memoryview(data).cast("B")
        size = len(rest)
        try:
            while rest and not self.is_gone:
                if written := super().write(rest):
                    rest = rest[written:]
                else:
                    self._wait()
        except BrokenPipeError:
            self.is_gone = True
        except OSError as error:
            from tcplan.errors import OutputError

            raise OutputError(*error.args) from error
        return size

    def _wait(self) -> None:
        """Wait until there is room again."""
        import select

        select.select([], [self], [])


def _open(name: str) -> None:
    """Make sure that an output stream can be written; what is printed to one that the caller has closed is lost."""
    stream = getattr(sys, name)
    if stream is None or stream.closed:
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as the process)
    elif isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # a symbol that the terminal lacks must not end the run


def _run(arguments: list[str] | None) -> int:
    """Run a command; imports are inside, so that Ctrl-C while importing is quiet too."""
    if (sys.argv[1:] if arguments is None else arguments) == VERSION_ONLY:
        from tcplan import __version__

        sys.stdout.write(f"tcplan {__version__}\n")
        return 0
    from tcplan.cli.app import run_command

    return run_command(arguments)
