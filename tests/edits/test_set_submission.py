"""`tcplan set` in a submission: an answer, a review or a closing colour that is not there yet is added."""

from pathlib import Path
from typing import Any

import pytest
from edits.readers import read_by_pyyaml
from support import close_off, tcplan

FILES = {
    "institution.yaml": "kind: institution\nformat: 1\nname: Eastmoor University\n",
    "phase-1.yaml": """kind: plan
format: 1
title: The first plan
period: {start: 2020-01, end: 2022-12}
actions:
  - {id: 1.1, title: Open a page}
  - {id: 1.2, title: Publish profiles}
  - {id: 2.1, title: Start a network}
""",
    "phase-2.yaml": "kind: plan\nformat: 1\ntitle: The second plan\nactions:\n  - {id: 1.1, title: Open a fund}\n",
}
HEAD = "kind: submission\nformat: 1\nform: stage-2\n"
FULL = f"""{HEAD}submits: phase-2
# what came of it
reviews:
  - plan: phase-1   # the first
    closing:
      # agreed in May
      - ref: 1.1
        rag: green
      - ref: 2.1    # still open
        rag: red

answers:
  # who we are
  - question: q1
    text: |
      We have four faculties.
  - question: q4
    text: Nine are registered.
sent: 2026-05-01
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An institution with two plans."""
    folder = tmp_path / "plans/eastmoor"
    folder.mkdir(parents=True)
    close_off(tmp_path)
    for name, content in FILES.items():
        (folder / name).write_text(content)
    return tmp_path


def set_in(here: Path, text: str, *words: str) -> str:
    """The submission after `tcplan set`."""
    file = here / "plans/eastmoor/stage-2.yaml"
    file.write_bytes(text.encode())
    result = tcplan("set", *words, cwd=here)
    assert result.returncode == 0, result.stderr
    return file.read_bytes().decode()


def refused(here: Path, text: str, *words: str) -> str:
    """What is said if nothing is changed."""
    file = here / "plans/eastmoor/stage-2.yaml"
    file.write_text(text)
    result = tcplan("set", *words, cwd=here)
    assert result.returncode != 0
    assert file.read_text() == text
    return result.stderr


def data(text: str) -> Any:
    """What another parser reads."""
    return read_by_pyyaml(text)


def test_an_answer_is_added_where_the_form_has_it(here: Path) -> None:
    """In the layout of the file, and nothing else changes."""
    after = set_in(here, FULL, "stage-2/answers/q2/text", "The steering group meets each term.")
    added = "  - question: q2\n    text: The steering group meets each term.\n"
    assert after == FULL.replace("  - question: q4\n", f"{added}  - question: q4\n")


def test_a_closing_colour_is_added_where_the_plan_has_it(here: Path) -> None:
    """The comments stay with the entries that they are about."""
    after = set_in(here, FULL, "stage-2/reviews/phase-1/closing/1.2/rag", "amber")
    assert after == FULL.replace("      - ref: 2.1 ", "      - ref: 1.2\n        rag: amber\n      - ref: 2.1 ")


def test_what_is_added_can_be_taken_back(here: Path) -> None:
    """By the command that is printed, byte for byte."""
    file = here / "plans/eastmoor/stage-2.yaml"
    file.write_text(FULL)
    result = tcplan("set", "stage-2/answers/q3/text", "x", cwd=here)
    command = next(line for line in result.stdout.splitlines() if "tcplan" in line and "again" in line).partition(
        "tcplan "
    )[2]
    assert tcplan(*command.split(), cwd=here).returncode == 0
    assert file.read_text() == FULL


