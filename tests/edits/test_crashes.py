"""A write that is killed, or fails, at any of its system calls: the plan is old or new, whole.

A writer that fails leaves nothing else in the folder. One that is killed may leave a temporary file, which the next
write removes.
"""

import fcntl
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from edits.crashing import (
    REPORT,
    Call,
    Outcome,
    calls_of_write,
    command,
    contents,
    contents_after_a_write,
    missing_strace,
    run,
    run_with,
    without_leftovers,
    workspace,
    writer,
)

KILLED = -9

shares = pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.thorough)])
"""Of the system calls of a write every twelfth is disturbed in every run of the tests, every one in a thorough one."""

pytestmark = pytest.mark.unmeasured


@pytest.fixture
def _strace() -> None:
    """Skip where there is no strace; where TCPLAN_NEED_STRACE is set, as in CI, fail."""
    reason = missing_strace()
    if reason and os.environ.get("TCPLAN_NEED_STRACE"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture
def old(tmp_path: Path) -> dict[str, bytes]:
    """What the plan's folder holds before a write."""
    return contents(workspace(tmp_path / "old"))


@pytest.fixture
def new(tmp_path: Path, old: dict[str, bytes]) -> dict[str, bytes]:
    """What it holds after a write that nothing disturbs."""
    file = workspace(tmp_path / "new")
    assert run(command(file)).returncode == 0
    left = contents(file)
    assert left.keys() == old.keys()
    assert left != old
    return left


@pytest.mark.usefixtures("_strace")
@shares
def test_a_writer_that_is_killed_at_any_call_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], every: int
) -> None:
    """The old one up to the renaming, the new one from then on; and after the next write nothing else."""
    outcomes = list(disturbed(tmp_path, "signal=KILL", every))
    renaming = next(place for place, one in enumerate(outcomes) if renames(one.call))
    for place, (call, code, _, left, file) in enumerate(outcomes):
        expected = old if place <= renaming else new
        assert code == KILLED, call
        assert without_leftovers(left) == expected, call
        assert len(left) <= len(expected) + 1, call
        assert contents_after_a_write(file) == expected, call
    assert any(len(one.left) > len(old) for one in outcomes)


@pytest.mark.usefixtures("_strace")
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
@shares
def test_a_writer_whose_call_fails_refuses_or_has_written(
    tmp_path: Path, old: dict[str, bytes], new: dict[str, bytes], error: str, every: int
) -> None:
    """Any call on the plan or its folder; the exit code says which, a refusal says why."""
    for call, code, says, left, _ in disturbed(tmp_path, f"error={error}", every, lambda call: "FOLDER" in call.text):
        assert (code, left) in [(0, new), (5, old)], call
        assert "Traceback" not in says, call
        assert code == 0 or "phase-1.yaml cannot be written: " in says, call


@pytest.mark.usefixtures("_strace")
def test_the_content_is_on_the_disk_before_it_has_its_name(tmp_path: Path) -> None:
    """And the name before it is said to be written: a power cut in between loses nothing."""
    calls = [call for call in calls_of_write(workspace(tmp_path)) if re.match("write|fsync|rename", call.name)]
    assert [call.name.removesuffix("at2").removesuffix("at") for call in calls] == ["write", "fsync", "rename", "fsync"]
    assert [".tmp>" in call.text for call in calls] == [True, True, False, False]


@pytest.mark.usefixtures("_strace")
@pytest.mark.parametrize(
    ("error", "says"),
    [("EIO", "was written, but the disk did not confirm it (Input/output error): keep a copy of it"), ("EINVAL", "")],
)
def test_a_folder_that_cannot_be_confirmed_is_reported_when_the_disk_has_failed(
    tmp_path: Path, new: dict[str, bytes], error: str, says: str
) -> None:
    """Not when the file system has no such thing."""
    confirming = [call for call in calls_of_write(workspace(tmp_path / "calls" / "1")) if call.name == "fsync"][-1]
    outcome = run_with(f"error={error}", confirming, tmp_path / "failing")
    assert (outcome.code, outcome.left) == (0, new)
    assert says in outcome.says
    assert bool(says) == ("confirm" in outcome.says)


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.thorough)])
def test_a_writer_that_is_killed_at_any_time_leaves_the_old_file_or_the_new_one(tmp_path: Path, step: int) -> None:
    """Without strace: up to forty times, from the moment on that it has locked the folder, a little later each time."""
    old = contents(workspace(tmp_path / "old"))
    codes = []
    for turn in range(0, 40, step):
        file = workspace(tmp_path / str(turn))
        with subprocess.Popen(writer(file), stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not is_locked(file.parent):
                time.sleep(0.0002)
            time.sleep(turn * 0.0002)
            process.kill()
        codes.append(process.returncode)
        left = contents_after_a_write(file)
        reports = left["phase-1.yaml"].removeprefix(old["phase-1.yaml"])
        assert left == old | {"phase-1.yaml": old["phase-1.yaml"] + reports}
        assert (reports == REPORT) if process.returncode == 0 else reports in (b"", REPORT)
    assert KILLED in codes


@pytest.mark.parametrize(("event", "leftovers"), [("open", 0), ("os.chmod", 1), ("os.rename", 1)])
def test_a_writer_that_dies_at_a_step_leaves_the_old_file_and_what_the_next_write_removes(
    tmp_path: Path, old: dict[str, bytes], event: str, leftovers: int
) -> None:
    """Without strace: as it makes, changes and renames its temporary file; all of its terminal dies with it."""
    die = f"""
import os, sys
def hook(event, arguments):
    if event == {event!r} and str(arguments[0]).endswith(".tmp"):
        os.killpg(0, 9)
os.setsid()
sys.addaudithook(hook)
"""
    file = workspace(tmp_path / "w")
    assert run(command(file, first=die)).returncode == KILLED
    left = contents(file)
    assert (without_leftovers(left), len(left)) == (old, len(old) + leftovers)
    assert contents_after_a_write(file) == old


def disturbed(
    tmp_path: Path, fault: str, every: int, chosen: Callable[[Call], bool] = lambda _: True
) -> Iterator[Outcome]:
    """Run the command once for every so many of its calls, which then fails, in a workspace of its own each time.

    The call that renames is always among them.
    """

    def disturb(call: Call) -> Outcome:
        return run_with(fault, call, tmp_path / f"{call.name}-{call.when}")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        calls = list(filter(chosen, calls_of_write(workspace(tmp_path / "calls" / "1"))))
        yield from pool.map(disturb, [call for place, call in enumerate(calls) if place % every == 0 or renames(call)])


def renames(call: Call) -> bool:
    """Whether it is the call that puts the new file in the place of the old one."""
    return call.name.startswith("rename")


def is_locked(folder: Path) -> bool:
    """Whether a writer has locked the folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
