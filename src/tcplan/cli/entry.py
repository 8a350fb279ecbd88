"""The one way in and out: every run begins and ends here, so that no input ends in a traceback.

`tcplan --version` and the start of every other command wait for this module, so it imports next to nothing.
"""

import gc
import io
import os
import sys

VERSION_ONLY = ["--version"]


def main() -> None:
    """Run the command line in a process of its own, and exit with a code of `ExitCode`."""
    gc.disable()  # what a run reads lives until it ends: collecting took up to a third of the time and freed nothing
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # the search reads what every installed package says
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
