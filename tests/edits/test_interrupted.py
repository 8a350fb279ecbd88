"""Ctrl-C while a command writes new files or takes a change back: all or nothing, and it says which."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import close_off, tcplan

PLAN = """\
kind: plan
format: 1
title: Phase one
period: {start: 2023-01, end: 2025-12}
actions:
  - {id: 1, title: Publish profiles, lead: HR}
  - {id: 2, title: Buy a van, lead: Library}
"""

INTERRUPTED = 130


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with one plan."""
    folder = tmp_path / "plans" / "eastmoor"
    folder.mkdir(parents=True)
    close_off(tmp_path)
    (folder / "phase-1.yaml").write_text(PLAN)
    (tmp_path / "decided.csv").write_text("id,decision,why\n2,close,No money\n")
    return tmp_path


@contextmanager
def ctrl_c_at_rename(number: int, *, after: bool) -> Iterator[None]:
    """Press Ctrl-C before a file gets its name, or just after it has it."""
    count = 0
    rename = os.replace

    def interrupted(old: Path, new: Path) -> None:
        nonlocal count
        count += 1
        if count == number and not after:
            raise KeyboardInterrupt
        rename(old, new)
        if count == number:
            raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        yield


def state(here: Path) -> tuple[bool, bool]:
    """Whether the next plan is there, and whether the old one is changed."""
    folder = here / "plans" / "eastmoor"
    return (folder / "phase-2.yaml").exists(), (folder / "phase-1.yaml").read_text() != PLAN


CARRY = ("carry", "phase-1", "--into", "phase-2", "--as-of", "2025-12-31", "--decisions", "decided.csv")


@pytest.mark.parametrize(
    ("number", "after", "expected"),
    [
        (1, False, (False, False)),
        (1, True, (False, False)),
        (2, False, (False, False)),
        (2, True, (True, True)),
    ],
)
def test_the_next_plan_and_the_closures_are_written_both_or_neither(
    here: Path, number: int, expected: tuple[bool, bool], *, after: bool
) -> None:
    """Whichever of the two Ctrl-C meets."""
    with ctrl_c_at_rename(number, after=after):
        result = tcplan(*CARRY, cwd=here)
    assert (result.returncode, state(here)) == (INTERRUPTED, expected)
    if all(expected):
        assert "interrupted; all 2 files in plans/eastmoor were written" in result.stderr
    else:
        assert "interrupted; plans/eastmoor/phase-2.yaml was not written" in result.stderr
        assert "plans/eastmoor/phase-1.yaml was not changed" in result.stderr


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("words", [("plan", "phase-2"), ("submission", "stage-3", "--reviews", "phase-1")])
def test_a_new_file_that_is_interrupted_is_removed_again(here: Path, words: tuple[str, ...], *, after: bool) -> None:
    """And the command can be run again."""
    file = here / "plans" / "eastmoor" / f"{words[1]}.yaml"
    with ctrl_c_at_rename(1, after=after):
        result = tcplan("add", *words, cwd=here)
    assert (result.returncode, file.exists()) == (INTERRUPTED, False), result.stderr
    assert f"interrupted; plans/eastmoor/{file.name} was not written" in result.stderr
    assert tcplan("add", *words, cwd=here).returncode == 0
    assert file.exists()


@pytest.mark.parametrize(("number", "after"), [(1, True), (3, False), (3, True), (4, True)])
def test_questions_for_each_are_all_there_or_none(here: Path, number: int, *, after: bool) -> None:
    """With the folder that was made for them."""
    with ctrl_c_at_rename(number, after=after):
        result = tcplan("report", "--questions", "june", "--each", "--date", "2024-06-30", cwd=here)
    assert result.returncode == INTERRUPTED
    assert "interrupted; none of the 4 files in june was written" in result.stderr
    assert not (here / "june").exists()


@pytest.mark.parametrize("after", [False, True])
def test_an_undo_says_whether_it_was_done(here: Path, *, after: bool) -> None:
    """And what it could not forget is in nobody's way afterwards."""
    file = here / "plans" / "eastmoor" / "phase-1.yaml"
    tcplan("set", "1/lead", "IT", cwd=here)
    first = file.read_text()
    tcplan("set", "2/lead", "IT", cwd=here)
    second = file.read_text()
    with ctrl_c_at_rename(1, after=after):
        result = tcplan("undo", cwd=here)
    assert result.returncode == INTERRUPTED
    assert f"phase-1.yaml was {'written' if after else 'not changed'}" in result.stderr
    assert file.read_text() == (first if after else second)
    assert tcplan("undo", cwd=here).returncode == 0
    assert file.read_text() == (PLAN if after else first)


def test_a_file_of_somebody_else_is_not_removed(here: Path) -> None:
    """What was there first stays, when the same name is refused."""
    other = here / "plans" / "eastmoor" / "phase-2.yaml"
    other.write_text("kind: plan\n")
    assert tcplan("add", "plan", "phase-2", cwd=here).returncode == 5
    assert other.read_text() == "kind: plan\n"
