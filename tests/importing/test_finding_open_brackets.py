"""An action whose bracket ends in the next paragraph, as where lines of another program were pasted as paragraphs."""

import pytest
from importing.making.blocks import bullets, document, heading, para

from tcplan.importing.draft import DraftPlan
from tcplan.importing.finding.tails import closes_bracket
from tcplan.importing.import_plans import ImportOptions, read_document
from tcplan.workspace.glossary import Glossary


def read(first: str, rest: str) -> DraftPlan:
    """Three actions, of which the first goes on in a paragraph of its own."""
    others = bullets(["Write a blog (Library, by May 2027)", "Hold a day for everybody (HR, by May 2028)"])
    blocks = [heading("Action plan"), heading("Visibility", 2), *bullets([first]), para(rest), *others]
    (draft,) = read_document(document(*blocks), ImportOptions({}, "", Glossary(()))).drafts
    return draft


BROKEN = [
    ("Publish a directory (HR, by", "April 2028)"),
    ("Publish a directory (HR,", "by April 2028)"),
    ("Publish a directory (HR, April", "2028)"),
    ("Publish a directory (", "HR, by April 2028)"),
    ("Publish a directory [HR; by", "April 2028]."),
    ("Publish a directory (Lead: HR; by", "April 2028)"),
]


@pytest.mark.parametrize(("first", "rest"), BROKEN)
def test_an_open_bracket_goes_on_in_the_next_paragraph(first: str, rest: str) -> None:
    """With the owner and the date that it holds; nothing of it stands anywhere else."""
    draft = read(first, rest)
    actions = [one for one in draft.entries if one.level.value == "action"]
    assert [one.title for one in actions] == ["Publish a directory", "Write a blog", "Hold a day for everybody"]
    assert actions[0].keys["due"].value == "2028-04"
    assert "HR" in str(actions[0].keys.get("owners", actions[0].keys.get("lead")))
    assert "about" not in draft.keys


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Publish a directory (HR)", "April 2028)"),
        ("Publish a directory", "April 2028)"),
        ("Publish (as a page", "A (new) line"),
        ("Publish (as a page", "Nothing closes it"),
    ],
)
def test_other_lines_do_not_go_on(first: str, rest: str) -> None:
    """A bracket has to be open, and the next line has to close it."""
    assert not closes_bracket(first, rest)
