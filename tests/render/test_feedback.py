"""What the reviewers said, and what became of each point."""

from pathlib import Path

import pytest
from support import EXAMPLES, tcplan, write

STAGE_1 = """\
kind: submission
format: 1
form: stage-1
sent: 2024-09-30
feedback:
  date: 2025-02-14
  url: https://example.ac.uk/feedback
  points:
    - {id: 1, type: praise, text: The **network** is well led.}
    - {id: 2, type: advice, text: Say what a career can look like.}
    - {id: 3, type: advice, text: Name the sponsor., internal: Ask the sponsor first.}
"""
STAGE_2 = "kind: submission\nformat: 1\nform: stage-2\nsubmits: phase-2\n"
PLAN = """\
kind: plan
format: 1
title: The second plan
period: {start: 2025-01, end: 2027-12}
actions:
  - {id: 1, title: Publish a career map, owners: HROD, answers: stage-1/feedback/2}
  - {id: 2, title: Name the sponsor on the page, owners: HROD, added: 2026-05-01, answers: stage-1/feedback/3}
"""


@pytest.fixture
def cwd(tmp_path: Path) -> Path:
    """A stage 2 that is being prepared."""
    return write(tmp_path, stage_1=STAGE_1, stage_2=STAGE_2, phase_2=PLAN)


def document(cwd: Path, day: str, to: str = "md") -> str:
    """The stage 2 document of a day."""
    return tcplan("render", "stage2", "--to", to, "--as-of", day, cwd=cwd).stdout


def test_each_point_stands_with_what_answers_it(cwd: Path) -> None:
    """The advice that is answered is counted; praise needs no answer."""
    text = document(cwd, "2026-06-30")
    assert "+ __Received:__ 14 February 2025\n+ __Advice answered:__ 2 of 2 points\n" in text
    assert "| Praise 1 | The network is well led. | – |\n" in text
    assert "| Advice 2 | Say what a career can look like. | Publish a career map (1) |\n" in text
    assert "| Advice 3 | Name the sponsor. | Name the sponsor on the page (2) |\n" in text
    assert "Ask the sponsor first" not in text


def test_what_comes_later_is_not_there(cwd: Path) -> None:
    """An action that joins the plan answers nothing before; feedback that has not come is not told."""
    text = document(cwd, "2026-04-30")
    assert "__Advice answered:__ 1 of 2 points" in text
    assert "| Advice 3 | Name the sponsor. | No action yet |\n" in text
    assert "Feedback of the reviewers" not in document(cwd, "2025-02-13")


def test_a_page_links_to_what_answers_a_point(cwd: Path) -> None:
    """The action stands in the same document."""
    html = document(cwd, "2026-06-30", "html")
    assert 'href="#' in html.partition("Publish a career map (1)")[0].rpartition("<a ")[2]


def test_the_feedback_on_a_submission_is_not_in_it(cwd: Path) -> None:
    """It came after it was sent."""
    assert "well led" not in tcplan("render", "stage1", "--as-of", "2026-06-30", cwd=cwd).stdout


def test_the_card_of_an_action_says_what_it_answers(cwd: Path) -> None:
    """In the words of the reviewers."""
    card = tcplan("show", "1", cwd=cwd, COLUMNS="120").stdout
    assert "stage-1/feedback/2 Say what a career can look like." in card


def test_the_example_answers_its_feedback() -> None:
    """Both pieces of advice on stage 2 are taken up by the third plan."""
    text = tcplan("render", "stage3", str(EXAMPLES), "--as-of", "2024-04-12").stdout
    assert "__Advice answered:__ 2 of 2 points" in text
