"""`tcplan answer`: a question with what it could cite, the list of questions, and an answer that is written."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from edits.at_terminal import Terminal
from render.test_live_figures import SUBMISSION, write_plans
from support import close_off, tcplan

DAY = ("--as-of", "2023-09-30")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An institution with a stage 2 that has one answer."""
    close_off(tmp_path)
    return write_plans(tmp_path, "We have {{ actions.total }} actions.")


def page(here: Path, *words: str) -> Any:
    """What is printed for scripts."""
    result = tcplan("answer", "stage2", *words, *DAY, "--format", "json", cwd=here)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def file_in(here: Path) -> Path:
    """The file of the submission."""
    return here / "plans/northmoor/stage-2.yaml"


def test_without_a_question_all_are_listed(here: Path) -> None:
    """With the words of each answer, its limit, and whether it is answered."""
    found = page(here)
    assert [(one["id"], one["words"], one["answered"]) for one in found["questions"]] == [
        ("q1", 0, False),
        ("q2", 0, False),
        ("q3", 0, False),
        ("q4", 4, True),
    ]
    text = tcplan("answer", "stage2", *DAY, cwd=here).stdout
    assert "not answered" in text
    assert "4 words" in text


def test_the_output_for_scripts_is_what_its_schema_says(here: Path) -> None:
    """With a question and without."""
    schema = json.loads(tcplan("schema", "answer").stdout)
    for words in ((), ("q4",)):
        jsonschema.validate(page(here, *words), schema)


@pytest.mark.parametrize("words", ["q4", "Q4", "4", "4.", "Question 4", "question-4", "no 4"])
def test_a_question_is_named_as_people_do(here: Path, words: str) -> None:
    """By its id or its number."""
    assert page(here, words)["question"]["id"] == "q4"


@pytest.mark.parametrize(("words", "id_"), [("profile", "profile"), ("1", "profile"), ("Question 2", "definition")])
def test_a_question_whose_id_is_a_word_is_numbered_by_its_place(here: Path, words: str, id_: str) -> None:
    """As documents number it."""
    (file_in(here).parent / "stage-1.yaml").write_text("kind: submission\nformat: 1\nform: stage-1\n")
    result = tcplan("answer", "stage1", words, "--format", "json", cwd=here)
    assert json.loads(result.stdout)["question"]["id"] == id_


def test_an_unknown_question_gets_a_suggestion(here: Path) -> None:
    """Or the list of all."""
    result = tcplan("answer", "stage2", "q9", cwd=here)
    assert result.returncode == 2
    assert "has no question `q9`" in result.stderr
    assert "q1, q2, q3, q4" in result.stderr


def test_the_facts_have_an_id_and_how_to_cite_them(here: Path) -> None:
    """Of the reviewed plan first, as of the review; those that the question asks for come first."""
    found = {group["kind"]: group for group in page(here, "q4")["facts"]}
    counts = {row["cite"]: row["text"] for row in found["counts"]["facts"]}
    assert counts["{{ actions.complete }}"] == "Complete actions: 2"
    assert counts["{{ submitted.actions.total }}"] == "All actions: 3"
    measures = {row["id"]: row for row in found["measures"]["facts"] if row["plan"] == "phase-1"}
    assert measures["registered"]["text"].endswith("baseline 9%, latest 18%, target 25%")
    assert measures["registered"]["cite"] == "{{ measures.registered.latest }}"
    assert [row["id"] for row in found["completed actions"]["facts"]] == ["1", "2"]
    assert [row["id"] for row in found["case studies"]["facts"]] == ["case-studies/open-day"]
    fits = [group["fits"] for group in page(here, "q4")["facts"]]
    assert fits == sorted(fits, reverse=True)
    assert found["case studies"]["fits"]
    assert not found["counts"]["fits"]


def test_every_figure_that_is_offered_means_something(here: Path) -> None:
    """What is pasted into an answer is never an error."""
    groups = page(here, "q4")["facts"]
    figures = [row["cite"] for group in groups for row in group["facts"] if row["cite"].startswith("{{")]
    result = tcplan("answer", "stage2", "q1", "--text", "-", cwd=here, typed=" ".join(figures))
    assert result.returncode == 0, result.stderr
    assert "TC713" not in tcplan("validate", cwd=here).stdout


def test_an_answer_is_written_from_a_file(here: Path) -> None:
    """In the place of the question in the form, with its length, and how to take it back."""
    (here / "answer.md").write_text("The group meets.\r\n\r\n- each term\r\n- in public\r\n\r\n")
    before = file_in(here).read_text()
    dry = tcplan("answer", "stage2", "q2", "--text", "answer.md", "--dry-run", cwd=here)
    assert dry.returncode == 0, dry.stderr
    assert file_in(here).read_text() == before
    result = tcplan("answer", "stage2", "q2", "--text", "answer.md", cwd=here)
    assert "the answer to q2 has 9 words" in result.stdout
    added = "  - question: q2\n    text: |\n      The group meets.\n\n      - each term\n      - in public\n"
    assert file_in(here).read_text() == before.replace("  - question: q4\n", f"{added}  - question: q4\n")
    assert tcplan("undo", cwd=here).returncode == 0
    assert file_in(here).read_text() == before


