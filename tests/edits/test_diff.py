"""Patches: what `patch` and `git apply` take, small where little changes, and soon made for a large plan."""

import re
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.edits.diff import make_diff
from tcplan.edits.line_matching import match_lines

LINES = st.lists(st.sampled_from(["", "a", "b", "- id: 1", "- id: 2", "  title: c"]), max_size=30)
LINE_ENDS = st.sampled_from(["", "\n"])
PROGRAMS = [["patch", "-p1", "-s", "-i", "change.patch"], ["git", "apply", "change.patch"]]


def entry(number: int, *, is_tidy: bool) -> list[str]:
    """An action whose keys are in the house order or not, with lines that all actions have."""
    lines = [f"  - id: {number}", f"    title: Action {number}", "    lead: HR", "    steps: Publish it", ""]
    return lines if is_tidy else [lines[0], *lines[3:1:-1], lines[1], ""]


@pytest.mark.parametrize("program", PROGRAMS, ids=["patch", "git apply"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nx\nc\n"),
        ("a\nb\n", "a\nb"),
        ("a\nb", "a\nb\nc\n"),
        ("a\n" * 50, "a\n" * 20 + "b\n" + "a\n" * 30),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "2\n3\n4\n5\n6\n7\n8\n9\n10\n"),
    ],
    ids=["one line", "last line break removed", "and added", "lines that repeat", "CRLF", "both ends"],
)
def test_a_patch_gives_the_new_text(program: list[str], before: str, after: str, tmp_path: Path) -> None:
    """Whatever the lines are."""
    (tmp_path / "plan.yaml").write_bytes(before.encode())
    (tmp_path / "change.patch").write_bytes(make_diff("plan.yaml", before, after).encode())
    flag = ["--binary"] if program[0] == "patch" else []
    subprocess.run([program[0], *flag, *program[1:]], cwd=tmp_path, check=True)
    assert (tmp_path / "plan.yaml").read_bytes() == after.encode()


@given(LINES, LINES)
def test_lines_that_match_are_the_same_and_in_order(before: list[str], after: list[str]) -> None:
    """A match never begins before the last one ends."""
    end, after_end = 0, 0
    for match in match_lines(before, after):
        assert match.length > 0
        assert match.before >= end
        assert match.after >= after_end
        end, after_end = match.before + match.length, match.after + match.length
        assert before[match.before : end] == after[match.after : after_end]


@given(LINES, LINE_ENDS)
def test_a_text_that_does_not_change_has_no_patch(lines: list[str], end: str) -> None:
    """Not even a head."""
    text = "\n".join(lines) + end
    assert make_diff("plan.yaml", text, text) == ""


def test_only_what_changes_is_in_a_patch() -> None:
    """Two keys in another order are two lines out and two lines in, in an entry of five lines."""
    before = [line for number in range(100) for line in entry(number, is_tidy=number != 50)]
    after = [line for number in range(100) for line in entry(number, is_tidy=True)]
    patch = make_diff("plan.yaml", "\n".join(before), "\n".join(after)).splitlines()
    assert len([line for line in patch if line[0] in "+-"]) <= 2 + 4
    assert len(patch) < 20


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            [line for number in range(6_000) for line in entry(number, is_tidy=False)],
            [line for number in range(6_000) for line in entry(number, is_tidy=True)],
        ),
        (["a", "b"] * 20_000, ["b", "a", "a"] * 15_000),
        ([str(number) for number in range(40_000)], [str(number) for number in reversed(range(40_000))]),
        ([str(number % 200) for number in range(40_000)], [str(number % 201) for number in range(40_000)]),
    ],
    ids=["every entry changes", "two lines only", "reversed", "lines that come again"],
)
def test_a_patch_of_a_large_file_is_made_in_seconds(before: list[str], after: list[str]) -> None:
    """Difflib takes minutes for each of these."""
    begun = time.process_time()
    match_lines(before, after)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("before", "after"),
    [(["a"], ["b"]), ([], ["a", "a"]), (["a", "a", "a"], ["a"]), (["a", "", "b"], ["", "b", "", "a"]), (["a"], ["a"])],
)
def test_a_patch_of_a_large_file_is_that_of_the_lines_that_differ(before: list[str], after: list[str]) -> None:
    """What is the same above and below only moves the numbers of the lines."""
    above, below = [f"{number} above" for number in range(20_000)], [f"{number} below" for number in range(20_000)]
    near, far = above[-9:], below[:9]
    small = make_diff("plan.yaml", "\n".join([*near, *before, *far]), "\n".join([*near, *after, *far]))
    large = make_diff("plan.yaml", "\n".join([*above, *before, *below]), "\n".join([*above, *after, *below]))
    moved = re.sub(r"(?<=[-+])\d+(?=,)", lambda found: str(int(found[0]) + len(above) - len(near)), small)
    assert large == moved
