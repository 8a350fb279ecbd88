"""An entry whose id cannot be read gets one while the plan is read on; no edit finds it by that."""

from pathlib import Path

import pytest
from support import close_off, tcplan, write

PLAN = """kind: plan
format: 1
title: Our plan
period: {{start: 2025-01, end: 2027-12}}
measures:
- id: m1
  title: Staff
- {entry}
actions:
- id: 2.3.1
  title: One
- {entry}
"""
ENTRIES = (
    "a text",
    "[a, list]",
    "- a list",
    "{title: without an id}",
    "{id: , title: empty}",
    "{id: [1], title: a list}",
)
"""What is no entry, or has no id that can be read."""

MADE_UP = ("2.3.2", "m2", "entry-2")
"""What the second entry of the tables could be called."""

EDITS = (
    ("update", "{id}", "--rag", "green"),
    ("update", "2.3.1", "--reading", "{id}=3"),
    ("close", "{id}", "--as", "withdrawn", "--why", "It ended."),
    ("close", "2.3.1", "--as", "merged", "--into", "2.3.2", "--why", "It ended."),
    ("add", "measure", "--under", "{id}", "--title", "Staff"),
    ("set", "{id}/lead", "HR"),
)


def workspace(folder: Path, entry: str) -> Path:
    """A plan with such an entry among its actions and measures; returns its file."""
    close_off(folder)
    return write(folder, phase_1=PLAN.format(entry=entry)) / "plans/u/phase-1.yaml"


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("edit", EDITS, ids=[" ".join(edit[:3]) for edit in EDITS])
def test_no_edit_finds_it(tmp_path: Path, entry: str, edit: tuple[str, ...]) -> None:
    """It would write into an entry that nobody has named, or end in a fault."""
    file = workspace(tmp_path, entry)
    before = file.read_bytes()
    for id_ in MADE_UP:
        result = tcplan(*(word.format(id=id_) for word in edit), cwd=tmp_path)
        assert (result.returncode, file.read_bytes()) == (2, before), result.stderr


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_refusal_says_which_file_and_how_to_see_the_line(tmp_path: Path, entry: str) -> None:
    """The made-up id may be printed in a list of actions."""
    workspace(tmp_path, entry)
    said = [tcplan("update", id_, "--rag", "green", cwd=tmp_path).stderr for id_ in ("2.3.2", "entry-2")]
    assert any("is not in plans/u/phase-1.yaml: an entry near it has no id that can be read" in one for one in said)
    assert any("`tcplan validate plans/u/phase-1.yaml` shows the line; write the id first" in one for one in said)


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_question_is_asked_about_it(tmp_path: Path, entry: str) -> None:
    """An answer would have nowhere to go."""
    workspace(tmp_path, entry)
    asked = tcplan("report", "--all", "--questions", "-", "--date", "2026-06-30", cwd=tmp_path).stdout
    assert [line for line in asked.splitlines() if "ref:" in line] == ["  - ref: 2.3.1"]


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("key", ["ref: {id}", "ref: 2.3.1\n  readings: {{{id}: 3}}"])
def test_no_answer_is_written_into_it(tmp_path: Path, entry: str, key: str) -> None:
    """The file of answers is told which reference it is, with no suggestion of the same again."""
    file = workspace(tmp_path, entry)
    before = file.read_bytes()
    for id_ in MADE_UP:
        head = "kind: answers\nformat: 1\nplan: phase-1\ndate: 2026-06-30\nreports:\n"
        (tmp_path / "answers.yaml").write_text(f"{head}- {key.format(id=id_)}\n  rag: green\n")
        result = tcplan("report", "--answers", "answers.yaml", cwd=tmp_path)
        assert (result.returncode, file.read_bytes()) == (5, before), result.stdout + result.stderr
        assert f"did you mean `{id_}`" not in result.stdout + result.stderr


@pytest.mark.parametrize("key", ["Id", "idd", "ID"])
def test_an_id_under_a_misspelt_key_is_one(tmp_path: Path, key: str) -> None:
    """What it means is certain."""
    workspace(tmp_path, f"{{{key}: 2.4, title: Two}}")
    result = tcplan("update", "2.4", "--rag", "green", "--dry-run", cwd=tmp_path)
    assert "updates:" in result.stdout or "updates: [" in result.stdout
