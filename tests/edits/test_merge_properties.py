"""Two branches of a plan: both sides' changes are in the merged file, or a conflict names them."""

import random
import re
from collections import Counter
from typing import Any

import pytest
from edits.merging import a_branch
from edits.random_comments import with_random_comments
from edits.readers import PLANS, excerpt, read_plan

from tcplan.comparison.differences.any_order import in_one_order
from tcplan.comparison.differences.comparable import ComparableFile, comparable_file
from tcplan.comparison.differences.data_changes import DataChange, compare_data
from tcplan.comparison.merging.merge_data import merge_data
from tcplan.edits.merging.merge_file import MergedFile, merge_file
from tcplan.edits.merging.plan_edits import EditPlanner, WrittenSource
from tcplan.yaml_editor.editor import EditError, edit
from tcplan.yaml_editor.written_entry import comments_of, source_view
from tcplan.yaml_reader.reader import Document, read_text

BRANCHES = 300
ENTRIES = [name for name in PLANS if isinstance(read_plan(name).data, dict) and "actions" in read_plan(name).data]  # type: ignore[operator]


def edited(document: Document, wanted: dict[str, Any], rng: random.Random) -> Document:
    """The document as a keeper has changed it, now and then with a remark of theirs."""
    file = comparable_file(document.data)
    source = WrittenSource(source_view(document), file)
    made = edit(document, EditPlanner(document.data, file, source).plan(comparable_file(wanted).data))
    lines = made.text.splitlines(keepends=True)
    if rng.random() < 0.5:
        entries = [number for number, line in enumerate(lines) if re.match(r" *- id:", line)]
        if entries:
            number = rng.choice(entries)
            indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            end = "\r\n" if lines[number].endswith("\r\n") else "\n"
            lines.insert(number, f"{indent}# remark {rng.randint(0, 10**6)}{end}")
            made = read_text("".join(lines), document.name)
    return made


def a_version(base: Document, data: dict[str, Any], rng: random.Random) -> Document:
    """A branch of a keeper, who does something else where the editor refuses the change in the style of the file."""
    for _ in range(20):
        try:
            return edited(base, a_branch(data, rng), rng)
        except EditError:
            continue
    return base


def facts(before: ComparableFile, after: ComparableFile) -> Counter[str]:
    """What a branch has changed, as texts to be counted."""
    return Counter(words for change in compare_data(before, after) for words in _words(change))


def _words(change: DataChange) -> list[str]:
    keys = [one if isinstance(one, str) else str(one.before) for one in change.path]
    return [f"{'/'.join(keys)} {change.kind} {change.before} -> {change.after}"]


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", range(BRANCHES))
def test_both_sides_are_in_the_merged_file_or_a_conflict_names_them(seed: int) -> None:
    """In files of any style, whose comments all survive; what git takes for merged is a sound file."""
    rng = random.Random(seed)
    name = rng.choice(ENTRIES)
    data = excerpt(read_plan(name).data, rng)
    base = read_text(with_random_comments(data, rng), name)
    ours, theirs = (a_version(base, data, rng) for _ in range(2))
    merged = merge_file(base.encoded(), ours.encoded(), theirs.encoded(), name)
    files = [comparable_file(one.data) for one in (base, ours, theirs)]
    text = merged.content.decode().removeprefix("\ufeff")
    if merged.conflicts:
        check_conflict(merged, text, files)
        return
    found = read_text(text, name)
    assert not found.problems
    result = comparable_file(found.data)
    expected = facts(files[0], files[1]) | facts(files[0], files[2])
    assert facts(files[0], result) == expected
    kept = [comments_of(one) for one in (base, ours, theirs)]
    lost = (kept[0] - kept[1]) | (kept[0] - kept[2])
    assert not (kept[1] | kept[2]) - lost - comments_of(found)


def check_conflict(merged: MergedFile, text: str, files: list[ComparableFile]) -> None:
    """The markers are there, and both readings of them are sound."""
    assert re.search(r"^<{7} ours\r?$", text, re.MULTILINE)
    assert re.search(r"^>{7} theirs\r?$", text, re.MULTILINE)
    data = merge_data(*files)
    if data.conflicts and "comment" not in merged.conflicts[0]:
        ours = re.sub(r"^={7}\r?\n(?:.*\n)*?>{7} theirs\r?\n|^<{7} ours\r?\n", "", text, flags=re.MULTILINE)
        read = read_text(ours, "ours")
        assert not read.problems, ours
        result = comparable_file(read.data)
        assert in_one_order(result.data, result.shape) == in_one_order(data.ours, result.shape)
        assert len(merged.conflicts) == len(data.conflicts)
