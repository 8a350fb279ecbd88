"""`tcplan close-review`: proposals are shown with their reasons, and written as somebody accepts or changes them."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from edits.at_terminal import Terminal
from edits.readers import read_by_pyyaml
from support import close_off, tcplan

PLAN = """kind: plan
format: 1
title: The first plan
period: {start: 2020-01, end: 2022-12}
actions:
  - id: 1.1
    title: Open a page
    updates:
      - date: 2022-06-30
        rag: blue
        note: The page is public.
        evidence: [{title: Our page, url: "https://www.example.ac.uk/technicians"}]
  - {id: 1.2, title: Publish profiles, updates: {date: 2022-11-30, rag: amber, note: Half of them are there.}}
  - {id: 1.3, title: Hold an open day}
  - {id: 2.1, title: Buy a mill, closed: {date: 2021-03-31, as: withdrawn, why: No room for it}}
  - {id: 2.2, title: Write a register, updates: {date: 2022-11-30, rag: red}}
"""
SUBMISSION = """kind: submission
format: 1
form: stage-2
reviews:
  # of last year
  - plan: phase-1
    date: 2022-12-31
    closing:
      - ref: 1.2   # to be discussed
answers: []
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An institution that reviews its first plan."""
    folder = tmp_path / "plans/eastmoor"
    folder.mkdir(parents=True)
    close_off(tmp_path)
    (folder / "institution.yaml").write_text("kind: institution\nformat: 1\nname: Eastmoor University\n")
    (folder / "phase-1.yaml").write_text(PLAN)
    file_in(tmp_path).write_text(SUBMISSION)
    return tmp_path


def file_in(here: Path) -> Path:
    """The file of the submission."""
    return here / "plans/eastmoor/stage-2.yaml"


def closings(here: Path) -> list[dict[str, Any]]:
    """The closing colours that another parser reads."""
    found: list[dict[str, Any]] = read_by_pyyaml(file_in(here).read_text())["reviews"][0]["closing"]
    return found


def test_without_a_terminal_the_proposals_are_listed(here: Path) -> None:
    """With the reason of each, and those for which there is none; nothing is written."""
    result = tcplan("close-review", "stage2", cwd=here)
    assert result.returncode == 0, result.stderr
    assert "4 actions without a stated closing colour" in result.stdout
    for words in ("phase-1/1.1", "last reported as complete", "phase-1/1.3", "Never reported"):
        assert words in result.stdout
    assert "2.1" not in result.stdout
    assert file_in(here).read_text() == SUBMISSION


def test_json_has_the_last_report_and_its_evidence(here: Path) -> None:
    """Of each action, with what its colour is based on."""
    page = json.loads(tcplan("close-review", "stage-2", "--format", "json", cwd=here).stdout)
    rows = {row["id"]: row for row in page["actions"]}
    assert {id_: row["basis"] for id_, row in rows.items()} == {
        "1.1": "proposed",
        "1.2": "proposed",
        "1.3": "missing",
        "2.1": "closed",
        "2.2": "proposed",
    }
    assert rows["1.1"]["colour"] == "green"
    assert rows["1.1"]["last"]["note"] == "The page is public."
    assert rows["1.1"]["evidence"] == ["Our page https://www.example.ac.uk/technicians"]


def test_the_output_for_scripts_is_what_its_schema_says(here: Path) -> None:
    """Its colours and their basis are words of a list."""
    page = json.loads(tcplan("close-review", "stage2", "--format", "json", cwd=here).stdout)
    jsonschema.validate(page, json.loads(tcplan("schema", "close-review").stdout))


def test_what_continues_an_action_is_shown(here: Path) -> None:
    """The entries of the plan that is submitted."""
    (file_in(here).parent / "phase-2.yaml").write_text(
        "kind: plan\nformat: 1\ntitle: T\nfollows: phase-1\nactions: [{id: 7, title: More, continues: phase-1/1.2}]\n"
    )
    file_in(here).write_text(SUBMISSION.replace("form: stage-2\n", "form: stage-2\nsubmits: phase-2\n"))
    rows = json.loads(tcplan("close-review", "stage-2", "--format", "json", cwd=here).stdout)["actions"]
    assert {row["id"]: row["continued"] for row in rows if row["continued"]} == {"1.2": ["phase-2/7"]}


def test_that_it_was_sent_is_said(here: Path) -> None:
    """What is written after that was not in it."""
    file_in(here).write_text(f"{SUBMISSION}sent: 2023-01-31\n")
    assert "stage-2 was sent on 2023-01-31" in tcplan("close-review", "stage2", "--accept", cwd=here).stdout


def test_accept_states_every_proposal_and_nothing_else(here: Path) -> None:
    """An action that was never reported stays open; comments and entries that are there stay."""
    result = tcplan("close-review", "stage2", "--accept", cwd=here)
    assert result.returncode == 0, result.stderr
    assert "no colour can be proposed for 1.3" in result.stdout
    assert file_in(here).read_text() == SUBMISSION.replace(
        "      - ref: 1.2   # to be discussed\n",
        "      - ref: 1.1\n        rag: green\n      - ref: 1.2   # to be discussed\n        rag: amber\n"
        "      - ref: 2.2\n        rag: red\n",
    )
    again = tcplan("close-review", "stage2", "--accept", cwd=here)
    assert again.returncode == 0
    assert "nothing was written: there is no colour to state" in again.stdout
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == SUBMISSION


@pytest.mark.parametrize("ref", ["phase-1/1.2", "eastmoor/phase-1/1.2", "0.9"])
def test_an_action_may_be_written_in_another_way(here: Path, ref: str) -> None:
    """With its plan, or by an earlier id: no second entry is added."""
    plan = file_in(here).parent / "phase-1.yaml"
    plan.write_text(plan.read_text().replace("{id: 1.2,", "{id: 1.2, formerly: 0.9,"))
    file_in(here).write_text(SUBMISSION.replace("ref: 1.2", f"ref: {ref}"))
    assert tcplan("set", "stage-2/reviews/phase-1/closing/1.2/note", "Half", cwd=here).returncode == 0
    assert tcplan("close-review", "stage2", "--accept", cwd=here).returncode == 0
    assert closings(here) == [
        {"ref": "1.1", "rag": "green"},
        {"ref": ref, "rag": "amber", "note": "Half"},
        {"ref": "2.2", "rag": "red"},
    ]


def test_a_dry_run_writes_nothing(here: Path) -> None:
    """It shows what would be written."""
    result = tcplan("close-review", "stage2", "--accept", "--dry-run", cwd=here)
    assert "+        rag: amber" in result.stdout
    assert file_in(here).read_text() == SUBMISSION


@pytest.mark.parametrize(
    "reviews",
    ["reviews: phase-1\n", "reviews: [phase-1]\n", "reviews:\n  - phase-1\n", "reviews: {plan: phase-1}\n"],
)
def test_a_review_may_be_the_name_of_its_plan(here: Path, reviews: str) -> None:
    """It becomes a review with colours."""
    file_in(here).write_text(f"kind: submission\nformat: 1\nform: stage-2\n{reviews}")
    result = tcplan("close-review", "stage2", "--accept", "--as-of", "2023-01-31", cwd=here)
    assert result.returncode == 0, result.stderr
    found = read_by_pyyaml(file_in(here).read_text())["reviews"]
    review = found[0] if isinstance(found, list) else found
    assert [(one["ref"], one["rag"]) for one in review["closing"]] == [
        ("1.1", "green"),
        ("1.2", "amber"),
        ("2.2", "red"),
    ]


def test_one_of_several_reviews_can_be_named(here: Path) -> None:
    """The others stay as they are."""
    (file_in(here).parent / "phase-0.yaml").write_text(
        "kind: plan\nformat: 1\ntitle: Pilot\nactions: [{id: 9, title: T, updates: {date: 2019-01-31, rag: blue}}]\n"
    )
    file_in(here).write_text(SUBMISSION.replace("  # of last year\n", "  - phase-0\n"))
    assert tcplan("close-review", "stage2", "--review", "phase-0", "--accept", cwd=here).returncode == 0
    reviews = read_by_pyyaml(file_in(here).read_text())["reviews"]
    assert reviews[0] == {"plan": "phase-0", "closing": [{"ref": "9", "rag": "green"}]}
    assert reviews[1]["closing"] == [{"ref": "1.2"}]
    refused = tcplan("close-review", "stage2", "--review", "phase-2", cwd=here)
    assert refused.returncode == 2
    assert "does not review phase-2" in refused.stderr


def test_a_table_is_filled_in_and_read_back(here: Path) -> None:
    """A row without a colour decides nothing."""
    table = tcplan("close-review", "stage2", "--format", "csv", cwd=here).stdout
    rows = list(csv.DictReader(StringIO(table.removeprefix("\ufeff"))))
    assert [(row["id"], row["proposed"], row["rag"]) for row in rows] == [
        ("phase-1/1.1", "green", ""),
        ("phase-1/1.2", "amber", ""),
        ("phase-1/1.3", "", ""),
        ("phase-1/2.2", "red", ""),
    ]
    rows[0] |= {"rag": "Green", "note": "Read by 400 people; a month."}
    rows[2] |= {"rag": "red", "note": "Nobody had the time."}
    out = StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    (here / "colours.csv").write_text(out.getvalue())
    result = tcplan("close-review", "stage2", "--decisions", "colours.csv", cwd=here)
    assert result.returncode == 0, result.stderr
    assert closings(here) == [
        {"ref": "1.1", "rag": "green", "note": "Read by 400 people; a month."},
        {"ref": "1.2"},
        {"ref": "1.3", "rag": "red", "note": "Nobody had the time."},
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("phase-1/1.1,lime,", "colours.csv:2: `lime` is not a colour"),
        ("phase-1/9,red,", "colours.csv:2: `9` is not an action that this submission reviews"),
        ("phase-1/1.1,,A note", "colours.csv:2: there is a note without a colour"),
        ("phase-1/1.1,red,\nphase-1/1.1,green,", "colours.csv:3: `1.1` is decided twice"),
        ("1.4,red,", "did you mean `1."),
    ],
)
def test_a_wrong_table_is_refused_as_a_whole(here: Path, row: str, message: str) -> None:
    """With the line, and nothing is written."""
    (here / "colours.csv").write_text(f"id,rag,note\nphase-1/1.2,amber,\n{row}\n".replace("phase-1/1.2,amber,\n", ""))
    result = tcplan("close-review", "stage2", "--decisions", "colours.csv", cwd=here)
    assert result.returncode == 2
    assert message in result.stderr
    assert file_in(here).read_text() == SUBMISSION


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--accept", "--decisions", "x.csv"), "--accept does not go with --decisions"),
        (("--accept", "--format", "csv"), "--format csv prints a table to fill in"),
        (("--decisions", "nowhere.csv"), "nowhere.csv: there is no such file"),
    ],
)
def test_options_that_do_not_go_together(here: Path, options: tuple[str, ...], message: str) -> None:
    """Are refused before anything is read."""
    result = tcplan("close-review", "stage2", *options, cwd=here)
    assert result.returncode in (2, 3)
    assert message in result.stderr


def test_a_submission_without_a_review_says_so(here: Path) -> None:
    """With what to write."""
    file_in(here).write_text("kind: submission\nformat: 1\nform: stage-2\n")
    result = tcplan("close-review", "stage2", cwd=here)
    assert result.returncode == 2
    assert "reviews no plan" in result.stderr
    assert "`reviews: phase-1`" in result.stderr


def test_somebody_goes_through_the_actions(here: Path) -> None:
    """Takes a proposal, changes one, skips one that was never reported, and stops; what is given is saved."""
    terminal = Terminal("close-review", "stage2", cwd=here)
    terminal.type("\r")
    terminal.type("The page has 400 readers a month.\r")
    terminal.type("green\r")
    terminal.type("\r")
    terminal.type("s\r")
    terminal.type("q\r")
    assert terminal.end() == 0, terminal.shown
    assert "1 of 4" in terminal.shown
    assert "The page is public." in terminal.shown
    assert "Our page https://www.example.ac.uk/technicians" in terminal.shown
    assert "last reported as complete" in terminal.shown
    assert "2 stated, 1 skipped, 1 left" in terminal.shown
    assert closings(here) == [
        {"ref": "1.1", "rag": "green", "note": "The page has 400 readers a month."},
        {"ref": "1.2", "rag": "green"},
    ]


def test_somebody_goes_back(here: Path) -> None:
    """From the sentence to the colour, and to the action before, whose answer is then another."""
    terminal = Terminal("close-review", "stage2", cwd=here)
    for keys in ("\r", "First words.\r", "b\r", "red\r", "b\r", "a\r", "Other words.\r", "q\r"):
        terminal.type(keys)
    assert terminal.end() == 0, terminal.shown
    assert closings(here)[0] == {"ref": "1.1", "rag": "amber", "note": "Other words."}
    assert "1 stated, 0 skipped, 3 left" in terminal.shown


def test_an_action_without_a_report_needs_a_colour(here: Path) -> None:
    """Enter alone takes nothing; the next run asks only for what is left."""
    tcplan("close-review", "stage2", "--accept", cwd=here)
    terminal = Terminal("close-review", "stage2", cwd=here)
    terminal.type("\r")
    terminal.type("r\r")
    terminal.type("Nobody had the time.\r")
    assert terminal.end() == 0, terminal.shown
    assert "1 of 1" in terminal.shown
    assert "Type red, amber, green, blue or grey" in terminal.shown
    assert {"ref": "1.3", "rag": "red", "note": "Nobody had the time."} in closings(here)
    assert "Every action that is reviewed has a closing colour" in _said(here)


def _said(here: Path) -> str:
    terminal = Terminal("close-review", "stage2", cwd=here)
    terminal.end()
    return terminal.shown


def test_ctrl_c_keeps_what_is_saved(here: Path) -> None:
    """And the exit code says that the run was interrupted."""
    terminal = Terminal("close-review", "stage2", cwd=here)
    terminal.type("\r")
    terminal.type("\r")
    terminal.see("> ")
    terminal.interrupt()
    assert terminal.end() == 130, terminal.shown
    assert closings(here)[0] == {"ref": "1.1", "rag": "green"}
