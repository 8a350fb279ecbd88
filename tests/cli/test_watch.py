"""`tcplan validate --watch`: one report after each change, until Ctrl-C."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from support import tcplan, write

PLAN = "kind: plan\nformat: 1\ntitle: A plan\n"
SOUND = PLAN + "actions: [{id: 1, title: One}]\n"
BROKEN = PLAN + "actions: [{id: 1, titel: One}]\n"
COMMAND = (sys.executable, "-m", "tcplan", "validate", "--watch", "--profile", "draft", "--as-of", "2026-06-30")
PATIENCE = 60.0
"""Seconds; a busy machine takes its time."""


@dataclass
class Watching:
    """A `tcplan` that watches, and the files that take what it says."""

    process: subprocess.Popen[bytes]
    out: Path
    err: Path

    def wait_for(self, words: str, count: int = 1) -> str:
        """What it has printed, once it has printed some words this many times."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            said = self.out.read_text("utf-8") + self.err.read_text("utf-8")
            if said.count(words) >= count:
                return said
            time.sleep(0.05)
        pytest.fail(f"never said {words!r} {count} times: {self.out.read_text('utf-8')}{self.err.read_text('utf-8')}")

    def interrupt(self) -> int:
        """Ctrl-C; returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(workspace: Path, *arguments: str, stdout: int | IO[bytes] | None = None) -> Iterator[Watching]:
    """Start `tcplan` in the workspace; it is gone afterwards."""
    out, err = workspace.parent / "out", workspace.parent / "err"
    with out.open("wb") as out_file, err.open("wb") as err_file:
        process = subprocess.Popen([*COMMAND, *arguments], cwd=workspace, stdout=stdout or out_file, stderr=err_file)
    try:
        yield Watching(process, out, err)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()


def save(workspace: Path, text: str, name: str = "plan") -> None:
    """Write a plan as editors do: whole, in the place of the old one, so that nobody reads half of it."""
    new = workspace / f".{name}.new"
    new.write_text(text, "utf-8")
    new.replace(workspace / f"plans/u/{name}.yaml")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace without a mistake."""
    (tmp_path / "w").mkdir()
    return write(tmp_path / "w", plan=SOUND)


def test_each_change_brings_a_report_and_ctrl_c_ends_it(workspace: Path) -> None:
    """What changed is said, with the time; the exit code is that of every interrupted run."""
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        save(workspace, BROKEN)
        said = tcplan.wait_for("watching for changes", 2)
        assert "nothing found" in said
        assert "did you mean `title`?" in said
        assert "changed: plans/u/plan.yaml" in said
        save(workspace, SOUND)
        assert tcplan.wait_for("watching for changes", 3).count("nothing found") == 2
        assert tcplan.interrupt() == 130
        assert "\x1b" not in tcplan.out.read_text("utf-8")
        assert "Traceback" not in tcplan.err.read_text("utf-8")


def test_other_files_bring_no_report(workspace: Path) -> None:
    """Nor do hidden ones, such as those that an editor puts beside what it saves."""
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        (workspace / "notes.txt").write_text("x")
        (workspace / "plans/u/.plan.yaml.swp").write_text("x")
        (workspace / "plans/u/.#plan.yaml").write_text("x")
        (workspace / ".git").mkdir()
        (workspace / ".git/x.yaml").write_text("x")
        time.sleep(1)
        save(workspace, BROKEN, "phase-2")
        said = tcplan.wait_for("watching for changes", 2)
        assert said.count("changed: ") == 1
        assert "changed: plans/u/phase-2.yaml" in said


def test_settings_that_are_being_edited_are_waited_out(workspace: Path) -> None:
    """They bring a report too, once they can be read."""
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        (workspace / "tcplan.toml").write_text("exclud = []\n")
        tcplan.wait_for("did you mean `exclude`?")
        (workspace / "tcplan.toml").write_text("exclude = []\n")
        assert tcplan.wait_for("nothing found", 2)


def test_reports_in_files_are_written_anew(workspace: Path) -> None:
    """With each look."""
    with watching(workspace, "-o", "gitlab=quality.json") as tcplan:
        tcplan.wait_for("watching for changes")
        assert (workspace / "quality.json").read_text("utf-8") == "[]\n"
        save(workspace, BROKEN)
        tcplan.wait_for("watching for changes", 2)
        assert "TC012" in (workspace / "quality.json").read_text("utf-8")


def test_all_workspaces_that_are_named_are_watched(workspace: Path) -> None:
    """Each with the files below it."""
    other = write(workspace.parent / "other", plan=SOUND)
    with watching(workspace, "plans", "../other") as tcplan:
        tcplan.wait_for("watching for changes")
        save(other, BROKEN)
        assert "changed: ../other/plans/u/plan.yaml" in tcplan.wait_for("watching for changes", 2)


