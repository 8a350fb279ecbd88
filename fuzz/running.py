"""Runs a case: in a fork of this process, which has imported all of tcplan, or as a program of its own.

Both end on their own: processor time, address space, sizes of files and the time without any progress are limited.
"""

import faulthandler
import gc
import importlib
import os
import pkgutil
import resource
import select
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Final

import tcplan
from fuzz.capabilities import obey_permissions
from fuzz.case import Case
from tcplan.cli.entry import run

SECONDS: Final = 20
"""How much processor time a run may take; and for how long, at most, nothing may happen in it."""

_IDLE: Final = 8
_WALL: Final = 240
_MEMORY: Final = 6 * 1024**3
_FILE: Final = 512 * 1024**2
_LONGEST_WORD: Final = 128 * 1024
"""The bytes of an argument that Linux refuses to hand to a program."""

_PAGE: Final = resource.getpagesize()
_WARM: Final = (
    ("validate",),
    ("status",),
    ("render", "stage3"),
    ("render", "stage3", "--to", "html"),
    ("fmt", "--check"),
    ("update", "1.1.2", "--rag", "green", "--dry-run", "--in"),
)
_KEPT: Final = ("PATH", "LANG", "VIRTUAL_ENV", "PYDANTIC_DISABLE_PLUGINS")


@dataclass(frozen=True)
class Outcome:
    """How a run ended: the exit code, or minus the signal; bytes it used beyond what it had at its start; a hang."""

    code: int
    stdout: bytes
    stderr: bytes
    memory: int
    seconds: float
    idle: bool = False

    @property
    def hung(self) -> bool:
        """Whether it had to be ended."""
        return self.idle or self.code in {-signal.SIGXCPU, -signal.SIGKILL} or self.seconds > SECONDS


def warm_up(workspace: Path) -> None:
    """Import all of tcplan, and run it, so that a fork need not make what is made at first use."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for module in pkgutil.walk_packages(tcplan.__path__, "tcplan."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for words in _WARM:
        with redirect_stdout(TextIOWrapper(BytesIO())), redirect_stderr(TextIOWrapper(BytesIO())):
            run([*words, str(workspace)])
    gc.collect()
    gc.freeze()


def run_in_fork(case: Case, root: Path) -> Outcome:
    """Run a case that is built in a folder, in a fork of this process."""
    before = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE
    return _run(case, root, lambda: _call(case), before)


def run_as_program(case: Case, root: Path, before: int) -> Outcome:
    """Run the same as `python -m tcplan`; `before` is what such a program takes for nearly nothing."""
    words = [os.fsencode(word) for word in (sys.executable, "-m", "tcplan", *case.arguments)]
    if max(map(len, words)) >= _LONGEST_WORD:
        return run_in_fork(case, root)
    return _run(case, root, lambda: os.execve(sys.executable, words, _environment(case)), before)  # noqa: S606


def _run(case: Case, root: Path, act: Callable[[], object], before: int) -> Outcome:
    streams = [root.parent / f"{root.name}.{name}" for name in ("stdin", "stdout", "stderr")]
    streams[0].write_bytes(case.typed)
    pid = os.fork()
    if not pid:
        try:
            _prepare(case, root, streams)
            act()
        except BaseException:  # noqa: BLE001 (nothing may go on in the fork but its end)
            traceback.print_exc()
        os._exit(97)
    idle = _wait(pid)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)  # what it has started itself
    _, status, used = os.wait4(pid, 0)
    seconds = used.ru_utime + used.ru_stime
    stdout, stderr = (stream.read_bytes() for stream in streams[1:])
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code, stdout, stderr, max(0, used.ru_maxrss * 1024 - before), seconds, idle)


def _wait(pid: int) -> bool:
    """Wait for a process; one that sleeps and sleeps is asked where, and has to end. Returns whether that was so."""
    end, idle, waited, last = os.pidfd_open(pid), 0, 0, -1
    try:
        poll = select.poll()
        poll.register(end, select.POLLIN)
        while not poll.poll(1000):
            used, waited = _ticks(pid), waited + 1
            idle, last = (idle + 1 if used == last else 0), last if used is None else used
            if idle >= _IDLE or waited > _WALL:
                os.kill(pid, signal.SIGXCPU)  # prints its stack, and ends
                poll.poll(2000)
                return True
    finally:
        os.close(end)
    return False


def _ticks(pid: int) -> int | None:
    """The processor time of a process and of what it has started; None while it runs, or waits for its turn to."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return None if fields[0] == "R" else sum(map(int, fields[11:15]))
    return None


def _environment(case: Case) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "TERM": "dumb", "PYTHONPATH": os.environ.get("PYTHONPATH", ""), **case.environment}


def _prepare(case: Case, root: Path, streams: list[Path]) -> None:
    """In the new process: its folder, streams, limits, and what it does when its time is over."""
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for number, stream in enumerate(streams):
        os.dup2(os.open(stream, os.O_RDONLY if not number else os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.chdir(root / case.cwd)
    faulthandler.register(signal.SIGXCPU, file=2, chain=True)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE, _FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if case.unprivileged:
        obey_permissions()


def _call(case: Case) -> None:
    """Run the command as `tcplan.cli.entry.main` does, but leave without ceremony."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = open(("stdin", "stdout", "stderr").index(name), mode, encoding="utf-8")  # noqa: PTH123, SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    os.environ.clear()
    os.environ.update({name: value for name, value in _environment(case).items() if name != "PYTHONPATH"})
    sys.argv = ["tcplan", *case.arguments]
    gc.disable()
    code = run(list(case.arguments))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(code))
