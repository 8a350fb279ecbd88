"""The one entry: no run ends in a traceback, and every end has its exit code."""

import os
import subprocess
import sys

import pytest
from support import REPOSITORY, tcplan, tcplan_process

from tcplan.cli.app import COMMANDS

FAULT = """
import tcplan.reporters
def fail(*_):
    raise {error}
tcplan.reporters.REPORTERS["text"] = fail
from tcplan.cli.entry import main
main()
"""


def run_with(error: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `tcplan validate examples` with a reporter that fails."""
    return subprocess.run(
        [sys.executable, "-c", FAULT.format(error=error), "validate", "examples"],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_fault_of_tcplan_is_said_in_two_lines_with_exit_code_4() -> None:
    """What failed, that it is not the user's fault, and what to report."""
    result = run_with("ZeroDivisionError('never')")
    assert result.returncode == 4
    assert result.stderr.splitlines()[0] == "tcplan: tcplan itself failed: ZeroDivisionError: never"
    assert "TCPLAN_TRACEBACK=1" in result.stderr


def test_a_traceback_is_there_for_those_who_ask() -> None:
    """With the environment variable that the message names."""
    assert "Traceback" in run_with("ZeroDivisionError('never')", TCPLAN_TRACEBACK="1").stderr


def test_an_interrupted_run_is_quiet() -> None:
    """Exit code 130, as a shell expects."""
    result = run_with("KeyboardInterrupt")
    assert (result.returncode, result.stderr) == (130, "")


AT_THE_END = """
import atexit, os, signal
atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))
from tcplan.cli.entry import main
main()
"""

WHILE_EXPLAINING = """
import os, signal
from tcplan.cli.support import failures
failures.explain_end = lambda _: os.kill(os.getpid(), signal.SIGINT)
from tcplan.cli.entry import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends itself a signal")
@pytest.mark.parametrize(
    ("words", "code"),
    [("--version", 0), ("--help", 0), ("status examples", 0), ("rule TC101", 0), ("due nowhere", 3), ("due -x", 2)],
)
def test_ctrl_c_after_the_end_of_a_run_changes_nothing(words: str, code: int) -> None:
    """Neither what is printed nor the exit code: all was done."""
    command = [sys.executable, "-c", AT_THE_END, *words.split()]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    usual = tcplan_process(*words.split())
    assert (result.returncode, result.stdout, result.stderr) == (code, usual.stdout, usual.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="sends itself a signal")
def test_ctrl_c_while_the_end_is_explained_is_quiet_too() -> None:
    """With the exit code of an interrupted run."""
    command = [sys.executable, "-c", WHILE_EXPLAINING, "due", "nowhere"]
    result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["-h"], ["validate", "--help"], *([name, "-h"] for name in COMMANDS)],
)
def test_help_shows_examples_and_exits_cleanly(arguments: list[str]) -> None:
    """Every command says how it is used."""
    result = tcplan(*arguments)
    assert result.returncode == 0
    assert "Usage: " in result.stdout
    assert "Examples:" in result.stdout
    assert "..." not in result.stdout.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("report --as-of 2026-06-30", "--date"),
        ("update 1 --as-of 2026-06-30", "--date"),
        ("close 1 --as-of 2026-06-30", "--date"),
        ("add action --as-of 2026-06-30", "--date"),
        ("status --date 2026-06-30", "--as-of"),
        ("due --date=2026-06-30", "--as-of"),
        ("list --date 2026-06-30", "--as-of"),
    ],
)
def test_a_command_says_with_which_option_it_names_a_day(words: str, other: str) -> None:
    """If that of other commands was typed."""
    result = tcplan(*words.split())
    assert result.returncode == 2
    assert f"help: `tcplan {words.split(maxsplit=1)[0]}` names the day with {other}\n" in result.stderr


@pytest.mark.parametrize("words", ["undo --as-of 2026-06-30", "schema --date 2026", "report --as-off 2026"])
def test_where_no_option_names_a_day_the_help_is_named(words: str) -> None:
    """As for every option that does not exist."""
    assert "--help` shows examples and all options" in tcplan(*words.split()).stderr


def test_without_a_command_the_help_is_shown() -> None:
    """As wrong usage: nothing was done."""
    assert "Commands:" in tcplan().stdout + tcplan().stderr


def test_symbols_that_the_output_cannot_take_do_not_end_the_run() -> None:
    """An ASCII terminal gets replacements."""
    assert tcplan_process("validate", "examples", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.parametrize("arguments", ["status examples", "validate examples", "schema plan", "--version"])
def test_an_output_that_takes_nothing_is_said_and_is_no_fault_of_tcplan(arguments: str) -> None:
    """A full disk; a closed output loses what is printed and nothing else."""
    full = shell(f"{arguments} > /dev/full")
    assert (full.returncode, full.stderr.splitlines()[0]) == (
        5,
        "tcplan: the output cannot be written: No space left on device",
    )
    closed = shell(f"{arguments} >&-")
    assert (closed.returncode, closed.stderr) == (0, "")


def test_exit_codes_hold_when_nothing_can_be_said() -> None:
    """With the error output closed or full, and when the reader of a pipe has gone."""
    assert shell("status nowhere 2>&-").returncode == 3
    assert shell("status nowhere 2>/dev/full").returncode == 3
    assert shell("status examples | true; exit ${PIPESTATUS[0]}").returncode == 0


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash that begins with tcplan's arguments."""
    return subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m tcplan {line}"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("status", "--obj"), "(Possible options: --objectives)"),
        (("validate", "--stat"), "(Possible options: --statistics)"),
        (("validate", "--f"), "(Possible options: --fail-on, --fix, --format)"),
        (("fmt", "--chek"), "--check"),
        (("validate", "--format"), "`tcplan validate --help`"),
        (("update", "1.1.1", "--rag"), "`tcplan update --help`"),
        (("report", "--lead"), "`tcplan report --help`"),
        (("nonsense",), "`tcplan --help`"),
        (("-x",), "`tcplan --help`"),
    ],
)
def test_wrong_usage_names_the_command_and_the_option_that_is_meant(words: tuple[str, ...], says: str) -> None:
    """The help that is named is that of the command; an option that was begun is finished."""
    failed = tcplan(*words)
    assert failed.returncode == 2
    assert says in failed.stderr
