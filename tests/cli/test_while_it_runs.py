"""Files and folders that vanish or become something else while a command runs: findings or refusals, and nothing lost.

A branch that is checked out, or a program that syncs a folder, does this. It happens right before one of the times that
the command opens, lists or looks at something in the workspace.
"""

import builtins
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from support import tcplan, write

PLAN = (
    "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025-01, end: 2027-12}\n"
    "actions:\n  - id: 1\n    title: x\n    due: Dec 2026\n    piority: high\n"
)

COMMANDS = {
    "validate": ("validate",),
    "validate --fix": ("validate", "--fix"),
    "validate --diff": ("validate", "--diff"),
    "validate a file": ("validate", "plans/u/phase-1.yaml"),
    "status": ("status",),
    "render": ("render", "plan"),
    "fmt": ("fmt",),
    "update": ("update", "1", "--rag", "green"),
    "report": ("report", "--questions", "-"),
}

STEPS = (2, 7, 12, 20, 31)
"""At which of the times that something is opened, listed or looked at it happens; `thorough` at each of sixty."""


def away(root: Path) -> None:
    """Rename the folder of the plans."""
    (root / "plans/u").rename(root / ".away")


def away_and_back(root: Path) -> None:
    """The same, with another folder in its place for a moment: what was open is no longer what has the name."""
    away(root)
    (root / ".away").rename(root / "plans/u")


def file_away(root: Path) -> None:
    """Rename the plan."""
    (root / "plans/u/phase-1.yaml").rename(root / ".phase-1.yaml")


def folder_instead(root: Path) -> None:
    """Put a folder in the place of the plan."""
    file_away(root)
    (root / "plans/u/phase-1.yaml").mkdir()


def file_instead(root: Path) -> None:
    """Put a file in the place of the folder."""
    away(root)
    (root / "plans/u").touch()


def link_instead(root: Path) -> None:
    """Put a link out of the workspace in the place of the plan."""
    file_away(root)
    (root / "plans/u/phase-1.yaml").symlink_to("/etc/passwd")


def pipe_instead(root: Path) -> None:
    """Put a pipe that nobody writes to in the place of the plan."""
    file_away(root)
    os.mkfifo(root / "plans/u/phase-1.yaml")


def half_written(root: Path) -> None:
    """Leave half of the plan."""
    file = root / "plans/u/phase-1.yaml"
    file.write_bytes(file.read_bytes()[: len(PLAN) // 2])


CHANGES = (away, away_and_back, file_away, folder_instead, file_instead, link_instead, pipe_instead, half_written)


@contextmanager
def happening(root: Path, step: int, change: Callable[[Path], None], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let something happen right before the workspace is looked at for the so-and-so-many-th time."""
    left = [step]

    def watched(call: Callable[..., Any]) -> Callable[..., Any]:
        def looked(path: Any, *rest: Any, **options: Any) -> Any:
            if isinstance(path, (str, Path)) and root.name in str(Path(path).absolute()):
                left[0] -= 1
                if left[0] == -1:
                    change(root)
            return call(path, *rest, **options)

        return looked

    with patch.context() as patched:
        for module, name in ((os, "open"), (os, "scandir"), (os, "stat"), (builtins, "open")):
            patched.setattr(module, name, watched(getattr(module, name)))
        yield


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_changes_while_a_command_runs_is_no_fault(
    tmp_path: Path, command: tuple[str, ...], change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code says that there are findings, nothing to read or a refusal; nothing from elsewhere is shown."""
    for step in STEPS:
        run_while(tmp_path / f"workspace-{step}", command, step, change, monkeypatch)


@pytest.mark.thorough
@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_nor_at_any_other_step(
    tmp_path: Path, command: tuple[str, ...], change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first on."""
    for step in range(60):
        run_while(tmp_path / f"workspace-{step}", command, step, change, monkeypatch)


def run_while(
    root: Path, command: tuple[str, ...], step: int, change: Callable[[Path], None], patch: pytest.MonkeyPatch
) -> None:
    """Run a command in a new workspace, and let something happen to it."""
    write(root, phase_1=PLAN)
    (root / "tcplan.toml").touch()
    with happening(root, step, change, patch):
        result = tcplan(*command, cwd=root)
    said = result.stdout + result.stderr
    assert result.returncode in (0, 1, 2, 3, 5), said
    assert "tcplan itself failed" not in said
    assert "root:" not in said