def test_an_answer_takes_the_place_of_the_one_before(here: Path) -> None:
    """And the way back restores it."""
    before = file_in(here).read_text()
    result = tcplan("answer", "stage2", "4", "--text", "-", cwd=here, typed="Now {{ actions.open }} are open.")
    assert result.returncode == 0, result.stderr
    assert "{{ actions.open }}" in file_in(here).read_text()
    assert "to take it back: tcplan undo" in result.stdout
    tcplan("undo", cwd=here)
    assert file_in(here).read_text() == before


@pytest.mark.parametrize(
    ("typed", "code", "message"),
    [
        ("{{ actions.compleet }}", 5, "did you mean `actions.complete`?"),
        ("   \n", 2, "the answer has no words"),
        (b"PK\x03\x04 a document", 2, "is not plain text"),
        (b"%PDF-1.7", 2, "is not plain text"),
    ],
)
def test_what_is_no_answer_is_refused(here: Path, typed: str | bytes, code: int, message: str) -> None:
    """And nothing is written."""
    before = file_in(here).read_text()
    result = tcplan("answer", "stage2", "q4", "--text", "-", cwd=here, typed=typed)
    assert result.returncode == code
    assert message in result.stderr
    assert file_in(here).read_text() == before


def test_an_answer_can_be_typed(here: Path) -> None:
    """The question is shown, and how to end it."""
    terminal = Terminal("answer", "stage2", "q2", "--text", "-", cwd=here)
    terminal.see("ends it.\n")
    terminal.press("The group meets each term.\n\x04")
    assert terminal.end() == 0, terminal.shown
    assert "Governance" in terminal.shown
    assert "text: The group meets each term.\n" in file_in(here).read_text()


def test_an_unknown_question_is_told_before_anything_is_typed(here: Path) -> None:
    """So that no words are lost."""
    terminal = Terminal("answer", "stage2", "q9", "--text", "-", cwd=here)
    assert terminal.end() == 2, terminal.shown
    assert "has no question `q9`" in terminal.shown


def test_text_of_an_older_program_is_read(here: Path) -> None:
    """In code page 1252, with the mark of Windows, or in UTF-8 with a byte order mark."""
    for data in ("café – ok".encode("cp1252"), "\ufeffcafé – ok".encode()):
        (here / "a.txt").write_bytes(data)
        assert tcplan("answer", "stage2", "q1", "--text", "a.txt", cwd=here).returncode == 0
        assert "text: café – ok\n" in file_in(here).read_text()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--text", "-"), "--text needs a question"),
        (("q1", "--dry-run"), "--dry-run goes with --text"),
        (("q1", "--text", "nowhere.md"), "nowhere.md: there is no such file"),
    ],
)
def test_options_that_make_no_sense(here: Path, options: tuple[str, ...], message: str) -> None:
    """Are refused with what to type."""
    result = tcplan("answer", "stage2", *options, cwd=here)
    assert result.returncode in (2, 3)
    assert message in result.stderr


@pytest.mark.parametrize("path", ["plans/northmoor", "northmoor", "plans/northmoor/stage-2.yaml"])
def test_a_path_may_follow_the_form_alone(here: Path, path: str) -> None:
    """For the list of questions, and after a question for one."""
    assert page(here, path)["question"] is None
    assert page(here, "q4", path)["question"]["id"] == "q4"


def test_a_limit_is_shown_and_counted(here: Path) -> None:
    """With how many words are too many, also when an answer is written."""
    (here / "frameworks").mkdir()
    form = "kind: framework\nformat: 1\ntype: form\ntitle: A form\nquestions:\n  - {id: q4, title: Q, words: 3}\n"
    (here / "frameworks/stage-2.yaml").write_text(form)
    assert "4 words of at most 3, 1 too many" in tcplan("answer", "stage2", "q4", *DAY, cwd=here).stdout
    result = tcplan("answer", "stage2", "q4", "--text", "-", cwd=here, typed="One two {{ actions.open }} four five")
    assert "the answer to q4 has 5 words of at most 3, 2 too many" in result.stdout


def test_what_else_a_question_asks_for_is_shown(here: Path) -> None:
    """A number of pages, and evidence."""
    (here / "frameworks").mkdir()
    asked = "{id: q4, title: Q, pages: 2, evidence: yes}"
    form = f"kind: framework\nformat: 1\ntype: form\ntitle: A form\nquestions:\n  - {asked}\n  - {{id: q5, title: R}}\n"
    (here / "frameworks/stage-2.yaml").write_text(form)
    said = " ".join(tcplan("answer", "stage2", *DAY, cwd=here).stdout.split())
    assert "4 words, at most 2 pages (not counted), no evidence yet, which the question asks for" in said
    assert "R not answered" in said


def test_a_submission_that_is_not_there_is_told(tmp_path: Path) -> None:
    """With how it is begun."""
    close_off(tmp_path)
    folder = write_plans(tmp_path, "x", SUBMISSION)
    result = tcplan("answer", "stage3", "q1", cwd=folder)
    assert result.returncode == 3
    assert "has no submission of the form stage-3" in result.stderr
