"""Entries that an edit leaves alone are kept, and shaped, once: the file comes to the same as if it were read anew."""

import random
from typing import Any

import pytest
from edits.changing import a_change
from edits.readers import PLANS, read_plan

from tcplan.findings.change import Insert, Remove, Set
from tcplan.shape import shape
from tcplan.workspace.loading import File, shaped_file
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_editor.sharing import share_entries
from tcplan.yaml_reader.reader import read_text

CHANGES = 30
PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2025-01, end: 2027-12}
pillars:
  - {id: 1, title: First}
objectives:
  - {id: 1.1, title: Within the first}
actions:
  - {id: 1.1.1, title: Meet, lead: HR}
  - {id: 1.1.2, title: Write, lead: HR}
  - {id: 1.1.3, title: Teach, lead: HR}
"""


def file_of(text: str) -> File:
    """A file with this text."""
    return shaped_file(read_text(text, "plan.yaml"))


@pytest.mark.parametrize("name", PLANS[::3])
def test_an_edited_file_is_shaped_as_if_it_were_read_anew(name: str) -> None:
    """Model, problems, doubts and origins are those of the whole text, whatever the change."""
    before = shaped_file(read_plan(name))
    rng = random.Random(name)
    made = 0
    for _ in range(CHANGES):
        try:
            document = edit(before.document, [a_change(before.document.data, rng)])
        except EditError:
            continue
        made += 1
        shaped, anew = shaped_file(document, before).shaped, shape(read_text(document.text, name))
        assert (shaped.model, shaped.problems, shaped.tainted) == (anew.model, anew.problems, anew.tainted)
        assert vars(shaped.path_map) == vars(anew.path_map)
    assert made


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (Set(("actions", 1, "lead"), "Estates"), [(0, 0), (2, 2)]),
        (Remove(("actions", 0)), [(1, 0), (2, 1)]),
        (Insert(("actions", 1), {"id": "1.1.9", "title": "Ask", "lead": "HR"}), [(0, 0), (1, 2), (2, 3)]),
    ],
    ids=["changed", "removed", "inserted"],
)
def test_what_an_edit_leaves_alone_is_the_same_object(
    change: Set | Remove | Insert, kept: list[tuple[int, int]]
) -> None:
    """As data and as a model: a plan of ten thousand actions is in memory once."""
    before = file_of(PLAN)
    after = shaped_file(edit(before.document, [change]), before)
    old: Any = before.document.data
    new: Any = after.document.data
    assert not before.shaped.problems
    for old_index, new_index in kept:
        assert old["actions"][old_index] is new["actions"][new_index]
        assert before.shaped.model.actions[old_index] is after.shaped.model.actions[new_index]  # type: ignore[union-attr]


def test_another_order_of_keys_is_another_entry() -> None:
    """The places of a file go by the order of its keys, which equality of mappings does not look at."""
    old, new = read_text("a: [{x: 1, y: 2}]\n", "old"), read_text("a: [{y: 2, x: 1}]\n", "new")
    data: Any = new.data
    share_entries(data, old.data)
    assert list(data["a"][0]) == ["y", "x"]


def test_a_changed_entry_shares_the_lists_that_it_keeps() -> None:
    """Where no entry came or went: what a key misspelt in each action changes is one key of each."""
    old: Any = {
        "actions": [{"id": "1", "onwers": ["HR"], "steps": ["Meet"]}, {"id": "2", "steps": [{"a": "b", "c": "d"}]}]
    }
    new: Any = {
        "actions": [{"id": "1", "owners": ["HR"], "steps": ["Meet"]}, {"id": "3", "steps": [{"c": "d", "a": "b"}]}]
    }
    share_entries(new, old)
    assert new["actions"][0]["steps"] is old["actions"][0]["steps"]
    assert new["actions"][1]["steps"] is not old["actions"][1]["steps"]
    assert list(new["actions"][0]) == ["id", "owners", "steps"]
