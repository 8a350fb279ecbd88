"""A table for each action: its title is the caption, and the rows are labels and values."""

import pytest
from importing.making.blocks import document, heading, table

from tcplan.importing.draft import DraftPlan
from tcplan.importing.import_plans import ImportedDocument, ImportOptions, read_document
from tcplan.workspace.glossary import Glossary

TITLES = ("Write a blog each month", "Launch a directory of skills", "Introduce an award for workshops")
PAIRS = [
    [("Owner", "HR"), ("When", "May 2027"), ("Success", "Forty profiles")],
    [("Lead", "HR"), ("Due date", "May 2027")],
    [("Responsible", "HR"), ("Timescale", "May 2027"), ("Priority", "High")],
    [("Success measure", "Forty profiles"), ("Owner", "HR"), ("Deadline", "May 2027")],
]


def read(captions: list[str], pairs: list[tuple[str, str]], *, is_upright: bool) -> ImportedDocument:
    """A document with a table below each caption."""
    rows = [[one for one, _ in pairs], [value for _, value in pairs]] if is_upright else pairs
    tables = [table(*rows, name=caption) for caption in captions]
    made = document(heading("Technician Commitment action plan"), heading("Visibility", 2), *tables)
    return read_document(made, ImportOptions({}, "", Glossary(())))


def actions_in(draft: DraftPlan) -> list[tuple[str, str]]:
    """The ids and titles of the actions."""
    return [(one.id, one.title) for one in draft.entries if one.level.value == "action"]


@pytest.mark.parametrize("is_upright", [False, True])
@pytest.mark.parametrize("pairs", PAIRS)
@pytest.mark.parametrize("number", ["1.{}. ", "Action 1.{}: ", "1.{} "])
def test_the_caption_of_a_form_is_its_action(pairs: list[tuple[str, str]], number: str, is_upright: bool) -> None:  # noqa: FBT001
    """With the id in front of it; no word is lost."""
    captions = [f"{number.format(at)}{title}" for at, title in enumerate(TITLES, 1)]
    found = read(captions, pairs, is_upright=is_upright)
    (draft,) = found.drafts
    assert actions_in(draft) == [(f"1.{at}", title) for at, title in enumerate(TITLES, 1)]
    assert all(one.keys["due"].value == "2027-05" for one in draft.entries if one.level.value == "action")
    assert not found.left_over


def test_a_caption_without_an_id_is_an_action_too() -> None:
    """The form below it says who and when."""
    (draft,) = read(list(TITLES), PAIRS[0], is_upright=False).drafts
    assert [title for _, title in actions_in(draft)] == list(TITLES)