@pytest.mark.parametrize(
    ("text", "path", "found"),
    [
        (HEAD, "answers/q1/text", {"answers": [{"question": "q1", "text": "x"}]}),
        (f"{HEAD}answers:\n", "answers/q1/text", {"answers": [{"question": "q1", "text": "x"}]}),
        (f"{HEAD}answers: []\n", "answers/q1/internal", {"answers": [{"question": "q1", "internal": "x"}]}),
        (HEAD, "reviews/phase-1/summary", {"reviews": [{"plan": "phase-1", "summary": "x"}]}),
        (
            HEAD,
            "reviews/phase-1/closing/1.1/note",
            {"reviews": [{"plan": "phase-1", "closing": [{"ref": "1.1", "note": "x"}]}]},
        ),
        (
            f"{HEAD}reviews: phase-1\n",
            "reviews/phase-1/closing/1.1/note",
            {"reviews": {"plan": "phase-1", "closing": [{"ref": "1.1", "note": "x"}]}},
        ),
        (
            f"{HEAD}reviews: [phase-1]\n",
            "reviews/phase-1/closing/1.1/evidence",
            {"reviews": [{"plan": "phase-1", "closing": [{"ref": "1.1", "evidence": "x"}]}]},
        ),
        (
            f"{HEAD}reviews: [phase-2]\n",
            "reviews/phase-1/summary",
            {"reviews": [{"plan": "phase-1", "summary": "x"}, "phase-2"]},
        ),
        (
            f"{HEAD}answers: {{question: q3, text: y}}\n",
            "answers/q1/text",
            {"answers": [{"question": "q1", "text": "x"}, {"question": "q3", "text": "y"}]},
        ),
        (
            f"{HEAD}answers: [{{question: q1, text: y}}]\n",
            "answers/q3/text",
            {"answers": [{"question": "q1", "text": "y"}, {"question": "q3", "text": "x"}]},
        ),
        (
            f"{HEAD}answers: {{question: q1, text: y}}\n",
            "answers/q1/evidence",
            {"answers": {"question": "q1", "text": "y", "evidence": "x"}},
        ),
        (
            f"{HEAD}reviews:\n  plan: phase-1\n  closing: {{ref: 1.1, rag: green}}\n",
            "reviews/phase-1/closing/2.1/note",
            {"reviews": {"plan": "phase-1", "closing": [{"ref": "1.1", "rag": "green"}, {"ref": "2.1", "note": "x"}]}},
        ),
    ],
)
def test_lists_are_begun_whatever_is_there(here: Path, text: str, path: str, found: dict[str, Any]) -> None:
    """No list, an empty one, one value in its place, or a list in brackets."""
    after = data(set_in(here, text, f"stage-2/{path}", "x"))
    assert {key: after[key] for key in found} == found


@pytest.mark.parametrize("words", ["q4", "Q4", "Question 4", "q 4", "4"])
def test_a_question_is_found_by_its_number(here: Path, words: str) -> None:
    """As people write it; an answer that is there is changed."""
    after = set_in(here, FULL, f"stage-2/answers/{words}/text", "Ten are registered.")
    assert after == FULL.replace("Nine are", "Ten are")


def test_line_ends_stay(here: Path) -> None:
    """As they are in the rest of the file."""
    after = set_in(here, FULL.replace("\n", "\r\n"), "stage-2/answers/q2/text", "One\nTwo")
    assert "\n" not in after.replace("\r\n", "")
    assert data(after)["answers"][1]["text"] == "One\nTwo"


