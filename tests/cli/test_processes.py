"""A large workspace is checked in several processes: the same findings, and no process is left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import EXAMPLES, tcplan, tcplan_process

from tcplan.check import processes
from tcplan.cli.support import processes as choice
from tcplan.cli.support import run_checks

HEAD = "format: 1\ntitle: A plan\n"
PAST = f"kind: plan\n{HEAD}period: {{start: 2020-01, end: 2022-12}}\nactions:\n"
NOW = f"kind: plan\n{HEAD}period: {{start: 2023-01, end: 2027-12}}\n"

WORKSPACE = {
    "plans/alder/institution.yaml": "kind: institution\nformat: 1\nname: Alder\n",
    "plans/alder/phase-1.yaml": PAST + "  - {id: 1.1, title: Go on}\n  - {id: 1.2, title: Be left}\n",
    "plans/birch/phase-2.yaml": NOW
    + "follows: alder/phase-1\nactions:\n  - {id: 1, title: A, continues: alder/phase-1/1.1}\n"
    "  - {id: 2, title: B, related: alder/phase-1/7}\n",
    "plans/cedar/phase-1.yaml": NOW + "actions:\n  - {id: 1.1, title: See action birch/phase-2/8 as well}\n",
    "plans/elm/phase-1.yaml": NOW + 'actions:\n  - {id: 1, title: D, related: "\\x61lder/phase-1/9"}\n',
    "plans/fir/phase-1.yaml": NOW + "aligns: [own/1, own/5]\nactions: [{id: 1, title: E}]\n",
    "plans/hazel/phase-1.yaml": NOW + "aligns: lost/1\nactions:\n  - {id: 1, titel: F}\n",
    "plans/oak/phase-1.yaml": "kind: plan\nactions: [\n",
    "plans/oak/own.yaml": "kind: framework\nformat: 1\ntype: list\ntitle: Ours\nitems: [{id: 1, title: First}]\n",
    "plans/alder - Copy/phase-1.yaml": PAST + "  - {id: 1.1, title: Go on}\n  - {id: 1.2, title: Be left}\n",
    "frameworks/lost.yaml": "kind: framework\n: [\n",
    "sheets/june.yaml": "kind: answers\nformat: 1\n",
}
"""Institutions that refer to each other in every way there is, and files that cannot be read."""

EXPECTED = {
    ("TC102", "plans/birch/phase-2.yaml"),
    ("TC102", "plans/elm/phase-1.yaml"),
    ("TC103", "plans/fir/phase-1.yaml"),
    ("TC116", "plans/cedar/phase-1.yaml"),
    ("TC117", "plans/alder/phase-1.yaml"),
    ("TC126", "plans/alder - Copy/phase-1.yaml"),
}
"""What only those find who have read the files of others too."""

START_METHODS = [
    pytest.param("fork", marks=pytest.mark.skipif(sys.platform != "linux", reason="starts processes otherwise")),
    "spawn",
]


def write_file(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of several institutions."""
    for name, text in WORKSPACE.items():
        write_file(tmp_path / name, text)
    (tmp_path / "plans/oak/bytes.yaml").write_bytes(b"\xff\xff")
    return tmp_path


