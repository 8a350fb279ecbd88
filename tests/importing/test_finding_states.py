"""Which cells say how far an action is: by ticks, by colours alone, and on which days."""

import pytest
from importing.making.blocks import cell, document, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceCell, SourceDocument, SourceRow
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundPlan, Words
from tcplan.importing.ledger import Ledger

ACTIONS = ["Publish a directory", "Hold an open day", "Fund registration", "Start awards", "Write a guide"]
OWNERS = ["HROD", "Estates", "Finance", "Library", "HROD"]
RED, AMBER, GREEN = "FF0000", "FFC000", "00B050"


def find(made: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def words_of(plan: FoundPlan, found: Field) -> list[list[Words]]:
    """What each action says in a field, in order."""
    return [one.entry.fields.get(found, []) for one in actions_of(plan.entries)]


def said(plan: FoundPlan, found: Field) -> list[str]:
    """The same as text; empty where an action says nothing."""
    return ["; ".join(words.text for words in one) for one in words_of(plan, found)]


STATES = [
    ("Not started", "In progress", "Complete"),
    ("To do", "Doing", "Done"),
    ("Red", "Amber", "Green"),
    ("Planned", "Under way", "Achieved"),
    ("Off track", "At risk", "On track"),
]


@pytest.mark.parametrize("mark", ["✔", "x", "●", "☒"])
@pytest.mark.parametrize("states", STATES, ids=[one[0] for one in STATES])
def test_a_tick_says_what_the_header_above_it_says(states: tuple[str, str, str], mark: str) -> None:
    """One column for each state; a tick in one of them is not "complete"."""
    plan = find(
        document(
            table(
                ("Action", "Owner", *states),
                (ACTIONS[0], OWNERS[0], "", mark, ""),
                (ACTIONS[1], OWNERS[1], "", "", mark),
                (ACTIONS[2], OWNERS[2], mark, "", ""),
                (ACTIONS[3], OWNERS[3], "", mark, ""),
            )
        )
    )
    assert said(plan, Field.RAG) == [states[1], states[2], states[0], states[1]]
    assert not plan.doubts


def test_ticks_and_crosses_in_one_column_are_yes_and_no() -> None:
    """A cross among ticks does not say what the header says."""
    plan = find(
        document(
            table(
                ("Action", "Owner", "Complete"),
                *((title, owner, mark) for title, owner, mark in zip(ACTIONS, OWNERS, "✓✗✓✗✓", strict=True)),
            )
        )
    )
    assert "Complete" not in said(plan, Field.RAG)
    assert said(plan, Field.ABOUT) == list("✓✗✓✗✓")


def filled(*fills: str) -> list[str | SourceCell]:
    """Cells without words, of these colours."""
    return [cell("", fill=fill) for fill in fills]


def coloured_rows() -> list[SourceRow]:
    """Three actions with three columns of colours."""
    colours = ((RED, AMBER, GREEN), (AMBER, GREEN, ""), ("", RED, ""))
    return [row(ACTIONS[at], OWNERS[at], *filled(*fills)) for at, fills in enumerate(colours)]


DAYS = ("Nov-25", "Mar-26", "Jul-26")
HEADERS = {
    "numbered, with a row of days below": (
        row("Action", "Owner", "RAG 1", "RAG 2", "RAG 3"),
        row("", "", *DAYS),
    ),
    "one over all, with a row of days below": (
        row("Action", "Owner", cell("RAG", columns=3)),
        row("", "", *DAYS),
    ),
    "the days in the headers": (row("Action", "Owner", *(f"RAG {day}" for day in DAYS)),),
    "the days in brackets": (row("Action", "Owner", *(f"RAG status ({day})" for day in DAYS)),),
    "the same words with a row of days": (
        row("Action", "Owner", "Status", "Status", "Status"),
        row("", "", *DAYS),
    ),
}


@pytest.mark.parametrize("name", HEADERS)
def test_each_column_of_colours_is_of_the_day_in_its_header(name: str) -> None:
    """Also the one in which a single cell has a colour."""
    plan = find(document(table(*HEADERS[name], *coloured_rows())))
    found = [
        [(words.fill, next(day for day in DAYS if day in words.column)) for words in several]
        for several in words_of(plan, Field.RAG)
    ]
    assert found == [
        [(RED, "Nov-25"), (AMBER, "Mar-26"), (GREEN, "Jul-26")],
        [(AMBER, "Nov-25"), (GREEN, "Mar-26")],
        [(RED, "Mar-26")],
    ]


@pytest.mark.parametrize("header", ["Cost", "Risk level", "Priority", "Impact rating", "Budget"])
def test_the_colours_of_grades_are_no_states(header: str) -> None:
    """High and low in red and green say nothing of progress."""
    grades = (("High", RED), ("Low", GREEN), ("Medium", AMBER))
    rows = [(ACTIONS[at], cell(text, fill=fill), OWNERS[at]) for at, (text, fill) in enumerate(grades)]
    plan = find(document(table(("Action", header, "Owner"), *rows)))
    assert words_of(plan, Field.RAG) == [[], [], []]


@pytest.mark.parametrize("header", ["Action", "Ref", "Owner", "Comments", "Due"])
def test_the_colours_of_other_cells_are_states(header: str) -> None:
    """Where no column says the state of the actions."""
    cells = {
        "Action": ACTIONS,
        "Ref": ["1", "2", "3"],
        "Owner": OWNERS,
        "Comments": ["Yes", "No", ""],
        "Due": ["2026"] * 3,
    }
    rows = [
        [cell(cells[name][at], fill=fill if name == header else "") for name in cells]
        for at, fill in enumerate((RED, GREEN, AMBER))
    ]
    plan = find(document(table(tuple(cells), *rows)))
    assert [[words.fill for words in one] for one in words_of(plan, Field.RAG)] == [[RED], [GREEN], [AMBER]]
