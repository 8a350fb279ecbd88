"""A column for each colour with a mark in one of them, and the day of a review in cells above the header."""

from collections.abc import Mapping, Sequence

import pytest
from importing.making.blocks import cell, document, para, row, table

from tcplan.importing.document import SourceDocument, SourceRow
from tcplan.importing.draft import DraftPlan
from tcplan.importing.import_plans import ImportOptions, read_document
from tcplan.workspace.glossary import Glossary

TITLES = ("Open a workshop", "Hold a photography day", "Publish a directory", "Run a mentoring scheme")
COLOURS = ("amber", "red", "green", "red")


def read(made: SourceDocument) -> DraftPlan:
    """The only plan of a document."""
    (draft,) = read_document(made, ImportOptions({}, "", Glossary(()))).drafts
    return draft


def ticked_rows(ticks: Mapping[str, tuple[str, Sequence[str]]]) -> list[SourceRow]:
    """A table with a column for each colour: its header, the mark of a cell that says so, and of one that does not."""
    header = row("Ref", "Action", "Owner", "Due", *(head for head, _ in ticks.values()))
    rows = [header]
    for at, (title, colour) in enumerate(zip(TITLES, COLOURS, strict=True), 1):
        own = [marks[0] if one == colour else "".join(marks[1:]) for one, (_, marks) in ticks.items()]
        rows.append(row(f"1.{at}", title, "HR", "June 2027", *own))
    return rows


def colours_in(draft: DraftPlan) -> list[object]:
    """The last report of each action."""
    return [one.keys["updates"].value for one in draft.entries if one.level.value == "action"]


@pytest.mark.parametrize("marks", ["☒☐", "☑☐", "✓", "x", "☒□", "●", "X☐"])
@pytest.mark.parametrize("heads", [("Red", "Amber", "Green"), ("R", "A", "G"), ("RED", "AMBER", "GREEN")])
def test_a_mark_below_a_colour_is_that_colour(marks: str, heads: tuple[str, str, str]) -> None:
    """A box that nobody has ticked says nothing."""
    ticks = {
        colour: (head, (marks[0], *marks[1:])) for colour, head in zip(("red", "amber", "green"), heads, strict=True)
    }
    made = document(
        para("Technician Commitment action plan"), para("Assessed on 20 March 2026"), table(*ticked_rows(ticks))
    )
    draft = read(made)
    assert colours_in(draft) == [[{"date": "2026-03-20", "rag": colour}] for colour in COLOURS]
    assert not any("☐" in str(one.keys.get("about")) for one in draft.entries)


def test_a_colour_that_no_action_has_is_no_odd_column() -> None:
    """All of its boxes are empty."""
    ticks = {one: (one.capitalize(), ("☒", "☐")) for one in ("red", "amber", "green", "blue")}
    made = document(
        para("Technician Commitment action plan"), para("Assessed on 20 March 2026"), table(*ticked_rows(ticks))
    )
    assert not any("Blue" in doubt.message for doubt in read(made).doubts)


@pytest.mark.parametrize(
    ("label", "day", "read_day"),
    [
        ("Reviewed", "30 April 2026", "2026-04-30"),
        ("Date of review:", "30/04/2026", "2026-04-30"),
        ("Status as at", "April 2026", "2026-04"),
        ("Last updated", "30 April 2026", "2026-04-30"),
        ("RAG assessed", "30 April 2026", "2026-04-30"),
        ("Rated on:", "2026-04-30", "2026-04-30"),
    ],
)
def test_two_cells_above_the_header_say_the_day_of_the_colours(label: str, day: str, read_day: str) -> None:
    """Their words stay together in what is said about the plan."""
    rows = [
        row(cell("Northmoor University", columns=5)),
        row(label, day, "", "", ""),
        row("Ref", "Action", "Owner", "Due", "RAG"),
        *(row(f"1.{at}", title, "HR", "June 2027", "Amber") for at, title in enumerate(TITLES, 1)),
    ]
    draft = read(document(table(*rows, name="Plan", is_sheet=True)))
    assert colours_in(draft) == [[{"date": read_day, "rag": "amber"}]] * len(TITLES)
    about = str(draft.keys["about"].value)
    assert label.rstrip(":") in about
    assert day.replace("-", "") in about.replace("-", "").replace("\\", "")
