"""What is missing is seen: never silence, never a guess."""

import re
from pathlib import Path

import pytest
from render.rendering import Page, render
from support import tcplan, write

EMPTY_STAGE = "kind: submission\nformat: 1\nform: stage-3\n"
BARE_PLAN = """\
kind: plan
format: 1
title: A plan
actions:
  - id: 1
    title: Reported by nobody
  - id: 2
    title: Never to be coloured
    updates: {date: 2023-06-30, rag: blue}
  - id: 3
    title: Given up
    closed: {date: 2023-01-31, as: merged, into: 2, why: One is enough}
  - id: 4
    title: Joined later
    added: 2024-06-01
rag:
  blue: {means: not-started, label: Waiting}
measures: {id: m, title: A number}
"""
REVIEWING = """\
kind: submission
format: 1
form: mini
submits: phase-2
reviews: {plan: phase-1, date: 2023-12-31, closing: {ref: 9.9, rag: red}}
answers: [{question: q9, text: A stray answer}, {question: q1, text: one two three four}, {question: q2}]
"""
MINI = """\
kind: framework
format: 1
type: form
title: A mini form
provisional: yes
reviews_earlier_plans: yes
questions: [{id: q1, title: Say little, words: 3}, {id: q2, title: Say nothing}]
closing: {green: complete}
"""


def gaps(page: Page) -> list[str]:
    """The words that stand where something is missing: each element that has no other in it."""
    return [" ".join(one.text.split()) for one in page.root.walk() if all(isinstance(part, str) for part in one.parts)]


@pytest.fixture
def reviewing(tmp_path: Path) -> Path:
    """A workspace with a form of its own, a bare plan and a submission that reviews it."""
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "mini.yaml").write_text(MINI, "utf-8")
    plans = {"phase_1": BARE_PLAN, "phase_2": BARE_PLAN.replace("A plan", "A later plan"), "mini_1": REVIEWING}
    return write(tmp_path, **plans)


def test_a_submission_without_anything_says_so_everywhere(tmp_path: Path) -> None:
    """Contact, dates, answers, reviews, plan and approval are each said to be missing."""
    page = Page(render("stage3", write(tmp_path, stage_3=EMPTY_STAGE), "--to", "html", "--as-of", "2024-01-01"))
    found = gaps(page)
    assert found.count("Not answered yet.") == 5
    assert found.count("Not given yet") == 6
    for one in (
        "No date known",
        "Not sent yet",
        "No earlier plan has been reviewed yet.",
        "No plan has been submitted yet.",
    ):
        assert one in found
    assert "Not signed off yet" in found


@pytest.mark.parametrize("to", ["html", "md"])
def test_what_is_no_draft_has_no_row_without_a_value(tmp_path: Path, to: str) -> None:
    """At its head only what is known is printed; neither is it called a draft."""
    text = f"{EMPTY_STAGE}sent: 2023-12-01\n"
    found = render("stage3", write(tmp_path, stage_3=text), "--to", to, "--as-of", "2024-01-01")
    assert "Final, sent on 1 December 2023" in found
    assert not re.search("Not given|No date known|Not sent yet|Draft|Telephone|Cohort", found)
    plan = render("plan", write(tmp_path, phase_1=BARE_PLAN), "--to", to, "--as-of", "2024-01-01")
    assert "No approval is recorded" in plan
    assert not re.search("Not given|Draft|Telephone", plan)


def test_a_plan_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    """Whether it is submitted or reviewed."""
    text = f"{EMPTY_STAGE}submits: phase-9\nreviews: phase-8\n"
    found = render("stage3", write(tmp_path, stage_3=text), "--as-of", "2024-01-01")
    assert "The plan that is submitted, Phase 9, is not at hand." in found
    assert "The reviewed plan, Phase 8, is not at hand." in found
    assert "No date given; 1 January 2024 is used" in found


def test_no_colour_is_invented(reviewing: Path) -> None:
    """What was not reported, what the form has no colour for and what was closed have none."""
    page = Page(render("mini", reviewing, "--to", "html", "--as-of", "2024-01-01"))
    badges = {one.attrs["id"]: one.all_text("span", "badge") for one in page.all("tr", "reviewed-action")}
    assert badges["review-phase-1-action-1"][0] == "· No colour yet"
    assert badges["review-phase-1-action-2"][0] == "· No colour yet"
    assert badges["review-phase-1-action-3"][0] == "· No colour given"


def test_a_closed_action_needs_no_colour(reviewing: Path) -> None:
    """What was never reported has none yet; what was closed before needs none."""
    text = render("mini", reviewing, "--as-of", "2024-01-01")
    assert "| · No colour yet, Never reported" in text
    assert "| · No colour given, Closed before the review" in text


def test_a_closed_action_says_how_and_why(reviewing: Path) -> None:
    """Merged, withdrawn or superseded, into what, and why."""
    text = render("mini", reviewing, "--as-of", "2024-01-01")
    assert "__Merged on 31 January 2023__, into Never to be coloured (2): One is enough |" in text


def test_a_colour_stated_for_nothing_is_not_lost(reviewing: Path) -> None:
    """It is at the end of the review."""
    [other] = Page(render("mini", reviewing, "--to", "html")).all("tr", "reviewed-other")
    assert "9.9" in other.text
    assert "Red" in other.text


def test_an_answer_to_no_question_is_not_lost(reviewing: Path) -> None:
    """It has a section of its own."""
    text = render("mini", reviewing)
    assert "## Answers to other questions\n\n### __Question 9__ Not a question of this form\n" in text
    assert "\n__Answer:__\n\nA stray answer\n" in text


def test_words_are_counted_against_the_limit(reviewing: Path) -> None:
    """An answer that is too long says by how much."""
    text = render("mini", reviewing)
    assert "__Answer:__ 4 words of at most 3, 1 too many" in text
    assert "This answer has no text yet." in text


def test_a_provisional_form_says_so_only_to_those_who_write(reviewing: Path) -> None:
    """The document is for others; `tcplan validate` has the doubt."""
    assert "provisional" not in render("mini", reviewing)
    found = tcplan("validate", reviewing, "--profile", "submission").stdout
    assert "TC725 provisional-wording: the wording of every question of mini is provisional" in found


def test_later_additions_are_left_out(reviewing: Path) -> None:
    """A document of an earlier day does not hold them, and does not say that there is something later."""
    before = render("plan", reviewing / "plans" / "u" / "phase-1.yaml", "--as-of", "2024-05-31")
    after = render("plan", reviewing / "plans" / "u" / "phase-1.yaml", "--as-of", "2024-06-01")
    assert "June 2024" not in before
    assert "Joined later" not in before
    assert "| 4 | **Joined later** " in after


def test_an_action_without_report_is_not_reported(reviewing: Path) -> None:
    """Never green, never silence."""
    text = render("plan", reviewing / "plans" / "u" / "phase-1.yaml", "--as-of", "2024-05-31")
    assert "\nNo owner, date or success criterion is given for any of the 3 actions.\n" in text
    assert "| No. | Action | Status |\n" in text
    assert "| 1 | **Reported by nobody** | · Not reported |\n" in text
    assert "\nNo reading or target is recorded for the measure.\n" in text
    assert "| A number |\n" in text


def test_what_cannot_be_read_is_announced_and_never_guessed(tmp_path: Path) -> None:
    """The rest is rendered; a value that is none is left out or shown as a question mark."""
    broken = BARE_PLAN.replace("as: merged", "as: mergd-into").replace(
        "title: A number}", "title: A number, actual: {2023: many}, targets: {2024: lots}}"
    )
    done = tcplan("render", "plan", write(tmp_path, phase_1=broken), "--as-of", "2024-01-01")
    assert done.returncode == 0
    assert "plans/u/phase-1.yaml: 3 errors; only what can be read is shown" in done.stderr
    assert "__Closed on 31 January 2023__" in done.stdout
    assert "| A number | 2023: ? | 2024 (31 December 2024): ? |" in done.stdout


ODD_PLAN = """\
kind: plan
format: 1
title: An odd plan
period: {start: 2023-01}
closed: {date: 2023-12-01, as: superseded, into: phase-9, why: A merger}
sign_off: {role: Director}
aligns: n8
measured_by: [gone]
success: {title: Seen by all, due: year 1}
quotes: {text: A quote of the plan}
updates: {date: 2023-06, note: Half way, evidence: [{url: "https://x.example"}, {internal: unsaid}, case-studies/gone]}
objectives:
  - id: 1
    title: Closed with its actions
    closed: {date: 2023-03-01, as: withdrawn}
    updates: {date: 2023-02, rag: green}
actions:
  - id: 1.1
    title: Ends with its objective
    start: year 1
  - id: 2
    title: Ends with the plan
    lead: tbc
    due: tbc
    updates: {date: 2023-02, note: No colour}
"""


def test_a_plan_with_odd_parts_shows_them_all(tmp_path: Path) -> None:
    """What is directly under the plan, what ended with something else, what points nowhere."""
    text = render("plan", write(tmp_path, phase_1=ODD_PLAN), "--as-of", "2024-01-01")
    for one in (
        "__Period:__ from January 2023, without an end date",
        "__Superseded on 1 December 2023__, into Phase 9\n\nA merger",
        "| The plan | Director |  | Date not given |  |",
        "__Aligns with:__ N8 Research Partnership commitments",
        "__Measured by:__ gone",
        "+ Seen by all (due year 1 (31 December 2023))",
        "> A quote of the plan\n>\n> __Quote__\n",
        "+ June 2023\n\n  Half way\n\n  + __Evidence:__ [https://x.example](https://x.example)\n",
        "+ __Evidence:__ Evidence without a title\n",
        "+ __Evidence:__ Gone (case study, not at hand)\n",
        "### __Objective 1__ Closed with its actions\n\n● Green: On track\n\n__Withdrawn on 1 March 2023__\n",
        "| **Ends with its objective** | – | From year 1 (1 January 2023); No end date yet | ",
        "| · Closed __Closed on 1 March 2023 with objective 1__ |\n",
        "| **Ends with the plan** | To be confirmed (lead) | Due to be confirmed | ",
        "| · Closed __Closed on 1 December 2023 with the plan__ __February 2023:__ No colour |\n",
    ):
        assert one in text, one
    assert "unsaid" not in text


def test_evidence_with_a_note_alone_keeps_it_to_itself(tmp_path: Path) -> None:
    """An internal note is not a title."""
    assert "unsaid" not in render("plan", write(tmp_path, phase_1=ODD_PLAN), "--to", "html", "--as-of", "2024-01-01")
