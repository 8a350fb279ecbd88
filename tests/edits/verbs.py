"""What tests of the commands that change a plan share."""

import json
import shutil
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from support import EXAMPLES

from tcplan.cli.entry import run

PHASE_3 = "plans/northmoor/phase-3.yaml"
DAY = ("--date", "2026-06-30")


def workspace(folder: Path) -> Path:
    """A copy of the example workspace."""
    shutil.copytree(EXAMPLES, folder / "w")
    return folder / "w"


def run_here(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command through the one door, without a process of its own: these tests run a hundred."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(2))
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "100")
        code = run(list(arguments))
    out.flush()
    err.flush()
    printed = [out.buffer.getvalue().decode(), err.buffer.getvalue().decode()]
    return subprocess.CompletedProcess(arguments, code, *printed)


def done(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command that succeeds."""
    result = run_here(*arguments, cwd=cwd)
    assert result.returncode == 0, result.stderr + result.stdout
    return result


def refused(*arguments: str, cwd: Path) -> str:
    """What a command says that is refused and changes nothing, not even a file's time."""
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in cwd.rglob("*") if file.is_file()}
    result = run_here(*arguments, cwd=cwd)
    assert result.returncode in (2, 3, 5), result.stdout + result.stderr
    after = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in cwd.rglob("*") if file.is_file()}
    assert before == after
    return result.stderr


def added_lines(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines that a printed patch adds."""
    return [line[1:] for line in result.stdout.splitlines() if line.startswith("+") and not line.startswith("+++")]


def removed_lines(result: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines that a printed patch takes away."""
    return [line[1:] for line in result.stdout.splitlines() if line.startswith("-") and not line.startswith("---")]


def page(*arguments: str, cwd: Path) -> dict[str, Any]:
    """What a command prints for scripts."""
    found: dict[str, Any] = json.loads(done(*arguments, "--format", "json", cwd=cwd).stdout)
    return found


def sound(cwd: Path) -> bool:
    """Whether nothing in the workspace keeps it from being read, and no reference leads nowhere."""
    return "nothing found" in run_here("validate", "--select", "TC0,TC1", cwd=cwd).stdout
