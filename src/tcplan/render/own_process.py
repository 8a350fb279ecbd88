"""Renders templates of a workspace in a process of its own, which ends when they take too much time or memory.

They may be a stranger's. jinja2's sandbox keeps them from Python, but not from writing `{{ "a" * 10 ** 10 }}`, and no
list of such expressions is ever complete.
"""

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple, Protocol, TypeVar, cast

from tcplan.check.processes import interrupts_held, safe_path
from tcplan.errors import RefusedError, TcplanError
from tcplan.render.environment import make_environment
from tcplan.render.escape import refuse_surrogates
from tcplan.render.limits import SECONDS, join_within_limit, limit_memory, limit_time
from tcplan.render.template_errors import FIX, INTRODUCTION, explain_template_error
from tcplan.render.workspace_templates import FOLDER, WorkspaceLoader
from tcplan.values.plain_text import clean
from tcplan.views.documents.header import RenderedDocument

PATIENCE: Final = 3
"""How many times as long as it may compute a process may last: other processes may be at work on the machine."""

METHOD: Final = "fork" if sys.platform == "linux" else "spawn"


Result_co = TypeVar("Result_co", covariant=True)


class LimitedTask(Protocol[Result_co]):
    """What is done in a process of its own, to which it is sent."""

    def run(self, seconds: float, tell: Callable[[str], object]) -> Result_co:
        """Do it in so many seconds; `tell` is told the name of each template that is loaded."""
        ...


@dataclass(frozen=True, slots=True)
class RenderTask:
    """What is to be rendered, by which template of which workspace."""

    document: RenderedDocument
    to: str
    template: str
    root: Path

    def run(self, seconds: float, tell: Callable[[str], object]) -> str:
        """The document as text."""
        environment = make_environment(self.to, self.root, self.document.head.language)
        loader = WorkspaceLoader.of(environment)
        loader.tell = tell
        try:
            limit_memory()
            limit_time(seconds)
            text = join_within_limit(environment.get_template(self.template).generate(doc=self.document))
            return clean(refuse_surrogates(text))
        except Exception as error:  # noqa: BLE001 (a template can raise any)
            raise explain_template_error(error, environment, loader) from None
        finally:
            limit_time(0)


class _Loaded(NamedTuple):
    """A template that was loaded: if nothing more is heard of the process, it was in this one."""

    name: str


class _Done(NamedTuple):
    """What the task has made."""

    result: object


class _Failed(NamedTuple):
    """What went wrong, as the exception to raise."""

    kind: type[TcplanError]
    message: str
    hint: str


def run_within_limits(task: LimitedTask[Result_co], *, seconds: float = SECONDS) -> Result_co:
    """What a task makes of templates.

    Raises: UsageError for a mistake in a template; RefusedError for one that may not be read or takes too much.
    """
    context = multiprocessing.get_context(METHOD)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(task, theirs, seconds), daemon=True)  # type: ignore[attr-defined]
    with interrupts_held(), safe_path():
        process.start()
    theirs.close()
    try:
        return cast("Result_co", _receive(ours, seconds))
    finally:
        ours.close()
        process.kill()
        process.join()


def _receive(pipe: Connection, seconds: float) -> object:
    """What the process sends in the end; raises what it says went wrong, or what can be told where it says nothing."""
    latest, until = FOLDER, monotonic() + seconds * PATIENCE
    while True:
        try:
            if not pipe.poll(max(0.0, until - monotonic())):
                raise RefusedError(f"{INTRODUCTION}{latest}: it takes more than {seconds:g} seconds", FIX)
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise RefusedError(f"{INTRODUCTION}{latest}: it takes too much time or memory", FIX) from error
        match answer:
            case _Loaded():
                latest = f"{FOLDER}/{answer.name}"
            case _Failed():
                raise answer.kind(answer.message, answer.hint)
            case _Done():
                return answer.result


def _work(task: LimitedTask[object], pipe: Connection, seconds: float) -> None:
    """Do the task in a process of its own, and send what it makes, or the kind of error with its message and hint."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the first process, and that one ends this
    gc.disable()  # as in `cli.entry`
    with suppress(Exception), pipe:
        try:
            answer: _Done | _Failed = _Done(task.run(seconds, lambda name: pipe.send(_Loaded(name))))
        except TcplanError as error:
            answer = _Failed(type(error), error.message, error.hint)
        pipe.send(answer)
