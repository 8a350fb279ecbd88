"""Two copies of the tool that write into one plan at once: both reports are in it, or one was refused."""

import subprocess
import sys
from pathlib import Path

import pytest
from edits.crashing import AS_NOBODY, NOBODY, command, contents, needs_root, open_folder, workspace

pytestmark = pytest.mark.unmeasured

# For each line that comes in: append it to the plan, and say in a line how that went.
APPEND_EACH = """
import sys
from pathlib import Path
from tcplan.errors import RefusedError
from tcplan.files.replacement import replace_file
file = Path(sys.argv[1])
for line in sys.stdin:
    before = file.read_bytes()
    try:
        print(replace_file(file, before, before + line.encode()) or "written", flush=True)
    except RefusedError as error:
        print(error.message, flush=True)
"""


# For each line that comes in: report it with the real command, and say in a line with which exit code that ended.
# What it imports is imported by a first run, since another user may not read where Python lies.
REPORT_EACH = """
import os, sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from tcplan.cli.entry import run
def report(note, *options):
    output = TextIOWrapper(BytesIO(), "utf-8")
    with redirect_stdout(output), redirect_stderr(output):
        what = ["--rag", "amber", "--note", note, "--date", "2026-06-30", "--in", sys.argv[1]]
        code = run(["update", "1.1", *what, *options])
        output.flush()
    return f"{code} {output.buffer.getvalue()[-300:]!r}"
report("Warming up.", "--dry-run")
if len(sys.argv) > 2:
    os.setgroups([])
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
for line in sys.stdin:
    print(report(line.strip()), flush=True)
"""


def rounds(few: int, many: int) -> pytest.MarkDecorator:
    """How often a race is run: a few times in every run of the tests, many times in a thorough one."""
    return pytest.mark.parametrize("rounds", [few, pytest.param(many, marks=pytest.mark.thorough)])


@rounds(10, 160)
def test_what_two_writers_report_at_once_is_in_the_plan_or_refused(tmp_path: Path, rounds: int) -> None:
    """Nothing of either is lost, and nothing is in the plan that was called refused."""
    file = workspace(tmp_path)
    with appender(file) as one, appender(file) as other:
        race(file, one, other, rounds)


@needs_root
@rounds(5, 40)
def test_writers_of_two_users_keep_out_of_each_other_s_way(rounds: int) -> None:
    """In a folder that both may write in, whichever of them the file belongs to."""
    with open_folder() as folder:
        file = folder / "plan.yaml"
        file.write_text("kind: plan\n")
        file.chmod(0o666)
        with appender(file) as one, appender(file, first=AS_NOBODY) as other:
            race(file, one, other, rounds)


@rounds(2, 12)
def test_of_two_commands_at_once_one_may_be_refused_and_then_changes_nothing(tmp_path: Path, rounds: int) -> None:
    """The whole program, which reads, makes its change and writes."""
    for turn in range(rounds):
        file = workspace(tmp_path / str(turn))
        racing = {note: start(command(file, note=note)) for note in ("First.", "Second.")}
        for note, process in racing.items():
            says = process.communicate()[1]
            assert file.read_text("utf-8").count(note) == (process.returncode == 0)
            assert process.returncode == 0 or (process.returncode == 5 and "has changed since it was read" in says)
        assert any(process.returncode == 0 for process in racing.values())
        assert sorted(contents(file)) == ["institution.yaml", "phase-1.yaml"]


@rounds(8, 100)
def test_two_copies_of_the_tool_at_once_lose_no_report(tmp_path: Path, rounds: int) -> None:
    """Rounds of the real command, each copy with a report of its own."""
    file = workspace(tmp_path)
    with reporter(file) as one, reporter(file) as other:
        race_reports(file, one, other, rounds)


@needs_root
@rounds(4, 100)
def test_two_copies_of_the_tool_started_by_different_users_lose_no_report(rounds: int) -> None:
    """The same, in a folder that both may write in."""
    with open_folder() as folder:
        file = workspace(folder)
        for place in (folder / "plans", file.parent):
            place.chmod(0o777)
        file.chmod(0o666)
        with reporter(file) as one, reporter(file, user=NOBODY) as other:
            race_reports(file, one, other, rounds)


def race_reports(file: Path, one: subprocess.Popen[str], other: subprocess.Popen[str], rounds: int) -> None:
    """Have two processes report at the same time, again and again; what is called written is there, nothing else."""
    for turn in range(rounds):
        asked = {f"One {turn}.": one, f"Other {turn}.": other}
        for note, process in asked.items():
            tell(process, f"{note}\n")
        ended = {note: hear(process) for note, process in asked.items()}
        text = file.read_text("utf-8")
        for note, words in ended.items():
            assert text.count(f"note: {note}\n") == words.startswith("0 "), words
            assert words.startswith("0 ") or (words.startswith("5 ") and "has changed since" in words), words
        assert any(words.startswith("0 ") for words in ended.values())
    assert sorted(contents(file)) == ["institution.yaml", "phase-1.yaml"]


def race(file: Path, one: subprocess.Popen[str], other: subprocess.Popen[str], rounds: int) -> None:
    """Have two processes append a line of their own at the same time, again and again."""
    names = contents(file).keys()
    for turn in range(rounds):
        before = file.read_text("utf-8")
        asked = {f"# one {turn}\n": one, f"# other {turn}\n": other}
        for line, process in asked.items():
            tell(process, line)
        answers = {line: hear(process) for line, process in asked.items()}
        written = [line for line, answer in answers.items() if answer == "written"]
        assert all("has changed since" in answer for line, answer in answers.items() if line not in written)
        assert file.read_text("utf-8") in (before + "".join(written), before + "".join(reversed(written)))
        assert written
    assert contents(file).keys() == names


def start(command: list[str]) -> subprocess.Popen[str]:
    """Start a process to talk to."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def appender(file: Path, first: str = "") -> subprocess.Popen[str]:
    """Start a process that appends what it is given to a file; `first` is what it runs before."""
    return start([sys.executable, "-c", first + APPEND_EACH, str(file)])


def reporter(file: Path, user: int | None = None) -> subprocess.Popen[str]:
    """Start a process that reports what it is given, as another user if one is named."""
    return start([sys.executable, "-c", REPORT_EACH, str(file), *([] if user is None else [str(user)])])


def tell(process: subprocess.Popen[str], line: str) -> None:
    """Send a process a line."""
    assert process.stdin
    process.stdin.write(line)
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    """Wait for a line of a process."""
    assert process.stdout
    return process.stdout.readline().rstrip()
