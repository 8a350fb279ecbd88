"""Which plan a status is about, and what is said if there is none."""

from pathlib import Path

import pytest
from support import EXAMPLES, REPOSITORY, tcplan, write

NORTHMOOR = EXAMPLES / "plans/northmoor"


def title(*arguments: str | Path) -> str:
    """The first line of the page."""
    run = tcplan("status", *arguments)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[0].removeprefix("Technician Commitment action plan ")


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [
        ("2019-01-01", "2018 to 2020"),
        ("2021-01-01", "2021 to 2023"),
        ("2023-12-31", "2021 to 2023"),
        ("2024-01", "2024 to 2026"),
        # Between two plans, before the first and after the last: the plan that starts last.
        ("2020-12-31", "2024 to 2026"),
        ("2040", "2024 to 2026"),
    ],
)
def test_the_plan_is_the_one_that_runs_on_the_day(as_of: str, shown: str) -> None:
    """Else the one that starts last."""
    assert title(EXAMPLES, "--as-of", as_of) == shown


def test_a_named_plan_is_shown_whatever_the_day() -> None:
    """Any other file means the institution that it belongs to."""
    assert title(NORTHMOOR / "phase-2.yaml", "--as-of", "2026-06-30") == "2021 to 2023"
    assert title(NORTHMOOR / "institution.yaml", "--as-of", "2026-06-30") == "2024 to 2026"
    assert title(NORTHMOOR / "case-studies", "--as-of", "2026-06-30") == "2024 to 2026"


def test_a_plan_that_has_ended_says_how_to_see_it_as_it_ended() -> None:
    """Other plans that have ended are shown as they were when they ended."""
    run = tcplan("status", NORTHMOOR / "phase-2.yaml", "--as-of", "2026-06-30")
    hint = "This plan ended on 2023-12-31; --as-of 2023-12-31 shows it as it was then."
    assert run.stdout.splitlines()[-1] == hint
    run = tcplan("status", NORTHMOOR / "phase-3.yaml", "--as-of", "2040-01-01")
    assert "2021-01 to 2023-12  ▲ A at risk" in run.stdout


def test_each_institution_has_a_page() -> None:
    """One below the other."""
    run = tcplan("status", REPOSITORY / "plans", "--as-of", "2026-06-30")
    assert [run.stdout.count(name) for name in ("\nDurham University · ", "\nHarper Adams University · ")] == [1, 1]


def test_where_there_is_no_plan_the_next_step_is_said(tmp_path: Path) -> None:
    """With the exit code for nothing read."""
    for path in (tmp_path, write(tmp_path / "w", institution="kind: institution\nformat: 1\nname: U\n")):
        run = tcplan("status", path)
        assert (run.returncode, run.stdout) == (3, "")
        assert f"{path}: there is no plan here" in run.stderr
        assert "tcplan init" in run.stderr
    run = tcplan("status", tmp_path / "nowhere")
    assert (run.returncode, run.stdout) == (3, "")


def test_a_plan_that_cannot_be_read_is_not_replaced_by_another(tmp_path: Path) -> None:
    """Whether it is named, or may be the current plan of the folder that is."""
    write(tmp_path, broken="kind: plan\nformat: 9\ntitle: New\n", sound="kind: plan\nformat: 1\ntitle: Sound\n")
    run = tcplan("status", tmp_path / "plans/u/broken.yaml")
    assert (run.returncode, run.stdout) == (3, "")
    assert "tcplan validate" in run.stderr
    run = tcplan("status", tmp_path, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (3, "")
    assert "plans/u/broken.yaml:2: this file cannot be read, and may be the current plan of u: format `9`" in run.stderr
    assert "tcplan status plans/u/sound.yaml" in run.stderr


@pytest.mark.parametrize("kind", ["text", "json"])
def test_a_file_with_errors_is_shown_and_announced(tmp_path: Path, kind: str) -> None:
    """What is sound on standard output, one line with the number of errors on standard error."""
    plan = "kind: plan\nformat: 1\ntitle: P\nactions:\n  - {id: 1, title: T, due: 2026-02-31, colour: red}\n"
    run = tcplan("status", write(tmp_path, plan=plan), "--as-of", "2026-06-30", "--format", kind)
    assert run.returncode == 0
    assert "P" in run.stdout
    (line,) = run.stderr.splitlines()
    assert line.startswith("tcplan: plans/u/plan.yaml: 2 errors; ")
    assert "tcplan validate" in line


def test_an_impossible_day_is_wrong_usage() -> None:
    """And says what to write."""
    run = tcplan("status", EXAMPLES, "--as-of", "2026-02-30")
    assert (run.returncode, run.stdout) == (2, "")
    assert "February 2026 has 28 days" in run.stderr
