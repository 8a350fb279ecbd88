"""A form for each action below a heading that has its id: `Action sheet A1`."""

import pytest
from importing.making.blocks import document, heading, row, table

from tcplan.importing.document import Block
from tcplan.importing.draft import DraftPlan
from tcplan.importing.import_plans import ImportOptions, read_document
from tcplan.workspace.glossary import Glossary

TITLES = ("Write a blog each month", "Launch a directory", "Introduce an award")


def read(*blocks: Block) -> DraftPlan:
    """The only plan of a document."""
    (draft,) = read_document(document(*blocks), ImportOptions({}, "", Glossary(()))).drafts
    return draft


def form(title: str, *more: tuple[str, str]) -> Block:
    """The form of an action."""
    pairs = [*more, ("Pillar", "Seeing us"), ("Action", title), ("Owner", "HR"), ("Due", "May 2027")]
    return table(*[row(*pair) for pair in pairs])


def ids_of(draft: DraftPlan, level: str = "action") -> list[str]:
    """The ids of the entries of a level."""
    return [str(one.id) for one in draft.entries if one.level.value == level]


NAMES = [
    "Action sheet A{}",
    "Activity card TC-0{}",
    "Action record: 1.{}",
    "Action form no. A{}",
    "Task sheet A{} of 3",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_id_in_the_name_of_a_form_is_the_id_of_its_action(name: str) -> None:
    """The names are no pillars."""
    forms = [block for at, title in enumerate(TITLES, 1) for block in (heading(name.format(at), 2), form(title))]
    draft = read(heading("Technician Commitment action plan"), *forms)
    numbers = [name.format(at).removesuffix(" of 3").split()[-1] for at in (1, 2, 3)]
    assert ids_of(draft) == numbers
    assert [one.title for one in draft.entries if one.level.value != "action"] == ["Seeing us"]


def test_an_id_in_the_form_itself_counts_before_that_of_its_name() -> None:
    """The form says it plainly."""
    forms = [
        block
        for at, title in enumerate(TITLES, 1)
        for block in (heading(f"Action sheet {at}", 2), form(title, ("ID", f"V{at}")))
    ]
    assert ids_of(read(heading("Technician Commitment action plan"), *forms)) == ["V1", "V2", "V3"]
