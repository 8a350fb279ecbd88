"""A table within a cell that has the steps of an action, each with a letter or a number in a cell of its own."""

import pytest
from importing.making.blocks import cell, document, heading, row, table

from tcplan.importing.draft import DraftPlan
from tcplan.importing.import_plans import ImportOptions, read_document
from tcplan.workspace.glossary import Glossary

STEPS = ("Scope the work", "Agree the budget", "Launch the scheme")


def read(signs: tuple[str, ...], *, last: bool = False, words: str = "") -> DraftPlan:
    """Three actions with the same steps; the signs stand before or after them."""
    rows = [row("Ref", "Action", "Steps", "Owner", "Due")]
    for at, title in enumerate(("Write a blog", "Launch a directory", "Introduce an award"), 1):
        pairs = [(step, sign) if last else (sign, step) for sign, step in zip(signs, STEPS, strict=True)]
        inner = table(*[row(*pair) for pair in pairs])
        content = cell(words, inner) if words else cell(inner)
        rows.append(row(f"1.{at}", title, content, "HR", "May 2027"))
    made = document(heading("Technician Commitment action plan"), table(*rows))
    (draft,) = read_document(made, ImportOptions({}, "", Glossary(()))).drafts
    return draft


def steps_of(draft: DraftPlan) -> list[list[str]]:
    """The titles of the steps of each action, without what else they say."""
    every = [one.keys["steps"].value for one in draft.entries]
    return [[str(step) for step in steps if isinstance(step, str)] for steps in every if isinstance(steps, list)]


SIGNS = [
    ("a", "b", "c"),
    ("(a)", "(b)", "(c)"),
    ("1", "2", "3"),
    ("i", "ii", "iii"),
    ("A.", "B.", "C."),
    ("1)", "2)", "3)"),
]


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("signs", SIGNS)
def test_letters_before_steps_are_their_numbers(signs: tuple[str, ...], last: bool) -> None:  # noqa: FBT001
    """And neither colours nor steps; each step comes once."""
    draft = read(signs, last=last)
    assert steps_of(draft) == [list(STEPS)] * 3
    assert not any("about" in one.keys for one in draft.entries)


def test_words_above_the_table_are_a_step_of_their_own() -> None:
    """Nothing of the cell is lost, and nothing comes twice."""
    for steps in steps_of(read(("a", "b", "c"), words="Meet the deans first")):
        assert sorted(steps) == sorted([*STEPS, "Meet the deans first"])
