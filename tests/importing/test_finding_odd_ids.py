"""Rows whose ids are shorter or longer than those of their neighbours, and say as much: they are actions like these."""

import pytest
from importing.making.blocks import document, table
from importing.making.scoring import actions_of

from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundLevel
from tcplan.importing.ledger import Ledger

TITLES = ("Publish a directory", "Hold an open day", "Fund registration", "Start awards", "Map the grades of teams")


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.1", "1.9", "1.10", "2", "2.0"),
        ("1.1", "1.1.1", "1.2", "1.3", "1.4"),
        ("1", "2", "2.1", "3", "4"),
        ("A1", "A2", "A2.1", "A3", "B1"),
        ("1.1", "1.2", "1.2a", "1.3", "2"),
        ("1", "1.1", "1.2", "2", "2.1"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("fields", [("Owner", "Due"), ("Owner",), ("Due",)], ids=" ".join)
@pytest.mark.parametrize("style", ["column", "words"])
def test_a_row_that_says_who_and_when_is_an_action_whatever_its_id(
    numbers: tuple[str, ...], fields: tuple[str, ...], style: str
) -> None:
    """All rows have the same columns filled, so that none is an objective or a step, and each keeps its own owner."""
    values = {"Owner": ("HROD", "Estates", "Finance", "Library", "Research Office"), "Due": ("2025",) * 5}
    rest = list(zip(*(values[one] for one in fields), strict=True))
    rows = [
        (number, title, *more) if style == "column" else (f"{number}. {title}", *more)
        for number, title, more in zip(numbers, TITLES, rest, strict=True)
    ]
    made = document(table((*(("Ref",) if style == "column" else ()), "Action", *fields), *rows))
    (plan,) = find_plans(made, Ledger(made), {})
    every = [one.entry for one in actions_of(plan.entries)]
    assert [(one.number, one.title.text) for one in every] == list(zip(numbers, TITLES, strict=True))
    first = Field.OWNERS if fields[0] == "Owner" else Field.DUE
    assert [one.fields[first][0].text for one in every] == [more[0] for more in rest]


@pytest.mark.parametrize(
    "title", ["2025 survey of technicians repeated", "3 new awards launched", "A forum begins", "Fund registration"]
)
def test_a_row_without_an_id_among_numbered_words_is_an_action_too(title: str) -> None:
    """In a table whose actions begin with ids, one that has none and says who and when is no step of the one above."""
    rows = (
        ("1.1 Publish a directory", "HROD", "2025"),
        (title, "Estates", "2026"),
        ("1.2 Start awards", "HROD", "2027"),
    )
    made = document(table(("Action", "Owner", "Due"), *rows))
    (plan,) = find_plans(made, Ledger(made), {})
    assert [one.entry.title.text for one in actions_of(plan.entries)] == ["Publish a directory", title, "Start awards"]


def test_rows_below_one_that_say_nothing_else_are_its_steps() -> None:
    """A longer id alone, without an owner or a date, is that of a step."""
    rows = (
        ("1", "Start awards", "HROD", "2025"),
        ("1.1", "Agree the criteria", "", ""),
        ("1.2", "Invite nominations", "", "May 2025"),
        ("2", "Fund registration", "Finance", "2026"),
    )
    made = document(table(("Ref", "Action", "Owner", "Due"), *rows))
    (plan,) = find_plans(made, Ledger(made), {})
    first, _ = [one.entry for one in actions_of(plan.entries)]
    assert [(one.level, one.title.text) for one in first.children] == [
        (FoundLevel.STEP, "Agree the criteria"),
        (FoundLevel.STEP, "Invite nominations"),
    ]


@pytest.mark.parametrize("sign", [" - ", " – ", " — ", ": ", ". "])
def test_the_sign_between_an_id_and_the_words_is_of_neither(sign: str) -> None:
    """`1.10 - Create a register` is `Create a register`."""
    made = document(
        table(("Action", "Owner"), (f"1.9{sign}{TITLES[0]}", "HROD"), (f"1.10{sign}{TITLES[1]}", "Estates"))
    )
    (plan,) = find_plans(made, Ledger(made), {})
    assert [(one.entry.number, one.entry.title.text) for one in actions_of(plan.entries)] == [
        ("1.9", TITLES[0]),
        ("1.10", TITLES[1]),
    ]
