"""Writers in processes of their own, and what strace does to their system calls."""

import fcntl
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from support import close_off, write

from tcplan.files.replacement import replace_file

PLAN = "kind: plan\nformat: 1\ntitle: Plan\nactions:\n  - id: 1.1\n    title: Hold talks\n    updates:\n"
NOTE = "Two of four held."
REPORT = f"      - {{date: 2026-06-30, rag: amber, note: {NOTE}}}\n".encode()

LEFTOVER = re.compile(r"\.tcplan-[0-9a-f]{16}\.tmp")

NOBODY = 65534
# A process of another user, who may not read where Python lies: what it imports is imported before.
AS_NOBODY = f"import os, tcplan.files.replacement; os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="takes root, to be two users")

# What makes the system calls of a Python program the same from run to run.
_SAME_CALLS = {
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "XDG_STATE_HOME": os.devnull,  # what `undo` would keep is another file, and has tests of its own
    "PYTHONSAFEPATH": "1",  # the current folder is listed anew whenever another test writes into it
    "COVERAGE_PROCESS_START": "",
    "COVERAGE_PROCESS_CONFIG": "",
}

# Shows the files of descriptors, and no signals.
_STRACE = ("strace", "--decode-fds=path", "--signal=none")

# What is refused ends as in the entry of the program.
APPEND = f"""
import sys
from pathlib import Path
from tcplan.errors import TcplanError
from tcplan.files.replacement import replace_file
file = Path(sys.argv[1])
before = file.read_bytes()
try:
    print(replace_file(file, before, before + {REPORT!r}), file=sys.stderr)
except TcplanError as error:
    print(error.message, error.hint, sep="\\n", file=sys.stderr)
    sys.exit(error.exit_code)
"""


def writer(file: Path, *, first: str = "") -> list[str]:
    """A small program that appends a report to a plan; `first` is Python to run in its process before."""
    return [sys.executable, "-c", first + APPEND, str(file)]


def command(file: Path, *, note: str = NOTE, first: str = "") -> list[str]:
    """The real command that reports on the plan's action; `first` is Python to run in its process before."""
    program = f"{first}\nfrom tcplan.cli.entry import main\nmain()"
    report = ["--rag", "amber", "--note", note, "--date", "2026-06-30"]
    return [sys.executable, "-c", program, "update", "1.1", *report, "--in", str(file)]


def workspace(folder: Path) -> Path:
    """A workspace of one plan and a neighbour; returns the plan."""
    plans = write(folder, phase_1=PLAN, institution="kind: institution\nformat: 1\nname: U\n") / "plans" / "u"
    return plans / "phase-1.yaml"


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user may write in; those of pytest are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        close_off(top)
        folder = top / "open"
        folder.mkdir()
        folder.chmod(0o777)
        yield folder


def contents(file: Path) -> dict[str, bytes]:
    """What the folder of a file holds, when the last process that writes there has gone."""
    folder = os.open(file.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    os.close(folder)
    return {one.name: one.read_bytes() for one in file.parent.iterdir()}


def without_leftovers(held: dict[str, bytes]) -> dict[str, bytes]:
    """What a folder holds but for the temporary files of writers that were killed, of which each may leave one."""
    return {name: content for name, content in held.items() if not LEFTOVER.fullmatch(name)}


def contents_after_a_write(file: Path) -> dict[str, bytes]:
    """What the folder of a file holds after somebody has written the file, with the content that it has."""
    held = file.read_bytes()
    replace_file(file, held, held)
    return contents(file)


def run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with environment variables beside the usual ones."""
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


class Call(NamedTuple):
    """A system call of a writer: which it is of those of its name, from 1, and of those of the write, from 0."""

    name: str
    when: int
    text: str
    place: int = -1


class Outcome(NamedTuple):
    """How a disturbed writer ended, what it left in the plan's folder, and the plan."""

    call: Call
    code: int
    says: str
    left: dict[str, bytes]
    file: Path


def missing_strace() -> str:
    """Why system calls cannot be tampered with here; empty where they can."""
    try:
        done = run([*_STRACE, "--trace=chdir", "--inject=chdir:error=EIO", "-o", os.devnull, "true"])
    except FileNotFoundError:
        return "strace is not installed"
    return f"strace cannot be used: {done.stderr.strip()}" if done.returncode or done.stderr else ""


def calls_of_write(file: Path) -> list[Call]:
    """The calls on files and processes of a write, from the opening of the folder for the lock to its closing."""
    _, calls = _trace(file, ["--trace=%file,%desc,%process"])
    places = [place for place, call in enumerate(calls) if "<FOLDER>" in call.text]
    first = next(place for place in places if calls[place].name == "flock")
    return [call._replace(place=place) for place, call in enumerate(calls[first - 1 : places[-1] + 1])]


def run_with(fault: str, call: Call, folder: Path) -> Outcome:
    """Run the command in a new workspace; its call fails, as with `error=EIO`, or is its last, with `signal=KILL`."""
    for attempt in "1", "2", "3":
        file = workspace(folder / attempt)
        # To trace the calls of that name only takes a fraction of the time.
        done, calls = _trace(file, [f"--trace={call.name}", f"--inject={call.name}:{fault}:when={call.when}"])
        if any(one[:2] == call[:2] and _places(call.text)[: len(at := _places(one.text))] == at for one in calls):
            return Outcome(call, done.returncode, done.stderr, contents(file), file)
        # Python has looked for its modules with more or fewer calls, since another process has compiled one of them.
        call = calls_of_write(workspace(folder / f"{attempt}-again"))[call.place]
    raise AssertionError(f"{call.text} was not met again")


def _trace(file: Path, options: list[str]) -> tuple[subprocess.CompletedProcess[str], list[Call]]:
    log = file.parent.parent / "strace"
    done = run([*_STRACE, *options, "-o", str(log), *command(file)], **_SAME_CALLS)
    counts: Counter[str] = Counter()
    calls = []
    for line in log.read_text("utf-8").replace(str(file.parent), "FOLDER").splitlines():
        name, bracket, _ = line.partition("(")
        if bracket and name.isidentifier():
            counts[name] += 1
            calls.append(Call(name, counts[name], line))
    return done, calls


def _places(text: str) -> list[str]:
    """The files that a call is about, as far as the log shows them; of a call that failed it shows less."""
    asked = re.sub(r"\.tcplan-[0-9a-f]+|[0-9]+", "#", text.partition(" = ")[0])
    # With spaces, since this may lie in a folder of such a name; but not the mark of a call that did not end.
    return re.findall(r'<(?!unfinished)[^<>]*>|"FOLDER[^"]*"', asked)
