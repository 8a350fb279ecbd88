"""A check in several processes: each reads and checks a share of the institutions, and the findings are the same.

Nearly all that a check asks for is in the folder of the institution, so the folders are shared out. When every process
has read its share, each says which other folders its files mention and is given what to read beside them: no file is
read twice but the frameworks, and the files of institutions that mention each other.
"""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Final, NamedTuple

from tcplan.check.checking import Checked, check, sort_findings
from tcplan.check.listing import MOST_LISTED
from tcplan.check.rule_selection import select_codes
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource, SourcePart
from tcplan.workspace import Workspace, load
from tcplan.workspace.shares import Outside, files_beside, look_outside, share_out

SAFE_PATH_VARIABLE: Final = "PYTHONSAFEPATH"
"""With it Python does not look for modules in the current folder."""


@dataclass(frozen=True, slots=True)
class CheckTask:
    """A check as `check` is asked for it, in what a new process can be given: the settings stand for the codes.

    `names` are all files of the source.
    """

    source: FolderSource
    names: tuple[str, ...]
    wanted: frozenset[str]
    settings: Settings
    as_of: date
    rewound: bool


class _Worker(NamedTuple):
    """A process that was started, and our end of the pipe to it."""

    process: BaseProcess
    pipe: Connection


def check_in_processes(task: CheckTask, processes: int, start_method: str) -> Checked | None:
    """What a check finds, as `check` returns it; None where that has to be found out in one process.

    So it is where there is only one institution, and where a process cannot be started or ends early: what was wrong
    there comes up again here, as it would have without processes.
    """
    shares = share_out(task.source, task.names, processes)
    if len(shares) == 1:
        return None
    workers: list[_Worker] = []
    try:
        for share in shares[1:]:
            workers.append(_start(task, share, start_method))  # noqa: PERF401 (the next may fail, and these be ended)
        return _check_together(task, shares, [worker.pipe for worker in workers])
    except (OSError, EOFError):
        return None
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
            worker.process.join()


def _check_together(task: CheckTask, shares: Sequence[Sequence[str]], pipes: Sequence[Connection]) -> Checked:
    """Check the first share here, and the others at the other ends of the pipes."""
    own = _Share(task, shares[0])
    outsides: list[Outside] = [own.outside(), *(pipe.recv() for pipe in pipes)]
    beside = files_beside(task.names, shares, outsides)
    for pipe, names in zip(pipes, beside[1:], strict=True):
        pipe.send(names)
    parts: list[Checked] = [own.check(beside[0]), *(pipe.recv() for pipe in pipes)]
    return sort_findings(
        [one for part in parts for one in part.findings], [one for part in parts for one in part.accepted]
    )


class _Share:
    """The files that one process reads and checks."""

    def __init__(self, task: CheckTask, names: Sequence[str]) -> None:
        self._task = task
        self._files = {name: load(task.source, name) for name in names}

    def outside(self) -> Outside:
        """What the others have to know of them."""
        return look_outside(self._task.names, self._files.values())

    def check(self, beside: Sequence[str]) -> Checked:
        """What is found in them, with some other files read beside them."""
        task = self._task
        workspace = Workspace(SourcePart(task.source, tuple(sorted((*self._files, *beside)))), self._files)
        wanted = task.wanted.intersection(self._files)
        codes = select_codes(task.settings)
        return check(
            workspace, wanted.__contains__, as_of=task.as_of, rewound=task.rewound, codes=codes, most=MOST_LISTED
        )


def _start(task: CheckTask, share: Sequence[str], start_method: str) -> _Worker:
    context = multiprocessing.get_context(start_method)
    ours, theirs = context.Pipe()
    # A forked process has our end too, and would wait for itself after we are gone.
    inherited = ours if start_method == "fork" else None
    process = context.Process(target=_work, args=(task, share, theirs, inherited), daemon=True)  # type: ignore[attr-defined]
    with interrupts_held(), safe_path():
        process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(task: CheckTask, share: Sequence[str], pipe: Connection, inherited: Connection | None) -> None:
    """Read and check a share in a process of its own; whatever goes wrong, the pipe ends, and nothing is printed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the first process, and that one ends this
    gc.disable()  # as in `cli.entry`
    if inherited is not None:
        inherited.close()
    with suppress(Exception), pipe:
        own = _Share(task, share)
        pipe.send(own.outside())
        pipe.send(own.check(pipe.recv()))


@contextmanager
def safe_path() -> Iterator[None]:
    """Keep the current folder off the path of a process that is started anew: the files in it may be a stranger's."""
    before = os.environ.get(SAFE_PATH_VARIABLE)
    os.environ[SAFE_PATH_VARIABLE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH_VARIABLE]
        else:
            os.environ[SAFE_PATH_VARIABLE] = before


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while a process is started, which inherits that it waits: its own start would end in a traceback.

    Windows knows nothing of the kind.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
