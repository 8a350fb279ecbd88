"""Parts of a document about what has been done: their actions are not among those of the new plan."""

import pytest
from importing.making.blocks import document, heading, table
from importing.making.scoring import actions_of

from tcplan.importing.document import Block
from tcplan.importing.finding import find_plans
from tcplan.importing.found import FoundPlan
from tcplan.importing.ledger import Ledger

PAST = table(
    ("Theme", "What we said", "What we achieved", "Status"),
    ("Visibility", "Launch a network", "Launched with 120 members", "Complete"),
    ("Recognition", "Create an award", "Two rounds held", "Complete"),
)
NEW = table(
    ("Theme", "Action", "Owner", "Due"),
    ("Visibility", "Review job descriptions", "HROD", "June 2026"),
    ("Recognition", "Publish a newsletter", "Estates", "2027"),
)
MORE = table(("Theme", "Action", "Owner", "Due"), ("Sustainability", "Map skills at risk", "HROD", "2028"))
OLD_TITLES, NEW_TITLES = ["Launch a network", "Create an award"], ["Review job descriptions", "Publish a newsletter"]

HEADINGS = [
    "Progress since 2022",
    "What we achieved",
    "Our achievements",
    "Progress to date",
    "What we have done so far",
    "2. Achievements in 2022-2024",
    "What we said and what we did",
    "Looking back",
    "Key successes since 2021",
]


def find(*blocks: Block) -> list[FoundPlan]:
    """The plans of a document."""
    made = document(*blocks)
    return find_plans(made, Ledger(made), {})


def titles(plan: FoundPlan) -> list[str]:
    """The titles of its actions."""
    return [one.entry.title.text for one in actions_of(plan.entries)]


@pytest.mark.parametrize("text", HEADINGS)
@pytest.mark.parametrize("then", ["Action plan 2025-2027", "Our actions", "What we will do next", "Our new plan"])
def test_what_was_achieved_before_the_plan_is_another_plan(text: str, then: str) -> None:
    """The actions of the new plan are not below pillars with those of the last one, and the part is told."""
    old, new = find(heading("Self-assessment"), heading(text), PAST, heading(then), NEW)
    assert titles(old) == OLD_TITLES
    assert titles(new) == NEW_TITLES
    assert any(text in one.message for one in old.doubts)


@pytest.mark.parametrize("text", HEADINGS)
def test_what_was_achieved_after_the_plan_is_another_plan(text: str) -> None:
    """Whether or not the first heading says that it is of the plan."""
    for first in ("Action plan", "What we will do"):
        new, old = find(heading(first), NEW, heading(text), PAST)
        assert titles(new) == NEW_TITLES
        assert titles(old) == OLD_TITLES


def test_a_plan_goes_on_after_such_a_part() -> None:
    """A part about the past in the middle ends with the next heading of its rank."""
    new, old = find(heading("Action plan"), NEW, heading("Progress so far"), PAST, heading("More for later"), MORE)
    assert titles(new) == [*NEW_TITLES, "Map skills at risk"]
    assert titles(old) == OLD_TITLES


def test_headings_below_the_heading_of_the_part_belong_to_it() -> None:
    """Pillars of the past are below `Achievements`."""
    old, new = find(
        heading("Achievements"), heading("Visibility", 2), PAST, heading("Action plan"), heading("Visibility", 2), NEW
    )
    assert (titles(old), titles(new)) == (OLD_TITLES, NEW_TITLES)


@pytest.mark.parametrize("text", ["Achievement awards", "Progress technicians to senior roles", "What we will do"])
def test_a_pillar_that_only_sounds_like_it_is_none(text: str) -> None:
    """A heading that says what is to be done begins no part about the past."""
    (plan,) = find(heading("Action plan"), heading("Visibility", 2), NEW, heading(text, 2), MORE)
    assert titles(plan) == [*NEW_TITLES, "Map skills at risk"]