@pytest.fixture
def for_small_ones(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Small workspaces are checked in several processes too, started as on Windows."""
    monkeypatch.setattr(choice, "LEAST_BYTES", {"spawn": 0})
    for module in (choice, run_checks):
        monkeypatch.setattr(module, "START_METHOD", "spawn")
    return monkeypatch


def validate(workspace: Path, number: int, *arguments: str) -> tuple[int, str, str]:
    """The exit code and all that is printed, with a number of processes."""
    words = ("validate", *arguments, "--as-of", "2026-06-30", "--profile", "submission")
    result = tcplan(*words, cwd=workspace, TCPLAN_PROCESSES=str(number))
    return result.returncode, result.stdout, result.stderr


@pytest.mark.usefixtures("for_small_ones")
def test_several_processes_print_the_same_bytes(workspace: Path) -> None:
    """Whichever institution is in whose share."""
    alone = validate(workspace, 1, "--format", "json")
    findings = json.loads(alone[1])["findings"]
    assert {(one["code"], one["file"]) for one in findings} >= EXPECTED
    assert [validate(workspace, number, "--format", "json") for number in (2, 3, 50)] == [alone] * 3


@pytest.mark.usefixtures("for_small_ones")
def test_one_file_is_shown_as_in_one_process(workspace: Path) -> None:
    """And with it nothing of the files that are read beside it."""
    for name in ("plans/birch/phase-2.yaml", "plans/alder"):
        assert validate(workspace, 2, name) == validate(workspace, 1, name)


@pytest.mark.parametrize("method", START_METHODS)
def test_a_process_finds_what_is_expected_however_it_is_started(workspace: Path, method: str) -> None:
    """In a process of its own, as a forked one has no threads."""
    script = (
        "import sys\n"
        "from tcplan.cli.support import processes, run_checks\n"
        "if __name__ == '__main__':\n"
        f"    processes.START_METHOD = run_checks.START_METHOD = '{method}'\n"
        "    processes.LEAST_BYTES = {'fork': 0, 'spawn': 0}\n"
        "    from tcplan.cli.entry import main\n"
        "    main()\n"
    )
    write_file(workspace / "main.py", script)
    words = ["validate", "--format", "json", "--as-of", "2026-06-30", "--profile", "submission"]
    environment = {**os.environ, "TCPLAN_PROCESSES": "3"}
    command = [sys.executable, str(workspace / "main.py"), *words]
    result = subprocess.run(command, cwd=workspace, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == validate(workspace, 1, "--format", "json")


@pytest.mark.parametrize(("step", "error"), [("_start", OSError("no more processes")), ("_check_together", EOFError())])
def test_where_a_process_fails_everything_is_checked_in_one(
    workspace: Path, for_small_ones: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    """It cannot be started, or ends early."""

    def fail(*_: object) -> None:
        raise error

    for_small_ones.setattr(processes, step, fail)
    assert validate(workspace, 2) == validate(workspace, 1)


@pytest.mark.parametrize("stated", ["two", "0", "-1", "1.5"])
def test_what_is_no_number_of_processes_is_wrong_usage(stated: str) -> None:
    """It would be ignored silently otherwise."""
    result = tcplan("validate", EXAMPLES, TCPLAN_PROCESSES=stated)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"TCPLAN_PROCESSES is `{stated}`, not a number of processes" in result.stderr


def test_a_small_workspace_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would take longer."""
    monkeypatch.setitem(sys.modules, "tcplan.check.processes", None)  # an import would fail
    assert tcplan("validate", EXAMPLES, "--as-of", "2026-06-30", TCPLAN_PROCESSES="2").returncode == 0


def large_workspace(folder: Path, institutions: int = 20) -> Path:
    """Work for some hundredths of a second for each institution, which has a plan of two thousand actions."""
    actions = "".join(f"  - {{id: {number}, title: Hold talk {number}}}\n" for number in range(1, 2_001))
    for number in range(institutions):
        write_file(folder / f"plans/institution-{number}/phase-1.yaml", f"{NOW}actions:\n{actions}")
    return folder


ENOUGH = 100
"""So many institutions take seconds to check: a check that is to be interrupted has not ended before."""


@contextmanager
def checking(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A check that has started its other process, as the leader of a group of processes."""
    command = [sys.executable, "-m", "tcplan", "validate", str(folder), "--as-of", "2026-06-30"]
    process = subprocess.Popen(
        command,
        env={**os.environ, "TCPLAN_PROCESSES": "2"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        wait_until(lambda: children.read_text() != "")
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(happened: Callable[[], bool]) -> None:
    """Wait up to half a minute; a busy machine takes its time."""
    until = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.005)


def is_gone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ctrl_c_ends_all_processes_quietly(tmp_path: Path) -> None:
    """With the exit code of an interrupted run."""
    with checking(large_workspace(tmp_path, ENOUGH)) as process:
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate() == (b"", b"")
        assert process.returncode == 130
        wait_until(lambda: is_gone(process.pid))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_process_outlives_one_that_is_killed(tmp_path: Path) -> None:
    """It sees the end of the pipe."""
    with checking(large_workspace(tmp_path, ENOUGH)) as process:
        process.kill()
        assert process.communicate() == (b"", b"")
        wait_until(lambda: is_gone(process.pid))


@pytest.mark.thorough
def test_the_default_is_the_same_too(tmp_path: Path) -> None:
    """On a machine with several cores a large workspace is checked in several processes."""
    words = ("validate", large_workspace(tmp_path), "--as-of", "2026-06-30", "--format", "json")
    assert tcplan_process(*words).stdout == tcplan_process(*words, TCPLAN_PROCESSES="1").stdout
