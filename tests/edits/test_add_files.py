"""`tcplan add plan`, `add submission` and `add pillar`: what used to be begun by hand."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from edits.readers import read_by_pyyaml
from support import close_off, tcplan

PLAN = """\
kind: plan
format: 1
title: Phase {number}
period: {{start: {start}-01, end: {end}-12}}
review_every: 6 months
{more}actions:
  - id: 1
    title: Publish profiles
    updates: [{{date: {start}-06, rag: green}}]
  - id: 2
    title: Buy a van
    closed: {{date: {start}-03, as: withdrawn, why: No money}}
  - {{id: 3, title: "Pay fees: of all grades"}}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with two plans."""
    folder = folder_in(tmp_path)
    folder.mkdir(parents=True)
    close_off(tmp_path)
    (folder / "institution.yaml").write_text("kind: institution\nformat: 1\nname: Eastmoor University\n")
    (folder / "phase-1.yaml").write_text(PLAN.format(number=1, start=2020, end=2022, more=""))
    (folder / "phase-2.yaml").write_text(PLAN.format(number=2, start=2023, end=2025, more="follows: phase-1\n"))
    return tmp_path


def folder_in(top: Path) -> Path:
    """The folder of the institution."""
    return top / "plans" / "eastmoor"


def data_of(file: Path) -> dict[str, Any]:
    """What another parser reads."""
    found: dict[str, Any] = read_by_pyyaml(file.read_text())
    return found


def test_a_new_plan_follows_the_last_one(here: Path) -> None:
    """It begins when that ends, and runs as long."""
    result = tcplan("add", "plan", "phase-3", cwd=here)
    assert result.returncode == 0, result.stderr
    assert data_of(folder_in(here) / "phase-3.yaml") == {
        "kind": "plan",
        "format": "1",
        "title": "Technician Commitment action plan 2026 to 2028",
        "language": "en-GB",
        "period": {"start": "2026-01", "end": "2028-12"},
        "follows": "phase-2",
        "review_every": "6 months",
    }
    assert tcplan("validate", "plans/eastmoor/phase-3.yaml", "--as-of", "2026-01-31", cwd=here).returncode == 0


def test_entries_can_be_added_to_a_new_plan(here: Path) -> None:
    """From the pillar down, in the order that the file has."""
    tcplan("add", "plan", "phase-3", cwd=here)
    for words in (
        ("pillar", "Visibility", "--theme", "visibility"),
        ("objective", "A voice", "--under", "1"),
        ("action", "Elect technicians", "--under", "1.1"),
    ):
        result = tcplan("add", *words, "--in", "phase-3", "--date", "2026-01-01", cwd=here)
        assert result.returncode == 0, result.stderr
    plan = data_of(folder_in(here) / "phase-3.yaml")
    assert [plan[table][0]["id"] for table in ("pillars", "objectives", "actions")] == ["1", "1.1", "1.1.1"]


def test_a_first_plan_needs_its_period(tmp_path: Path) -> None:
    """There is nothing to go by."""
    folder_in(tmp_path).mkdir(parents=True)
    close_off(tmp_path)
    (folder_in(tmp_path) / "institution.yaml").write_text("kind: institution\nformat: 1\nname: Eastmoor\n")
    refused = tcplan("add", "plan", "phase-1", cwd=tmp_path)
    assert refused.returncode == 2
    assert "--start 2027-01 --end 2029-12" in refused.stderr
    assert tcplan("add", "plan", "phase-1", "--start", "2027-01", "--end", "2029-12", cwd=tmp_path).returncode == 0


def test_a_new_submission_has_its_questions_and_a_line_for_each_action(here: Path) -> None:
    """Those that were closed before need no colour; the comments say what is asked and what is proposed."""
    result = tcplan("add", "submission", "stage-3", "--date", "2025-12-31", cwd=here)
    assert result.returncode == 0, result.stderr
    file = folder_in(here) / "stage-3.yaml"
    found = data_of(file)
    assert (found["form"], found["submits"]) == ("stage-3", "phase-2")
    assert found["reviews"] == [{"plan": "phase-1", "closing": [{"ref": "1"}, {"ref": "3"}]}]
    assert [one["question"] for one in found["answers"]] == ["q1", "q2", "q3", "q4", "q5"]
    text = file.read_text()
    assert "amber is proposed, on track on 2020-06" in text
    assert "# Governance, leadership" in text
    assert all(len(line) <= 120 for line in text.splitlines())


def test_limits_and_guidance_of_a_form_are_comments(here: Path) -> None:
    """Whatever the form of the workspace says."""
    (here / "frameworks").mkdir()
    (here / "frameworks" / "annual-report.yaml").write_text(
        "kind: framework\nformat: 1\ntype: form\ntitle: Annual report\nquestions:\n"
        "  - id: progress\n    title: What has been done\n    words: 500\n"
        "    about: |\n      Name the three main actions.\n\n      Say what they changed.\n"
    )
    tcplan("add", "submission", "annual-report", cwd=here)
    text = (folder_in(here) / "annual-report.yaml").read_text()
    for words in ("What has been done", "Name the three main actions.", "Say what they changed.", "Up to 500 words."):
        assert f"  # {words}\n" in text
    assert "reviews:" not in text


def test_the_plans_of_a_submission_can_be_named(here: Path) -> None:
    """In place of the last and the one before it."""
    tcplan(
        "add", "submission", "stage2", "--submits", "phase-2", "--reviews", "phase-2", "--reviews", "phase-1", cwd=here
    )
    found = data_of(folder_in(here) / "stage-2.yaml")
    assert [one["plan"] for one in found["reviews"]] == ["phase-2", "phase-1"]


def test_a_form_can_be_submitted_again_under_another_name(here: Path) -> None:
    """The refusal of the first name says how."""
    tcplan("add", "submission", "stage-3", cwd=here)
    refused = tcplan("add", "submission", "stage-3", cwd=here)
    assert (refused.returncode, "--id stage-3-again" in refused.stderr) == (5, True)
    assert tcplan("add", "submission", "stage-3", "--id", "stage-3-2027", cwd=here).returncode == 0
    assert data_of(folder_in(here) / "stage-3-2027.yaml")["form"] == "stage-3"


@pytest.mark.parametrize("typed", ["2027-04", "April 2027", "04/2027"])
def test_a_submission_says_when_it_is_due(here: Path, typed: str) -> None:
    """In its own file, in the form of the files, so that the one before keeps its date."""
    tcplan("add", "submission", "stage-3", cwd=here)
    result = tcplan("add", "submission", "stage-3", "--id", "stage-3-again", "--due", typed, cwd=here)
    assert "it is due 2027-04" in result.stdout
    assert data_of(folder_in(here) / "stage-3-again.yaml")["due"] == "2027-04"
    listed = json.loads(tcplan("status", here, "--as-of", "2026-01-01", "--format", "json").stdout)["plans"][0]
    assert [one["submission"] for one in listed["deadlines"] if one["kind"] == "submission"] == ["stage-3-again"]


def test_a_later_submission_without_a_date_has_a_line_for_it(here: Path) -> None:
    """As a comment; the first is due on the date of the form."""
    tcplan("add", "submission", "stage-3", cwd=here)
    tcplan("add", "submission", "stage-3", "--id", "again", cwd=here)
    lines = {name: (folder_in(here) / f"{name}.yaml").read_text().splitlines() for name in ("stage-3", "again")}
    assert [any(line.startswith("# due:") for line in lines[name]) for name in lines] == [False, True]


@pytest.mark.parametrize(
    "words",
    [
        ("add", "plan", "new"),
        ("add", "submission", "stage-3", "--id", "new"),
        ("carry", "phase-2", "--into", "new"),
    ],
)
def test_from_above_a_workspace_the_same_file_is_written(tmp_path: Path, words: tuple[str, ...]) -> None:
    """With the schema of the workspace, which need not have settings, and not of the folder above."""
    top = tmp_path / "drive"
    here = top / "team" / "work"
    folder_in(here).mkdir(parents=True)
    close_off(tmp_path)
    texts = {}
    for name in ("above", "inside"):
        (folder_in(here) / "phase-1.yaml").write_text(PLAN.format(number=1, start=2020, end=2022, more=""))
        (folder_in(here) / "phase-2.yaml").write_text(PLAN.format(number=2, start=2023, end=2025, more=""))
        result = tcplan(*words, cwd=top if name == "above" else here)
        assert result.returncode == 0, result.stderr
        new = folder_in(here) / "new.yaml"
        texts[name] = new.read_text()
        new.unlink()
    assert texts["above"] == texts["inside"]
    assert "$schema=../../.tcplan/" in texts["above"]


def test_of_several_workspaces_below_one_has_to_be_named(tmp_path: Path) -> None:
    """Nothing is written."""
    close_off(tmp_path)
    for team in ("one", "two"):
        folder_in(tmp_path / team).mkdir(parents=True)
        plan = PLAN.format(number=1, start=2020, end=2022, more="")
        (folder_in(tmp_path / team) / "phase-1.yaml").write_text(plan)
    result = tcplan("add", "plan", "new", cwd=tmp_path)
    assert result.returncode == 2
    assert "one/, two/" in result.stderr
    assert "--in" in result.stderr


def test_a_dry_run_writes_nothing_and_json_shows_the_text(here: Path) -> None:
    """By the schema of edits."""
    page = json.loads(tcplan("add", "plan", "phase-3", "--dry-run", "--format", "json", cwd=here).stdout)
    assert not page["written"]
    assert "+follows: phase-2" in page["diff"]
    assert not (folder_in(here) / "phase-3.yaml").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("plan",), 2, "the new plan has no name"),
        (("submission",), 2, "the new submission has no name"),
        (("action",), 2, "the new action has no title"),
        (("action", "One", "--title", "Two"), 2, "two titles are given"),
        (("plan", "phase-3", "--lead", "HR"), 2, "--lead does not go with a plan"),
        (("submission", "stage-3", "--end", "2027"), 2, "--end does not go with a submission"),
        (("action", "One", "--submits", "phase-1"), 2, "--submits does not go with an action"),
        (("plan", "phase-2"), 5, "phase-2 is there already"),
        (("plan", "a/b"), 2, "is not a name for a plan"),
        (("plan", "CON:1"), 2, "is not a name for a plan"),
        (("plan", "con"), 2, "is not a name for a plan"),
        (("plan", "phase 3"), 2, "did you mean `phase-3`?"),
        (("pillar", "New", "--under", "1"), 2, "a pillar belongs to the plan itself"),
        (("submission", "stage-9"), 2, "`stage-9` is not a form"),
        (("submission", "stage-2", "--submits", "phase-9"), 2, "there is no plan `phase-9`"),
    ],
)
def test_what_cannot_be_added_is_refused(here: Path, words: tuple[str, ...], code: int, message: str) -> None:
    """With what to do, and nothing is written."""
    before = {file: file.read_bytes() for file in here.rglob("*.yaml")}
    result = tcplan("add", *words, cwd=here)
    assert (result.returncode, message in result.stderr) == (code, True), result.stderr
    assert {file: file.read_bytes() for file in here.rglob("*.yaml")} == before


def test_of_several_at_once_one_writes_the_file(here: Path) -> None:
    """The others say that it is there: nobody's file is replaced."""
    command = [sys.executable, "-m", "tcplan", "add", "plan", "phase-3"]
    runs = [
        subprocess.Popen([*command, "--title", f"Plan {number}"], cwd=here, stdout=subprocess.PIPE, text=True)
        for number in range(6)
    ]
    written = [number for number, run in enumerate(runs) if "wrote" in run.communicate()[0]]
    assert len(written) == 1
    assert data_of(folder_in(here) / "phase-3.yaml")["title"] == f"Plan {written[0]}"


@pytest.mark.parametrize("words", [("plan", "phase-1"), ("submission", "stage-3")])
def test_outside_a_workspace_there_is_nothing_to_add_to(tmp_path: Path, words: tuple[str, ...]) -> None:
    """The exit code is that of every command that finds nothing."""
    (tmp_path / "empty").mkdir()
    result = tcplan("add", *words, cwd=tmp_path / "empty")
    assert (result.returncode, "`tcplan init` makes a folder for one" in result.stderr) == (3, True), result.stderr
