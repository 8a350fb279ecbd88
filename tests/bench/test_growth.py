"""The plans that `make bench BENCH=growth` measures every command on, and what is said of the measurements."""

from pathlib import Path

import pytest
from support import tcplan

from bench.full_plan import full_plan
from bench.growth import MEASURED, WITH_MISTAKES, misspell_keys, n_log_n_growth

AS_OF = "2026-06-30"


def test_a_full_plan_has_no_errors_and_is_the_same_each_time(tmp_path: Path) -> None:
    """Else a faster run might be one that gives up sooner."""
    first, second = (full_plan(tmp_path / name, 100) for name in ("one", "two"))
    assert [file.read_bytes() for file in first.files] == [file.read_bytes() for file in second.files]
    assert first.plans[0].read_text("utf-8").count("    updates:\n") == 100
    result = tcplan("validate", first.folder, "--as-of", AS_OF)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", [name for name in MEASURED if name != "report --answers"])
def test_every_command_that_is_measured_does_its_work(name: str, tmp_path: Path) -> None:
    """A command that is refused takes no time."""
    corpus = full_plan(tmp_path / "workspace", 100)
    if name == WITH_MISTAKES:
        misspell_keys(corpus)
    result = tcplan(*MEASURED[name](corpus.folder))
    assert result.returncode in {0, 1}, result.stderr
    assert result.stdout or "wrote" in result.stderr


def test_time_that_grows_a_little_faster_than_the_plan_is_allowed() -> None:
    """Ten times the actions, and a third more for each of them, without the share of the least."""
    assert n_log_n_growth() == pytest.approx(14.2, abs=0.1)
