"""The workspaces that `make bench` measures: sound, of the size that is said, and the same each time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support import tcplan

from bench.corpus import Corpus, copies, generated_plan, one_plan

AS_OF = "2026-06-30"


def small_generated_plan(folder: Path) -> Corpus:
    """A generated plan of 60 actions."""
    return generated_plan(folder, pillars=2, objectives=3, actions=10)


@pytest.mark.parametrize("make", [one_plan, lambda folder: copies(folder, 2), small_generated_plan])
def test_a_workspace_has_no_errors(make: Callable[[Path], Corpus], tmp_path: Path) -> None:
    """Else a faster run might be one that gives up sooner."""
    result = tcplan("validate", make(tmp_path / "workspace").folder, "--as-of", AS_OF)
    assert result.returncode == 0, result.stdout
    assert "error" not in result.stdout.splitlines()[-1]


def test_copies_are_institutions_of_their_own(tmp_path: Path) -> None:
    """Ten files and three plans for each."""
    corpus = copies(tmp_path / "workspace", 4)
    assert (len(corpus.files), len(corpus.plans)) == (40, 12)
    assert corpus.bytes == sum(len(file.read_bytes()) for file in corpus.files)


def test_the_generated_plan_is_the_same_each_time_and_of_its_size(tmp_path: Path) -> None:
    """Ten thousand actions, each with one report."""
    text, again = (generated_plan(tmp_path / name).plans[0].read_text("utf-8") for name in ("one", "two"))
    assert text == again
    assert text.count("    success: ") == text.count("    updates:\n") == 10_000
