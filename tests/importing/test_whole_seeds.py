"""The two seeds, through the command. They are not part of the repository; without them these tests skip and say so."""

import json
from pathlib import Path
from typing import Any

import pytest
from importing.making.office import needs_libreoffice, save_as
from importing.test_finding_seeds import SEEDS
from support import close_off, tcplan


def import_seed(folder: Path, pattern: str) -> Any:
    """The page of the import of a seed into a new folder, which then is without an error."""
    found = sorted(SEEDS.glob(pattern))
    if not found:
        pytest.skip(f"{SEEDS} has no {pattern}")
    close_off(folder)
    run = tcplan("import", found[0], "--format", "json", cwd=folder)
    assert run.returncode == 0, run.stderr
    page = json.loads(run.stdout)
    counts = page["fragments"]
    assert counts["total"] == counts["placed"] + counts["left_over"]
    assert tcplan("validate", "--fail-on", "error", cwd=folder).returncode == 0
    assert tcplan("fmt", "--check", cwd=folder).returncode == 0
    return page


def test_a_plan_with_slid_rows_is_imported_whole(tmp_path: Path) -> None:
    """Fifteen objectives and sixty actions, each below its own; 58 dates and priorities."""
    page = import_seed(tmp_path, "001_*.txt")
    (plan,) = page["plans"]
    actions = plan["actions"]
    assert (len(plan["pillars"]), len(plan["objectives"]), len(actions)) == (6, 15, 60)
    assert all(one["id"].rpartition(".")[0] == one["objective"] for one in actions)
    assert sum(one["due"] is not None for one in actions) == 58
    assert sum(one["priority"] is not None for one in actions) == 58
    assert all(one["themes"] for one in actions)
    assert {one["place"].partition(",")[0] for one in page["left_over"]} <= {"table 1"}  # its table of contents


def test_a_plan_of_outcomes_and_actions_is_imported_whole(tmp_path: Path) -> None:
    """Five pillars and thirty actions with their outcomes."""
    page = import_seed(tmp_path, "004_*.txt")
    (plan,) = page["plans"]
    assert (len(plan["pillars"]), len(plan["actions"])) == (5, 30)
    assert all(one["success"] for one in plan["actions"])


@needs_libreoffice
@pytest.mark.parametrize(("pattern", "counts"), [("001_*.txt", (6, 15, 60)), ("004_*.txt", (5, 0, 30))])
def test_a_word_document_that_libreoffice_made_of_a_seed_is_read_as_well(
    tmp_path: Path, pattern: str, counts: tuple[int, int, int]
) -> None:
    """Its rows are paragraphs with tabs between the cells."""
    found = sorted(SEEDS.glob(pattern))
    if not found:
        pytest.skip(f"{SEEDS} has no {pattern}")
    document = save_as(found[0], "docx", tmp_path / "office")
    close_off(tmp_path)
    (plan,) = json.loads(tcplan("import", document, "--format", "json", cwd=tmp_path).stdout)["plans"]
    assert (len(plan["pillars"]), len(plan["objectives"]), len(plan["actions"])) == counts
    assert tcplan("validate", "--fail-on", "error", cwd=tmp_path).returncode == 0
