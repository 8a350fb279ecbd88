"""Whatever is edited, in whatever style a file is written: the data are as meant, and the rest is as it was."""

import random
import time
from collections import Counter
from collections.abc import Callable
from itertools import takewhile
from typing import Any

import pytest
import yaml
from edits.changing import a_change
from edits.random_layout import COMMENT, with_random_layout
from edits.readers import PLANS, excerpt, read_by_pyyaml, read_by_ruamel, read_plan, with_line_break
from hypothesis import given
from hypothesis import strategies as st

from tcplan.findings.change import Append, Change, Insert, Remove
from tcplan.yaml_editor.data_edits import apply_change, value_at
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_reader.reader import Document, read_text

EDITS_A_FILE = 5
WHOLE = ("examples/plans/northmoor/phase-3.yaml", "plans/durham/phase-2.yaml")

pytestmark = pytest.mark.unmeasured


def without_none(value: Any) -> Any:
    """The data as parsers without our notion of absence read them: an empty value is empty text."""
    if isinstance(value, dict):
        return {key: without_none(one) for key, one in value.items()}
    if isinstance(value, list):
        return [without_none(one) for one in value]
    return "" if value is None else value


def comments(text: str) -> list[str]:
    """The numbered comments, in the order of the text."""
    return [line.partition(COMMENT)[2] for line in text.splitlines() if COMMENT in line]


def try_edit(document: Document, change: Change, tally: Counter[str]) -> Document:
    """The edited document, or the same one where the change was refused with a line."""
    try:
        edited = edit(document, [change])
    except EditError as refused:
        is_named = 1 <= refused.line <= document.text.count("\n") + 1
        tally["refused" if is_named else "refused without a line"] += 1
        return document
    tally["accepted"] += 1
    return edited


def check_bytes(old: Document, new: Document, change: Change) -> None:
    """Outside of the entry that is changed, or of where it is added, every byte is as it was."""
    path = change.path[:-1] if isinstance(change, Insert) else change.path
    siblings = [one for one in old.marks if one[:-1] == path[:-1]]
    path = path[:-1] if isinstance(change, Remove) and siblings == [path] else path  # the holder becomes empty
    begin, end = 0, len(old.text)
    if path:
        mark = old.marks[path]
        begin = mark.key.start if mark.key else mark.value.start
        begin = min(begin, len(old.text[:begin].rstrip("\r\n ,-")))  # also a dash, comma or line break
        line_end = old.text.find("\n", mark.value.end)
        end = len(old.text) if line_end < 0 else line_end + 1
        end += len(old.text[end:]) - len(old.text[end:].lstrip()) if isinstance(change, Remove) else 0
        while old.text[end:].lstrip(" ").startswith(COMMENT):
            end += len(old.text[end:].partition("\n")[0]) + 1  # comments below an entry may move with it
    assert comments(old.text) == comments(new.text)
    assert old.has_bom == new.has_bom
    if not isinstance(change, Remove):  # what is last then may be block text, which has a line break of its own
        assert old.text.endswith("\n") == new.text.endswith("\n")
    assert old.text.endswith("\n") <= new.text.endswith("\n")
    assert (new.text.count("\r\n") == new.text.count("\n")) == (old.text.count("\r\n") == old.text.count("\n"))
    if is_addition(old.data, change):
        same = same_start(old.text, new.text) + same_start(old.text[::-1], new.text[::-1])
        assert same >= len(old.text)  # what is new is one stretch, and the rest the old text
    assert new.text.startswith(old.text[:begin])
    assert new.text.endswith(old.text[end:])


