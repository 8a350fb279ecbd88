"""Rows of a table that are about the document: signatures, totals, keys, ends of pages. They are no actions."""

import pytest
from importing.making.blocks import cell, document, para, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceRow
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundPlan
from tcplan.importing.ledger import Ledger

HEADER = ("Ref", "Action", "Owner", "Due")
FIRST = ("1.1", "Publish a directory", "HROD", "2025")
SECOND = ("1.2", "Hold an open day", "Estates", "2026")
WITHOUT_IDS = ("Action", "Owner", "Due", "Comments")


def find(*rows: SourceRow | tuple[str, ...]) -> FoundPlan:
    """The only plan of a table with these rows."""
    made = document(table(*rows))
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def said(plan: FoundPlan) -> list[tuple[str, list[str]]]:
    """The actions of a plan with all that is said about each."""
    return [
        (one.entry.title.text, [words.text for several in one.entry.fields.values() for words in several])
        for one in actions_of(plan.entries)
    ]


BOTH = [(FIRST[1], ["HROD", "2025"]), (SECOND[1], ["Estates", "2026"])]


@pytest.mark.parametrize(
    "cells",
    [
        ("Signed: V. Chancellor", "", "", "Date: 3 March 2026"),
        ("Signed", "V. Chancellor", "Date", "3 March 2026"),
        ("", "Approved by the Executive Board on 3 March 2026", "", ""),
        ("", "", "Approved by:", "Council"),
        ("Prepared by", "Technician Commitment lead", "Date:", "May 2026"),
        ("", "(continued overleaf)", "", ""),
        ("Continued on next page", "", "", ""),
        ("", "cont'd", "", ""),
        ("", "2 actions in total", "", ""),
        ("Total", "2", "", ""),
        ("Total actions", "2", "", "50%"),
        ("", "", "Total complete:", "1"),
        ("", "Grand total: £40,000", "", ""),
        ("", "Number of actions completed: 1", "", ""),
        ("Last updated", "14/05/2026", "", ""),
        ("", "RAG updated: May 2026", "", ""),
        ("Version 3", "", "", ""),
        ("Next review:", "June 2026", "", ""),
        ("", "Note: all dates are ends of months", "", ""),
        ("", "End of plan", "", ""),
    ],
    ids=lambda cells: " ".join(filter(None, cells)),
)
@pytest.mark.parametrize("has_id", [True, False], ids=["with ids", "without ids"])
def test_a_row_about_the_document_is_no_part_of_the_action_above(cells: tuple[str, ...], has_id: bool) -> None:  # noqa: FBT001
    """Its words are about the plan, and the action above has no other owner, date or title for it."""
    rows = (HEADER, FIRST, SECOND) if has_id else (WITHOUT_IDS, (*FIRST[1:], ""), (*SECOND[1:], ""))
    plan = find(*rows, cells)
    assert said(plan) == BOTH
    every = " ".join(words.text for words in (*plan.about, *plan.left))
    assert all(one in every for one in cells)


@pytest.mark.parametrize(
    "title",
    ["Total reward statements for technicians", "Update the register", "Sign the Technician Commitment again"],
)
def test_an_action_that_begins_with_such_a_word_stays_an_action(title: str) -> None:
    """Only whole phrases count, and a row with an id and an owner is an action whatever it begins with."""
    plan = find(HEADER, FIRST, ("1.2", title, "Estates", "2026"))
    assert [one for one, _ in said(plan)] == [FIRST[1], title]


@pytest.mark.parametrize(
    "key",
    [
        "Key: G = complete, A = under way, R = not started",
        "RAG key: Green: complete; Amber: under way; Red: not started",
        "Red = late, Amber = at risk, Green = on track",
        "Key: Green (G) means on track; Amber (A) means at risk; Red (R) means late",
        "R – late | A – at risk | G – on track",
    ],
)
@pytest.mark.parametrize("place", ["above the header", "below the rows", "in a paragraph"])
def test_a_key_in_one_line_is_the_key_of_the_plan(key: str, place: str) -> None:
    """Wherever it is, it makes no objective and no action, and each colour has its own words."""
    line = row(cell(key, columns=4))
    above, below = ([line] if place == "above the header" else []), ([line] if place == "below the rows" else [])
    made = document(*([para(key)] if place == "in a paragraph" else []), table(*above, HEADER, FIRST, SECOND, *below))
    (plan,) = find_plans(made, Ledger(made), {})
    assert said(plan) == BOTH
    assert [one.level for one in plan.entries] == ["action", "action"]
    assert len(plan.key) == 3
    assert not any("," in words.text or ";" in words.text for words in plan.key)


def test_items_with_letters_are_no_key() -> None:
    """`A - ...; B - ...` counts things; a key has an R, a G or the name of a colour."""
    plan = find(HEADER, FIRST, ("1.2", "A - hold an open day; B - invite schools", "Estates", "2026"))
    assert [one for one, _ in said(plan)][1] == "A - hold an open day; B - invite schools"
    assert not plan.key


def test_the_last_line_of_a_table_of_actions_without_owners_stays() -> None:
    """`Agreed` alone in a cell of states is no signature."""
    plan = find(("Ref", "Action", "Status"), ("1", "Publish a directory", "On track"), ("2", "Hold a day", "Delayed"))
    assert [words.text for one in actions_of(plan.entries) for words in one.entry.fields[Field.RAG]] == [
        "On track",
        "Delayed",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("No.", "Activity", "Responsible", "By"),
        ("Ref", "Initiative", "Lead", "Timescale"),
        ("", "Actions", "Who", "When"),
        ("ID", "Task", "Owner", "Deadline"),
        ("", "What we will do", "Accountable", "Target date"),
    ],
    ids=" ".join,
)
def test_a_row_of_header_words_is_no_action(words: tuple[str, ...]) -> None:
    """Another header within a table, in words of its own, names nothing."""
    assert said(find(HEADER, FIRST, words, SECOND)) == BOTH


def test_an_action_of_one_word_stays() -> None:
    """A word that is also a header is an action beside an owner and a date."""
    assert [one for one, _ in said(find(HEADER, FIRST, ("1.2", "Outreach review", "Estates", "2026")))] == [
        FIRST[1],
        "Outreach review",
    ]
