"""Rows with an id of their own or a struck-out action, and no words for an action: they are told, and kept."""

import pytest
from importing.making.blocks import cell, document, para, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceRow
from tcplan.importing.finding import find_plans
from tcplan.importing.found import FoundPlan
from tcplan.importing.ledger import Ledger

HEADER = ("Ref", "Action", "Owner", "Due", "Success")
FIRST = ("1.1", "Publish a directory", "HROD", "June 2025", "Directory online")
THIRD = ("1.3", "Hold an open day", "Estates", "2026", "40 visitors")


def find(*rows: SourceRow | tuple[str, ...]) -> FoundPlan:
    """The only plan of a table with these rows."""
    made = document(table(*rows))
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def said(plan: FoundPlan) -> list[tuple[str, ...]]:
    """The actions of a plan with all that is said about each."""
    return [
        (
            one.entry.number,
            one.entry.title.text,
            *(words.text for several in one.entry.fields.values() for words in several),
        )
        for one in actions_of(plan.entries)
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("1.2", "", "DTM", "July 2026", "Three issues"),
        ("1.2", "", "DTM", "", ""),
        ("1.2", "", "", "July 2026", ""),
        ("1.2.", "", "", "", "Three issues"),
        ("(1.2)", "", "DTM", "tbc", ""),
        ("V12", "", "DTM", "2027", ""),
        ("To be added by the careers group", "", "DTM", "2027", ""),
    ],
    ids=" ".join,
)
def test_a_row_with_an_id_and_no_action_is_no_more_of_the_one_above(cells: tuple[str, ...]) -> None:
    """No owner, date or success of it goes into a neighbour; all of its words are about the plan, with a doubt."""
    plan = find(HEADER, FIRST, cells, THIRD)
    assert said(plan) == [FIRST, THIRD]
    (words,) = plan.about
    assert all(one in words.text for one in cells)
    (doubt,) = plan.doubts
    assert doubt.kind == "action"
    assert "about" in doubt.message


def test_the_row_after_it_goes_on_with_none_of_them() -> None:
    """The second half of such a row does not go to the action before it."""
    plan = find(HEADER, FIRST, ("1.2", "", "DTM", "", ""), ("", "", "Comms", "", ""), THIRD)
    assert said(plan) == [FIRST, THIRD]
    assert "Comms" in " ".join(words.text for words in plan.about)


def test_a_row_with_the_id_again_or_with_none_goes_on() -> None:
    """An action over two rows may repeat its id, or leave it empty."""
    for again in ("1.1", ""):
        plan = find(HEADER, FIRST[:4], (again, "", "", "", "Second criterion"), THIRD)
        assert said(plan)[0] == (*FIRST[:4], "Second criterion")
        assert plan.doubts == []


def test_an_action_that_spans_rows_with_ids_is_one() -> None:
    """The ids beside a merged action are not those of rows without an action."""
    plan = find(HEADER, row("1.1", cell(FIRST[1], rows=2), *FIRST[2:]), row("1.2", "DTM", "2027", "Survey"), THIRD)
    assert [one[1] for one in said(plan)] == [FIRST[1], THIRD[1]]
    assert "no action" not in " ".join(one.message for one in plan.doubts)


@pytest.mark.parametrize("number", ["1.2", ""])
@pytest.mark.parametrize("beside", [("DTM", "July 2026", ""), ("", "2027", ""), ("DTM", "", "Three issues")])
def test_what_is_beside_a_struck_out_action_does_not_go_to_the_one_above(number: str, beside: tuple[str, ...]) -> None:
    """The action is left out and told, and what is beside it is kept."""
    struck = cell(para("", struck=("Print a newsletter",)))
    plan = find(HEADER, FIRST, row(number, struck, *beside), THIRD)
    assert said(plan) == [FIRST, THIRD]
    (doubt,) = [one for one in plan.doubts if one.kind == "struck"]
    assert "Print a newsletter" in doubt.message
    kept = " ".join(words.text for words in plan.about)
    assert all(one in kept for one in beside)