def same_start(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def is_addition(data: Any, change: Change) -> bool:
    """Whether a change only adds, since there is a list or mapping that it adds to."""
    if not isinstance(change, Append | Insert):
        return False
    holder = value_at(data, change.path if isinstance(change, Append) else change.path[:-1])
    if isinstance(change.path[-1], int) or isinstance(change, Append):
        return isinstance(holder, list) and bool(holder)
    return isinstance(holder, dict) and bool(holder) and change.path[-1] not in holder


def run_edits(text: str, name: str, rng: random.Random, tally: Counter[str]) -> None:
    """Some edits of a text, each checked by two other parsers."""
    document = read_text(text, name)
    for _ in range(EDITS_A_FILE):
        change = a_change(document.data, rng)
        edited = try_edit(document, change, tally)
        if edited is not document:
            whole = read_text(with_line_break(document.text), name)
            intended = without_none(apply_change(whole.data, change))
            shown = f"{change}\n--- before\n{document.text}\n--- after\n{edited.text}"
            assert read_by_ruamel(edited.text) == intended, shown
            assert read_by_pyyaml(edited.text) == intended, shown
            check_bytes(document, edited, change)
        document = edited


@pytest.mark.parametrize("name", PLANS[:: len(PLANS) // 4])
def test_strewn_files_hold_the_data_they_were_made_of(name: str) -> None:
    """The generator is right: whatever style it takes, the three parsers read the same."""
    rng = random.Random(name)
    for _ in range(10):
        data = excerpt(read_plan(name).data, rng)
        text = with_random_layout(data, rng)
        assert read_text(with_line_break(text), name).data == data, text
        assert read_by_ruamel(text) == read_by_pyyaml(text) == without_none(data)


@given(seed=st.integers(0, 2**48), name=st.sampled_from(PLANS))
def test_an_edit_gives_the_intended_data_and_leaves_all_else(
    seed: int, name: str, edit_tally: Callable[[str], Counter[str]]
) -> None:
    """In files with random comments, in every style, by two parsers that are not ours."""
    rng = random.Random(seed)
    text = with_random_layout(excerpt(read_plan(name).data, rng), rng)
    tally = edit_tally("random layout")
    run_edits(text, name, rng, tally)
    assert not tally["refused without a line"]


@given(seed=st.integers(0, 2**48), name=st.sampled_from(PLANS))
def test_many_changes_in_one_go_are_those_changes_one_after_the_other(seed: int, name: str) -> None:
    """To the last byte."""
    rng = random.Random(seed)
    document = read_text(with_random_layout(excerpt(read_plan(name).data, rng), rng), name)
    changes, alone = [], document
    for _ in range(EDITS_A_FILE):
        change = a_change(alone.data, rng)
        edited = try_edit(alone, change, Counter())
        if edited is not alone:
            changes.append(change)
        alone = edited
    assert edit(document, changes).text == alone.text


def test_hundreds_of_changes_take_no_quadratic_time() -> None:
    """A report on each of 400 actions takes a few times as long as one."""
    actions = "".join(f"  - id: {number}\n    title: T\n    updates: []\n" for number in range(400))
    document = read_text(f"actions:\n{actions}", "plan.yaml")
    changes = [Append(("actions", number, "updates"), {"date": "2026"}) for number in range(400)]

    def seconds(some: list[Append]) -> float:
        start = time.process_time()
        edit(document, some)
        return time.process_time() - start

    one = min(seconds(changes[:1]) for _ in range(5))
    assert seconds(list(changes)) < 30 * one


@pytest.mark.parametrize("name", WHOLE)
def test_nine_edits_in_ten_are_accepted(name: str, edit_tally: Callable[[str], Counter[str]]) -> None:
    """On whole files as they are: each random change by itself; those that are refused would lose a comment."""
    rng, document, tally = random.Random(name), read_plan(name), Counter[str]()
    for _ in range(100):
        change = a_change(document.data, rng)
        edited = try_edit(document, change, tally)
        if edited is not document:
            check_bytes(document, edited, change)
            assert yaml.load(edited.text, yaml.CBaseLoader) == without_none(apply_change(document.data, change))  # noqa: S506
    edit_tally(name).update(tally)
    assert tally["accepted"] >= 0.9 * tally.total(), tally