def test_the_name_of_a_file_is_no_command_for_the_terminal(workspace: Path) -> None:
    """Its control characters are shown as their codes."""
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        save(workspace, SOUND, "a\x1b[2Jb\nc")
        said = tcplan.wait_for("watching for changes", 2)
        assert "changed: plans/u/a<U+001B>[2Jb<U+000A>c.yaml" in said
        assert "\x1b" not in said


def test_a_terminal_is_cleared_between_reports(workspace: Path) -> None:
    """A terminal alone: in a file one report follows the other."""
    controller, terminal = pty.openpty()
    with watching(workspace, stdout=terminal) as tcplan:
        tcplan.wait_for("watching for changes")
        save(workspace, BROKEN)
        tcplan.wait_for("watching for changes", 2)
        shown = os.read(controller, 65_536)
    os.close(terminal)
    os.close(controller)
    assert shown.count(b"\x1b[2J") == 1
    assert b"titel" in shown


def test_what_stops_the_first_look_stops_the_run(tmp_path: Path) -> None:
    """There is nothing to watch yet."""
    result = tcplan("validate", "--watch", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (3, "")


def test_without_the_library_it_is_said_how_to_install_it(workspace: Path) -> None:
    """It is an extra, which few need."""
    script = "import sys; sys.modules['watchfiles'] = None\nfrom tcplan.cli.entry import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", script, "validate", "--watch"],
        cwd=workspace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "pip install watchfiles" in result.stderr


def _move_in(workspace: Path) -> None:
    write(workspace.parent / "elsewhere", plan=BROKEN)
    (workspace.parent / "elsewhere/plans/u").rename(workspace / "plans/second")


def _move_in_a_tree(workspace: Path) -> None:
    write(workspace.parent / "elsewhere", plan=BROKEN)
    (workspace.parent / "elsewhere/plans").rename(workspace / "more")


def _rename_folder(workspace: Path) -> None:
    (workspace / "plans/u").rename(workspace / "plans/v")


def _rename_file(workspace: Path) -> None:
    (workspace / "plans/u/plan.yaml").rename(workspace / "plans/u/phase-1.yaml")


def _delete_file(workspace: Path) -> None:
    (workspace / "plans/u/other.yaml").unlink()


def _delete_folder(workspace: Path) -> None:
    shutil.rmtree(workspace / "plans/third")


def _move_out(workspace: Path) -> None:
    (workspace / "plans/third").rename(workspace.parent / "third")


def _keep_the_time(workspace: Path) -> None:
    file = workspace / "plans/u/plan.yaml"
    before = file.stat()
    file.write_text(BROKEN)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _move_an_older_file_over_it(workspace: Path) -> None:
    older = workspace.parent / "older.yaml"
    older.write_text(BROKEN)
    os.utime(older, (0, 0))
    older.replace(workspace / "plans/u/plan.yaml")


def _retarget_link(workspace: Path) -> None:
    link = workspace / "plans/u/new"
    link.symlink_to("../../.store/two.yaml")
    link.replace(workspace / "plans/u/linked.yaml")


def _change_what_a_link_leads_to(workspace: Path) -> None:
    (workspace / ".store/one.yaml").write_text(BROKEN)


def _set(workspace: Path) -> None:
    (workspace / "tcplan.toml").write_text('exclude = ["plans/third"]\n')


def _template(workspace: Path) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates/plan.html.jinja").write_text("x")


@pytest.mark.parametrize(
    "change",
    [
        _move_in,
        _move_in_a_tree,
        _rename_folder,
        _rename_file,
        _delete_file,
        _delete_folder,
        _move_out,
        _keep_the_time,
        _move_an_older_file_over_it,
        _retarget_link,
        _change_what_a_link_leads_to,
        _set,
        _template,
    ],
    ids=lambda change: change.__name__.strip("_"),
)
def test_every_kind_of_change_is_noticed(workspace: Path, change: Callable[[Path], None]) -> None:
    """Also those for which the system reports no file, or a file that tcplan does not read by that name."""
    write(workspace, plan=SOUND, other=SOUND.replace("A plan", "Another"))
    (workspace / ".store").mkdir()
    for name in ("one", "two"):
        (workspace / f".store/{name}.yaml").write_text(SOUND.replace("A plan", name))
    (workspace / "plans/u/linked.yaml").symlink_to("../../.store/one.yaml")
    (workspace / "plans/third").mkdir()
    (workspace / "plans/third/plan.yaml").write_text(SOUND)
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        change(workspace)
        assert "changed: " in tcplan.wait_for("watching for changes", 2)
        time.sleep(1)
        assert tcplan.wait_for("watching for changes", 2).count("changed: ") == 1


def test_a_file_in_a_folder_that_was_moved_in_is_watched(workspace: Path) -> None:
    """From then on like all others."""
    with watching(workspace) as tcplan:
        tcplan.wait_for("watching for changes")
        _move_in(workspace)
        tcplan.wait_for("watching for changes", 2)
        (workspace / "plans/second/plan.yaml").write_text(SOUND)
        assert "changed: plans/second/plan.yaml" in tcplan.wait_for("watching for changes", 3)