@pytest.mark.parametrize(
    ("path", "message", "help_text"),
    [
        ("answers/q9/text", "the form stage-2 has no question `q9`", "the questions are q1, q2, q3, q4"),
        ("answers/qq2/text", "the form stage-2 has no question `qq2`", "did you mean `q2`?"),
        ("answers/q2/txt", "an answer has no `txt`", "did you mean `text`?"),
        ("answers/q2", "it is not said what to set of the answer", "text, evidence, internal"),
        ("answers/q2/evidence/1/url", "there is no `evidence` here yet", "set the whole of `evidence` first"),
        ("reviews/phase-3/summary", "Eastmoor University has no plan `phase-3`", "did you mean `phase-"),
        ("reviews/phase-2/sumary", "a review has no `sumary`", "did you mean `summary`?"),
        ("reviews/phase-1/closing/1.3/rag", "phase-1 has no action `1.3`", "did you mean `1.2`?"),
        ("reviews/phase-1/closing/9/rag", "phase-1 has no action `9`", "1.1, 1.2, 2.1"),
        ("reviews/phase-1/closing/1.2/colour", "a closing has no `colour`", "rag, note, evidence, internal"),
        ("closing/1.2/rag", "stage-2 has no `closing`", "did you mean stage-2/reviews/phase-1/closing/1.2/rag?"),
        ("reviews", "this would remove what `reviews` holds", "in one of: phase-1"),
        ("reviews/phase-1", "this would remove what", "phase-1"),
        ("q1/text", "stage-2 has no `q1`", "did you mean stage-2/answers/q1/text?"),
        ("answer/q1/text", "stage-2 has no `answer`", "did you mean `answers`?"),
    ],
)
def test_what_is_not_known_is_refused(here: Path, path: str, message: str, help_text: str) -> None:
    """With what may be meant."""
    said = refused(here, FULL, f"stage-2/{path}", "x")
    assert message in said
    assert help_text in said


def test_a_colour_that_is_none_is_refused(here: Path) -> None:
    """As the file would be read."""
    assert "`lime` is not one of" in refused(here, FULL, "stage-2/reviews/phase-1/closing/1.2/rag", "lime")


def test_a_number_is_not_mistaken_for_a_place(here: Path) -> None:
    """Where actions are called 1 and 2, and one is written with its plan."""
    plan = here / "plans/eastmoor/phase-1.yaml"
    plan.write_text(plan.read_text().replace("1.1", "1").replace("1.2", "2").replace("2.1", "3"))
    text = f"{HEAD}reviews:\n  - plan: phase-1\n    closing: [{{ref: phase-1/3}}, {{ref: 1}}]\n"
    after = data(set_in(here, text, "stage-2/reviews/phase-1/closing/3/rag", "red"))
    assert after["reviews"][0]["closing"] == [{"ref": "phase-1/3", "rag": "red"}, {"ref": "1"}]


def test_an_id_is_not_mistaken_for_a_place(here: Path) -> None:
    """Action 2 has no entry yet, and the second entry is about action 3."""
    plan = here / "plans/eastmoor/phase-1.yaml"
    plan.write_text(plan.read_text().replace("1.1", "1").replace("1.2", "2").replace("2.1", "3"))
    text = f"{HEAD}reviews:\n  - plan: phase-1\n    closing: [{{ref: 1}}, {{ref: 3}}]\n"
    after = data(set_in(here, text, "stage-2/reviews/phase-1/closing/2/rag", "red"))
    assert after["reviews"][0]["closing"] == [{"ref": "1"}, {"ref": "2", "rag": "red"}, {"ref": "3"}]


def test_a_link_as_evidence_has_its_title(here: Path) -> None:
    """As a report has it; a case study and plain words stay as they are."""
    words = ("Our page https://www.example.ac.uk/t", "https://www.example.ac.uk/u", "case-studies/x", "A letter")
    file = here / "plans/eastmoor/case-studies/x.yaml"
    file.parent.mkdir()
    file.write_text("kind: case-study\nformat: 1\ntitle: X\n")
    after = data(set_in(here, FULL, "stage-2/answers/q2/evidence", *words))
    assert after["answers"][1]["evidence"] == [
        {"title": "Our page", "url": "https://www.example.ac.uk/t"},
        {"url": "https://www.example.ac.uk/u"},
        "case-studies/x",
        "A letter",
    ]
    assert "is not a link" in refused(here, FULL, "stage-2/answers/q2/evidence", "www.example.ac.uk")


@pytest.mark.parametrize("key", ["submits", "sent", "title", "internal", "sign_off/role"])
def test_every_other_value_of_a_submission_can_be_set(here: Path, key: str) -> None:
    """Those that stand beside the lists."""
    value = {"submits": "phase-1", "sent": "2026-06-01"}.get(key, "x")
    after = data(set_in(here, FULL, f"stage-2/{key}", value))
    for step in key.split("/"):
        after = after[step]
    assert after == value
