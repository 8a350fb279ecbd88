"""What tests of whole commands share: how a command is run, and where it is given files."""

import os
import subprocess
import sys
from contextlib import chdir
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tcplan.cli.entry import run

REPOSITORY = Path(__file__).parent.parent
EXAMPLES = REPOSITORY / "examples"

READ_AT_START = ("PYTHON", "LC_", "LANG", "TZ", "LD_")
"""How the names of variables begin that a process reads once: set later, they change nothing, or all that follows."""


def tcplan(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `tcplan` with the arguments, from a folder, with environment variables beside the usual ones.

    `typed` is what it reads from its standard input. It runs inside this process, which saves five sixths of the time;
    `tcplan_process` is for tests of what a process of its own has: variables read at its start, signals, a terminal,
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
    """Run `tcplan` as `tcplan` does; what it prints is left as bytes."""
    if fixed := [name for name in environment if name.startswith(READ_AT_START)]:
        raise ValueError(f"{fixed[0]} is read when a process starts: take `tcplan_process`")
    words = [str(one) for one in arguments]
    streams = {"stdin": _stream(_encoded(typed)), "stdout": _stream(), "stderr": _stream()}
    # The streams that the process began with too: their terminal's width is asked for where COLUMNS is not set.
    originals = {f"__{name}__": stream for name, stream in streams.items()}
    replaced: dict[str, Any] = {"argv": ["tcplan", *words], **streams, **originals}
    with chdir(cwd or REPOSITORY), patch.dict(os.environ, environment), patch.multiple(sys, **replaced):
        code = run(words)
    return subprocess.CompletedProcess(words, int(code), _written(streams["stdout"]), _written(streams["stderr"]))


def tcplan_process_bytes(
    *arguments: str | Path, cwd: Path | None = None, typed: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `tcplan` as `tcplan_process` does; what it prints is left as bytes."""
    return subprocess.run(
        [sys.executable, "-m", "tcplan", *map(str, arguments)],
        cwd=cwd or REPOSITORY,
        env={**os.environ, **environment},
        input=_encoded(typed),
        capture_output=True,
        check=False,
    )


def _stream(content: bytes = b"") -> TextIOWrapper:
    """A standard stream as a pipe is one: text in UTF-8 over bytes, and no terminal."""
    return TextIOWrapper(BytesIO(content), "utf-8")


def _written(stream: TextIOWrapper) -> bytes:
    stream.flush()
    stream.seek(0)
    return bytes(stream.buffer.read())


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _in_text(result: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    """The same with what was printed as text; the ends of its lines stay as they are."""
    printed = result.stdout.decode(), result.stderr.decode()
    return subprocess.CompletedProcess(result.args, result.returncode, *printed)


def close_off(folder: Path) -> None:
    """Make a folder the end of the way up on which a workspace is looked for: the top of a repository is one.

    Else a stray `plans/` or `tcplan.toml` above it would be taken for what the files in it belong to.
    """
    (folder / ".git").mkdir()


def write(folder: Path, **files: str) -> Path:
    """Write plan files into a workspace: `phase_1="..."` becomes plans/u/phase-1.yaml. Returns the workspace."""
    plans = folder / "plans" / "u"
    plans.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (plans / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder
