"""What a cell of an action holds beside its title: steps with letters or numbers, and more paragraphs."""

import pytest
from importing.making.blocks import cell, document, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceCell
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel
from tcplan.importing.ledger import Ledger

HEADER = ("Ref", "Action", "Owner", "Due")
LAST = ("1.2", "Hold an open day", "Estates", "2026")


def find_first(own: SourceCell, *header: str) -> tuple[FoundEntry, list[str]]:
    """The first action of a table, and the titles of all."""
    made = document(table(header or HEADER, row("1.1", own, "HROD", "June 2026"), LAST))
    (plan,) = find_plans(made, Ledger(made), {})
    every = [one.entry for one in actions_of(plan.entries)]
    return every[0], [one.title.text for one in every]


def steps_of(entry: FoundEntry) -> list[str]:
    """The words of its steps."""
    return [one.title.text for one in entry.children if one.level is FoundLevel.STEP]


@pytest.mark.parametrize(
    "marks",
    ["(a) (b) (c)", "a) b) c)", "a. b. c.", "i) ii) iii)", "(i) (ii) (iii)", "1) 2) 3)", "1. 2. 3.", "- - -", "• • •"],
)
@pytest.mark.parametrize("is_broken", [True, False], ids=["line breaks", "paragraphs"])
@pytest.mark.parametrize("title", ["Run the awards:", "Run the awards"])
def test_the_marked_lines_of_a_cell_are_steps(marks: str, is_broken: bool, title: str) -> None:  # noqa: FBT001
    """`Run the awards: (a) ... (b) ...` is one action with steps, whatever counts them."""
    lines = [title, *(f"{mark} {text}" for mark, text in zip(marks.split(), STEPS, strict=True))]
    entry, titles = find_first(cell("\n".join(lines)) if is_broken else cell(*lines))
    assert titles == ["Run the awards", "Hold an open day"]
    assert steps_of(entry) == STEPS


STEPS = ["call for nominations", "choose a panel", "hold the ceremony"]


def test_a_line_that_speaks_of_another_is_no_step() -> None:
    """`see 1(b)` within a sentence counts nothing, and one marked line is not several."""
    entry, _ = find_first(cell("Review pay (see 1(b)) and grades\n(c) and the scheme of (a) and (b)"))
    assert steps_of(entry) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Review job descriptions of technical staff.", "This follows the survey of 2024, where 40% asked for it."),
        ("Review job descriptions of technical staff", "The survey of 2024 asked for it."),
        ("Phase A: Create a register of skills", "Phase B: A conference each year"),
        ("Open the workshops to schools!", "2 of them are closed in August"),
        ("Set up a mentoring scheme:", "Mentors come from all faculties"),
    ],
)
def test_paragraphs_after_the_first_are_about_the_action(first: str, then: str) -> None:
    """The title is the first paragraph; the others are kept and do not run into it."""
    entry, titles = find_first(cell(first, then))
    assert titles[0] == first
    assert [words.text for words in entry.fields[Field.ABOUT]] == [then]
    assert steps_of(entry) == []


def test_paragraphs_that_each_say_what_is_done_are_steps_of_the_first() -> None:
    """Under `Action`, which is one, the paragraphs after the title are its steps."""
    entry, titles = find_first(cell("Set up an award for teams", "Agree the criteria", "Invite nominations each May"))
    assert titles == ["Set up an award for teams", "Hold an open day"]
    assert steps_of(entry) == ["Agree the criteria", "Invite nominations each May"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Publish a newsletter", "for technicians"),
        ("Agree terms with the", "Technician Commitment group"),
        ("Work with Estates and", "Finance on a new store"),
        ("Join the Science Council", "(as an employer champion)"),
        ("Name technicians,", "Apprentices and trainees on the web"),
    ],
)
def test_a_title_that_was_broken_by_hand_is_one(first: str, then: str) -> None:
    """A sentence that goes on in the next paragraph is one title."""
    entry, titles = find_first(cell(first, then))
    assert " ".join(titles[0].split()) == f"{first} {then}"
    assert Field.ABOUT not in entry.fields


@pytest.mark.parametrize("mark", ["{0}) ", "{0}. ", "({0}) ", "1.{0} ", "A{0}. "])
@pytest.mark.parametrize("is_broken", [True, False], ids=["line breaks", "paragraphs"])
def test_each_numbered_action_of_a_cell_has_the_owner_and_date_of_its_number(mark: str, is_broken: bool) -> None:  # noqa: FBT001
    """The numbers in the cells beside the actions say whose they are, and are no part of a name or date."""

    def make(*texts: str) -> SourceCell:
        lines = [mark.format(place) + text for place, text in enumerate(texts, 1)]
        return cell("\n".join(lines)) if is_broken else cell(*lines)

    own = (make("Publish a directory", "Start awards"), make("HROD", "Estates"), make("June 2026", "2027"))
    made = document(
        table(("Objective", "Actions", "Owner", "Due"), row("Be seen", *own), ("Grow", "Hold a day", "HR", "2028"))
    )
    (plan,) = find_plans(made, Ledger(made), {})
    every = [one.entry for one in actions_of(plan.entries)][:2]
    assert [one.title.text for one in every] == ["Publish a directory", "Start awards"]
    assert [one.fields[Field.OWNERS][0].text for one in every] == ["HROD", "Estates"]
    assert [one.fields[Field.DUE][0].text for one in every] == ["June 2026", "2027"]
