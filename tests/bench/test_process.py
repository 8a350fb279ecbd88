"""What `make bench` reads of a process that has ended."""

import subprocess
import sys

import pytest
from support import REPOSITORY

from bench.process import Command, CommandFailedError, clean_environment, run
from bench.rounds import measure

CHILD_WORKS = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(30_000_000))'], check=True)"


def python(code: str, *, exits: frozenset[int] = frozenset({0})) -> Command:
    """A command that runs some Python."""
    return Command(code, (sys.executable, "-c", code), exits=exits)


def test_cpu_time_is_counted_and_waiting_is_not() -> None:
    """A process that sleeps has wall time only."""
    sample = run(python("import time; time.sleep(0.5)"))
    assert sample.cpu < 0.4
    assert sample.wall >= 0.5


def test_the_cpu_time_of_child_processes_is_counted() -> None:
    """Else a program with two processes would look twice as good as it is."""
    assert run(python(CHILD_WORKS)).cpu > 0.1


def test_the_peak_is_in_bytes() -> None:
    """A process that holds 300 MB has a peak above that, whatever unit the system counts in."""
    # In a process of its own: a new process shares the memory of the one that starts it until it has its program.
    measured = (
        "import sys; from bench.process import Command, run; print(run(Command('held', tuple(sys.argv[1:]))).peak)"
    )
    words = [sys.executable, "-c", measured, sys.executable, "-c", "held = b'x' * 300_000_000"]
    printed = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
    assert 300_000_000 < int(printed) < 400_000_000


def test_a_command_that_fails_is_not_measured() -> None:
    """A program that cannot be started properly would be the fastest of all."""
    with pytest.raises(CommandFailedError, match="exit code 3"):
        run(python("raise SystemExit(3)"))


def test_an_expected_exit_code_is_measured() -> None:
    """A checker that has found something has done its work."""
    assert run(python("raise SystemExit(1)", exits=frozenset({0, 1}))).wall > 0


def test_variables_that_change_how_a_program_runs_are_left_out() -> None:
    """Those of Python, of tcplan and of coverage."""
    environment = {"PATH": "/bin", "PYTHONPATH": "a", "TCPLAN_TRACEBACK": "1", "COVERAGE_PROCESS_CONFIG": "b"}
    assert clean_environment(environment) == {"PATH": "/bin"}


def test_the_baseline_runs_before_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """All commands are there, and each round is announced, with a dot for each command."""
    measured = measure("small", [python("1"), python("2")], rounds=2, baseline=python("0"))
    assert list(measured) == ["0", "1", "2"]
    assert capsys.readouterr().err == "small: round 1 of 2 ..\nsmall: round 2 of 2 ..\n"
