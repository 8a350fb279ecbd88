"""The program git, run so that it only reads: no hook, no filter, no pager and no network, whatever a repository says.

Somebody may look at a repository that others have written, so only commands are run that give out objects as they are,
with settings that keep git from starting another program. What the environment says about a repository (`GIT_DIR` in
a hook) is left out: the folder alone says which one is meant.
"""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.errors import UsageError

MOST_SECONDS: Final = 60
"""How long git may take; it answers in milliseconds unless a disk or the network hangs."""

_CHUNK: Final = 1024 * 1024

_SETTINGS: Final = (
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
    *("-c", "safe.bareRepository=explicit"),  # a repository can hold a folder that looks like another one
)
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",  # older versions know no other way to keep git from fetching what is missing
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # its messages are understood in English
    "LANGUAGE": "C",
}
_KEPT: Final = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""How variables of git begin that are about the person, such as which folders git trusts, and not a repository."""


class GitAnswer(NamedTuple):
    """What git printed; `code` is not 0 where it could not do what it was asked for."""

    code: int
    output: bytes
    messages: str


def ask_git(folder: Path, *arguments: str, typed: bytes = b"") -> GitAnswer:
    """Run a command of git in a folder, with `typed` as its input; only for commands with a short answer.

    Raises: UsageError where there is no git, or it does not end.
    """
    process = _start(folder, arguments, with_messages=True)
    try:
        output, messages = process.communicate(typed, timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
        raise _too_slow() from None
    except BaseException:
        _end(process)
        raise
    return GitAnswer(process.returncode, output, messages.decode("utf-8", "replace").strip())


def stream_git(folder: Path, *arguments: str) -> Iterator[bytes]:
    """The output of a command of git piece by piece, for long answers; whoever has seen enough can stop.

    Raises: OSError where git could not do it; UsageError as `ask_git` does.
    """
    process = _start(folder, arguments, with_messages=False)
    late = threading.Timer(MOST_SECONDS, process.kill)
    late.start()
    try:
        if process.stdout:
            while piece := process.stdout.read(_CHUNK):
                yield piece
        if process.wait() and not late.is_alive():
            raise _too_slow()
        if process.returncode:
            raise OSError(f"`git {arguments[0]}` ended with {process.returncode}")
    finally:
        late.cancel()
        _end(process)


def _start(folder: Path, arguments: tuple[str, ...], *, with_messages: bool) -> "subprocess.Popen[bytes]":
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is not installed, so earlier versions of files cannot be read", _NAME_A_DATE)
    try:
        return subprocess.Popen(
            [program, "-C", str(folder), "--no-pager", *_SETTINGS, *arguments],
            stdin=subprocess.PIPE if with_messages else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if with_messages else subprocess.DEVNULL,
            env=_environment(),
        )
    except (OSError, ValueError) as error:  # it may not be run, or a word holds a null character
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"git cannot be started: {reason}", _NAME_A_DATE) from None


_NAME_A_DATE: Final = "name a date instead, such as 2026-03-31: today's files say what was reported until then"


def _environment() -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return {**inherited, **_ENVIRONMENT}


def _too_slow() -> UsageError:
    return UsageError(f"git did not answer within {MOST_SECONDS} seconds", _NAME_A_DATE)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream:
            stream.close()
