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


ENDINGS = {
    "posts and bodies": [
        "(Faculty Deans)",
        "(HR)",
        "(Faculty Deans and HR)",
        "(Technical Managers Group)",
        "(HR and Technical Managers Group)",
    ],
    "square brackets": ["[Faculty Deans]", "[HR]", "[Faculty Deans, HR]", "[HR]", "[Faculty Deans]"],
    "after a dash": ["– Head of Estates", "– HR", "– Head of Estates and HR", "– HR", "– Head of Estates"],
    "people": ["(Jane Smith)", "(Jane Smith and Peter Jones)", "(Peter Jones)", "(Jane Smith)", "(Peter Jones)"],
    "letters": ["(DTM)", "(HR)", "(DTM/HR)", "(DTM)", "(HR)"],
    "one of five without": ["(Faculty Deans)", "(HR)", "", "(Faculty Deans)", "(HR)"],
}
TITLES = (
    "Open a workshop",
    "Hold a photography day",
    "Publish a directory",
    "Run a mentoring scheme",
    "Fund a first visit",
)


def _with_endings(endings: list[str]) -> DraftPlan:
    titles = [f"{title} {ending}".strip() for title, ending in zip(TITLES, endings, strict=True)]
    return read(plan(*(action(f"{at}", title) for at, title in enumerate(titles, 1)), title="P"))


@pytest.mark.parametrize("endings", ENDINGS.values(), ids=ENDINGS)
def test_names_that_end_most_titles_are_who_does_it(endings: list[str]) -> None:
    """Though no column has an owner; it is told once for all."""
    draft = _with_endings(endings)
    assert [one.title for one in draft.entries] == list(TITLES)
    owners = [values_of(one).get("owners") for one in draft.entries]
    assert [bool(one) for one in owners] == [bool(one) for one in endings]
    assert len({name for one in owners for name in one or []}) <= 3
    assert [doubt.kind for doubt in draft.doubts].count("owner") == 1


@pytest.mark.parametrize(
    "endings",
    [
        ["(Visibility)", "(Recognition)", "(Visibility)", "(Recognition)", "(Visibility)"],
        ["(High)", "(Low)", "(High)", "(Low)", "(Medium)"],
        ["(V)", "(R)", "(CD)", "(CD)", "(V)"],
        ["(online)", "(in person)", "(online)", "(online)", "(in person)"],
        ["(Faculty Deans)", "(Head of Estates)", "(Library)", "(Marketing)", "(Registry)"],
        ["(HR)", "", "", "(HR)", ""],
        ["(Year 1)", "(Year 2)", "(Year 1)", "(Year 2)", "(Year 1)"],
    ],
)
def test_endings_that_are_no_owners_stay_in_the_titles(endings: list[str]) -> None:
    """Themes, priorities, remarks, names of which none comes again, and those of a few titles."""
    entries = _with_endings(endings).entries
    assert [one.title for one in entries] == [
        f"{title} {end}".strip() for title, end in zip(TITLES, endings, strict=True)
    ]
    assert not any("owners" in one.keys for one in entries)
