"""Files that vanish, change or turn into something else while a command runs: refusals, never a fault of tcplan."""

import random
import threading
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from support import tcplan

from tcplan.check import check
from tcplan.edits.fixing import fix
from tcplan.files.settings import Settings
from tcplan.findings.codes import CODES
from tcplan.workspace import Workspace

PLAN = """\
kind: plan
format: 1
title: A plan
actions:
  - id: 1
    titel: One
    lead: HR
  - id: 2
    title: Two
"""
SECONDS = 1.0


class Vanishing:
    """A source whose files are there when they are first listed, and not later."""

    settings = Settings()

    def __init__(self) -> None:
        self.listed = 0

    def names(self) -> tuple[str, ...]:
        """All files, once."""
        self.listed += 1
        return ("plans/u/other.yaml", "plans/u/plan.yaml") if self.listed == 1 else ()

    def read(self, name: str) -> bytes:
        """The same text in each."""
        return PLAN.replace("A plan", name).encode()


def test_a_folder_that_is_renamed_while_it_is_fixed_changes_nothing_of_that() -> None:
    """The files are fixed as they were listed and read; whether they are still there is found when they are written."""
    found = fix(
        Workspace(Vanishing()),
        ["plans/u/plan.yaml"],
        partial(check, as_of=date(2026, 6, 30), rewound=False),
        frozenset(CODES),
    )
    assert [b"title: One" in file.after for file in found.files] == [True]


def _rename(path: Path) -> None:
    spare = path.with_name(f".{path.name}")
    path.rename(spare)
    time.sleep(0.005)
    spare.rename(path)


def _replace(make: Callable[[Path], object], path: Path) -> None:
    spare = path.with_name(f".{path.name}")
    path.rename(spare)
    make(path)
    time.sleep(0.005)
    path.rmdir() if path.is_dir() else path.unlink()
    spare.rename(path)


def _empty(path: Path) -> None:
    path.write_text("")
    time.sleep(0.005)
    path.write_text(PLAN)


DISTURBANCES: dict[str, Callable[[Path], None]] = {
    "its folder is renamed away and back": lambda file: _rename(file.parent),
    "the folder above is renamed away and back": lambda file: _rename(file.parents[1]),
    "it is renamed away and back": _rename,
    "a folder is in its place": partial(_replace, Path.mkdir),
    "a link to itself is in its place": partial(_replace, lambda path: path.symlink_to(path.name)),
    "it is empty": _empty,
}
COMMANDS = [
    ("validate", "--fix"),
    ("fmt",),
    ("update", "1", "--rag", "green"),
    ("set", "1/lead", "Library"),
    ("close", "2", "--as", "withdrawn", "--why", "x"),
    ("add", "action", "--title", "New"),
]


@pytest.mark.parametrize("disturbance", DISTURBANCES)
def test_no_command_fails_in_a_workspace_that_changes_under_it(tmp_path: Path, disturbance: str) -> None:
    """For a second, each command as often as it can be run."""
    file, rng, until = tmp_path / "plans/u/plan.yaml", random.Random(disturbance), time.monotonic() + SECONDS
    file.parent.mkdir(parents=True)
    file.write_text(PLAN)
    done = threading.Event()
    thread = threading.Thread(target=_disturb, args=(DISTURBANCES[disturbance], file, rng, done))
    thread.start()
    try:
        while time.monotonic() < until:
            for command in COMMANDS:
                result = tcplan(*command, cwd=tmp_path)
                assert result.returncode in (0, 1, 2, 3, 5), (command, result.stderr)
                assert "tcplan itself failed" not in result.stderr
    finally:
        done.set()
        thread.join()


def _disturb(disturb: Callable[[Path], None], file: Path, rng: random.Random, done: threading.Event) -> None:
    while not done.is_set():
        try:
            disturb(file)
        except OSError:  # a command was faster
            spare = file.with_name(f".{file.name}")
            if spare.exists() and not file.exists():
                spare.replace(file)
        time.sleep(rng.random() / 100)
