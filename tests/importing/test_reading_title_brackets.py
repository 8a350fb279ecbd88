"""Who and when in brackets at the end of a title."""

import pytest
from importing.making.found_plans import action, kinds_of, plan, read, values_of

from tcplan.importing.draft import DraftPlan

TITLE = "Launch a fund (up to £5,000) for technicians"


def _read(title: str, *alone: str) -> DraftPlan:
    return read(
        plan(*(action(f"{at}", owners=name) for at, name in enumerate(alone, 1)), action("9", title), title="P")
    )


@pytest.mark.parametrize(
    ("tail", "lead", "owners", "due"),
    [
        ("(HR)", None, ["HR"], None),
        ("[DTM] (2027)", None, ["DTM"], "2027"),
        ("(HR to lead, by end June 2026)", "HR", None, "2026-06"),
        ("[Lead: DTM, 2027]", "DTM", None, "2027"),
        ("(DTM/Comms, by July 2026)", None, ["DTM", "Comms"], "2026-07"),
        ("(by Dec 2026)", None, None, "2026-12"),
        ("(Owner: Faculty Technical Managers; March 2027).", None, ["Faculty Technical Managers"], "2027-03"),
        ("– HR", None, ["HR"], None),
        ("- HR/DTM", None, ["HR", "DTM"], None),
        ("(Jane Smith, 31/03/2026)", None, ["Jane Smith"], "2026-03-31"),
    ],
)
def test_brackets_say_who_and_when(tail: str, lead: str | None, owners: list[str] | None, due: str | None) -> None:
    """The title is what is before them."""
    entry = _read(f"{TITLE} {tail}", "HR", "DTM").entries[-1]
    values = values_of(entry)
    assert entry.title == TITLE
    assert (values.get("lead"), values.get("owners"), values.get("due")) == (lead, owners, due)


@pytest.mark.parametrize(
    "title",
    [
        "Join the Technical Excellence Network (TEN)",
        "Repeat the survey (2024)",
        "Offer a fund (12 months)",
        "Offer training (online, free)",
        "Hold a day for all staff (see 1.2)",
        "Publish the strategy (HR policy)",
        "Extend the pilot (HR, if funded)",
        "Publish a review - second part",
        "Review pay – HR policy",
    ],
)
def test_brackets_that_say_something_else_stay_in_the_title(title: str) -> None:
    """An owner has to stand elsewhere, and all has to be who or when."""
    entry = _read(title, "HR").entries[-1]
    assert entry.title == title
    assert values_of(entry) == {}


def test_brackets_beside_a_column_that_says_it_stay_in_the_title() -> None:
    """The column counts."""
    entry = read(plan(action("1", owners="HR"), action("2", f"{TITLE} (HR)", owners="DTM"))).entries[-1]
    assert (entry.title, values_of(entry)["owners"]) == (f"{TITLE} (HR)", ["DTM"])


def test_a_name_alone_in_brackets_is_told() -> None:
    """Since it might be something else."""
    assert "owner" in kinds_of(_read(f"{TITLE} (HR)", "HR"))


def test_where_titles_end_with_owners_letters_in_brackets_are_one() -> None:
    """Though they stand nowhere else; letters for the words before them are not."""
    titles = (f"{TITLE} (DTM, by July 2026)", f"{TITLE} (HR)", "Join the Technical Excellence Network (TEN)")
    entries = read(plan(*(action(f"{at}", title) for at, title in enumerate(titles, 1)))).entries
    assert [values_of(one).get("owners") for one in entries] == [["DTM"], ["HR"], None]
