"""Two plans side by side in one table: two plans come out, and nothing of the old one is said of the new."""

import pytest
from importing.making.blocks import cell, document, heading, row, table
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundPlan
from tcplan.importing.ledger import Ledger

OLD = (
    ("Start a network", "Green", "120 members"),
    ("Run an award", "Amber", "One round"),
    ("Write a policy", "Red", "-"),
)
NEW = (("Review job descriptions", "HROD", "June 2026"), ("Publish a newsletter", "Estates", "July 2026"), ("", "", ""))


def find(made: SourceDocument) -> list[FoundPlan]:
    """The plans of a document."""
    return find_plans(made, Ledger(made), {})


def titles(plan: FoundPlan) -> list[str]:
    """The titles of its actions."""
    return [one.entry.title.text for one in actions_of(plan.entries)]


def check(plans: list[FoundPlan]) -> None:
    """The old actions have their states, and the new ones only their owners and dates."""
    old, new = plans
    assert titles(old) == [title for title, _, _ in OLD]
    assert titles(new) == [title for title, _, _ in NEW if title]
    assert [one.entry.fields[Field.RAG][0].text for one in actions_of(old.entries)] == ["Green", "Amber", "Red"]
    for one, (_, owner, due) in zip(actions_of(new.entries), NEW, strict=False):
        assert {found: words[0].text for found, words in one.entry.fields.items() if found is not Field.OWNERS} == {
            Field.DUE: due
        }
        assert one.entry.fields[Field.OWNERS][0].text == owner
        assert one.entry.children == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Phase 1 action", "Phase 2 action"),
        ("Phase one actions", "Phase two actions"),
        ("Previous action", "New action"),
        ("Action (2022-2024)", "Action (2025-2027)"),
        ("Last plan: action", "New plan: action"),
        ("Old action", "Current action"),
        ("Action", "New action"),
        ("Previous action", "Action"),
    ],
)
@pytest.mark.parametrize("lead", [(), ("Theme",)], ids=["", "with a theme"])
def test_an_old_plan_beside_the_new_one_is_a_plan_of_its_own(first: str, second: str, lead: tuple[str, ...]) -> None:
    """The headers of the two columns of actions say which plan each is; a theme before them is of both."""
    header = (*lead, first, "RAG", "Comments", second, "Owner", "Due")
    theme = ("Visibility",) if lead else ()
    rows = [(*theme, *one, *other) for one, other in zip(OLD, NEW, strict=True)]
    plans = find(document(heading("Action plan"), table(header, *rows)))
    check(plans)
    if lead:
        assert [[one.title.text for one in plan.entries] for plan in plans] == [["Visibility"], ["Visibility"]]


def test_what_is_above_the_headers_says_which_plan_each_is() -> None:
    """A header in two rows, the upper one over all columns of a plan."""
    above = row(cell("Phase 1", columns=3), cell("Phase 2", columns=3))
    header = ("Action", "RAG", "Comments", "Action", "Owner", "Due")
    check(find(document(table(above, header, *((*one, *two) for one, two in zip(OLD, NEW, strict=True))))))


@pytest.mark.parametrize("gap", [True, False], ids=["an empty column between", "no gap"])
@pytest.mark.parametrize("is_sheet", [True, False], ids=["sheet", "table"])
def test_plans_with_the_same_headers_are_told_apart_by_their_titles(gap: bool, is_sheet: bool) -> None:  # noqa: FBT001
    """`Ref | Action | Owner` twice, each below the title of its plan."""
    between = ("",) if gap else ()
    rows = [
        ("Plan 2022-2024", "", "", *between, "Plan 2025-2027", "", ""),
        ("Ref", "Action", "Owner", *between, "Ref", "Action", "Owner"),
        ("1.1", "Start a network", "HROD", *between, "1.1", "Publish a newsletter", "Estates"),
        ("1.2", "Run an award", "Library", *between, "1.2", "Review pay scales", "Finance"),
    ]
    first, second = find(document(table(*rows, name="Plans" if is_sheet else "", is_sheet=is_sheet)))
    assert titles(first) == ["Start a network", "Run an award"]
    assert titles(second) == ["Publish a newsletter", "Review pay scales"]
    assert [one.entry.fields[Field.OWNERS][0].text for one in actions_of(second.entries)] == ["Estates", "Finance"]
    assert [one.entry.number for one in actions_of(second.entries)] == ["1.1", "1.2"]
    assert (first.title, second.title) == ("Plan 2022-2024", "Plan 2025-2027")
    assert any("side by side" in one.message for one in second.doubts)


def test_one_plan_in_two_sets_of_columns_is_one() -> None:
    """As in a newspaper: the right-hand columns go on where the left-hand ones end."""
    rows = (
        ("1", "Start a network", "HROD", "3", "Review pay scales", "Finance"),
        ("2", "Run an award", "HR", "4", "Hold a day", "HR"),
    )
    (plan,) = find(document(table(("Ref", "Action", "Owner") * 2, *rows)))
    assert titles(plan) == ["Start a network", "Run an award", "Review pay scales", "Hold a day"]


@pytest.mark.parametrize("second", ["Next steps", "Further action required", "Future actions", "Action taken"])
def test_a_column_about_the_same_action_is_no_other_plan(second: str) -> None:
    """Words about what comes next for an action belong to it."""
    rows = (
        ("Start a network", "Green", "Ask for funds", "HROD"),
        ("Run an award", "Amber", "Find a sponsor", "Library"),
    )
    (plan,) = find(document(table(("Action", "RAG", second, "Owner"), *rows)))
    assert titles(plan) == ["Start a network", "Run an award"]
