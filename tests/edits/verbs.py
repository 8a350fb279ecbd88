"""What tests of the commands that change a plan share."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from support import EXAMPLES, tcplan

PHASE_3 = "plans/northmoor/phase-3.yaml"
DAY = ("--date", "2026-06-30")


def workspace(folder: Path) -> Path:
    """A copy of the example workspace."""
    shutil.copytree(EXAMPLES, folder / "w")
    return folder / "w"


def run_here(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, on a screen of 100 columns."""
    return tcplan(*arguments, cwd=cwd, COLUMNS="100")


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
