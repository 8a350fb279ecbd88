"""What tests of whole commands share: how to run a command, and how to give it files."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tcplan.cli.entry import run

REPOSITORY = Path(__file__).parent.parent
EXAMPLES = REPOSITORY / "examples"

READ_AT_START = ("PYTHON", "LC_", "LANG", "TZ", "LD_")
"""How the names of variables begin that a process reads only once, at its start or at first use."""


def tcplan(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `tcplan` with the arguments, from a folder, with more environment variables than the usual ones.

    `typed` is what it reads from standard input. It runs inside this process, which saves five sixths of the time;
    `tcplan_process` is for tests of what only a process has: variables read at its start, signals, a terminal,
    the encoding of its streams, or the order of its sets.
    """
    return _in_text(tcplan_bytes(*arguments, cwd=cwd, typed=typed, **environment))


def tcplan_process(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the same in a process of its own."""
    return _in_text(tcplan_process_bytes(*arguments, cwd=cwd, typed=typed, **environment))


def tcplan_bytes(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `tcplan` as `tcplan` does; the output stays bytes."""
    if fixed := [name for name in environment if name.startswith(READ_AT_START)]:
        raise ValueError(f"{fixed[0]} is read when a process starts: use `tcplan_process`")
    words = [str(one) for one in arguments]
    streams = {"stdin": _stream(_encoded(typed)), "stdout": _stream(), "stderr": _stream()}
    # The original streams of the process too: the width of their terminal is used if COLUMNS is not set.
    originals = {f"__{name}__": stream for name, stream in streams.items()}
    replaced: dict[str, Any] = {"argv": ["tcplan", *words], **streams, **originals}
    with chdir(cwd or REPOSITORY), patch.dict(os.environ, environment), patch.multiple(sys, **replaced):
        code = run(words)
    return subprocess.CompletedProcess(words, int(code), _written(streams["stdout"]), _written(streams["stderr"]))


def tcplan_process_bytes(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `tcplan` as `tcplan_process` does; the output stays bytes."""
    return subprocess.run(
        [sys.executable, "-m", "tcplan", *map(str, arguments)],
        cwd=cwd or REPOSITORY,
        env={**os.environ, **environment},
        input=_encoded(typed),
        capture_output=True,
        check=False,
    )


def _stream(content: bytes = b"") -> TextIOWrapper:
    """A standard stream like a pipe: UTF-8 text over bytes, not a terminal."""
    return TextIOWrapper(BytesIO(content), "utf-8")


def _written(stream: TextIOWrapper) -> bytes:
    stream.flush()
    stream.seek(0)
    return bytes(stream.buffer.read())


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _in_text(result: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    """The same with the output as text; line ends stay as they are."""
    printed = result.stdout.decode(), result.stderr.decode()
    return subprocess.CompletedProcess(result.args, result.returncode, *printed)


def close_off(folder: Path) -> None:
    """Make a folder the last one in which a workspace is looked for: the search stops at the top of a repository.

    Otherwise the files in it could belong to a stray `plans/` or `tcplan.toml` above it.
    """
    (folder / ".git").mkdir()


@contextmanager
def without_privileges() -> Iterator[None]:
    """Take root's right to open everything away for a while, so that the modes of its own files count.

    A user who is not root has no such right, and nothing is done.
    """
    if os.geteuid() != 0:
        yield
        return
    system, header = (
        ctypes.CDLL(None, use_errno=True),
        (ctypes.c_uint32 * 2)(0x20080522, 0),
    )  # capabilities(7), version 3
    sets = (ctypes.c_uint32 * 6)()
    system.capget(header, sets)
    effective = sets[0]
    sets[0] = effective & ~0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    system.capset(header, sets)
    try:
        yield
    finally:
        sets[0] = effective
        system.capset(header, sets)


def write(folder: Path, **files: str) -> Path:
    """Write plan files into a workspace: `phase_1="..."` becomes plans/u/phase-1.yaml. Returns the workspace."""
    plans = folder / "plans" / "u"
    plans.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (plans / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder
