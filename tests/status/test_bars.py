"""A bar of the table has a mark for each action or, if there are too many, says for how many a mark stands."""

import re
from pathlib import Path

import pytest
from support import tcplan, write

from tcplan.terminal.status_marks import bar_scale, least_bar
from tcplan.views.status.rows import TallyRow

MARKS = {"blue": "C", "green": "G", "amber": "A", "red": "R", "grey": "N"}
NOTE = re.compile(r"A mark under stated stands for up to (\d+) actions; the numbers beside it are exact\.")


def plan_of(counts: list[dict[str, int]]) -> str:
    """A plan with a pillar for each of the counts: the number of actions of each colour."""
    lines = ["kind: plan", "format: 1", "title: P", "pillars:"]
    lines += [f"  - {{id: {number}, title: Pillar}}" for number in range(1, len(counts) + 1)]
    lines.append("actions:")
    for number, one in enumerate(counts, 1):
        colours = [colour for colour, count in one.items() for _ in range(count)]
        lines += [
            f"  - {{id: {number}.{index}, title: T, updates: [{{date: 2026-06-01, rag: {colour}}}]}}"
            for index, colour in enumerate(colours, 1)
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "counts",
    [
        [{"green": 1}],
        [{"green": 24}],
        [{"green": 25}],
        [{"green": 12, "red": 1}, {"blue": 3, "amber": 2, "grey": 1}],
        [{"green": 400, "red": 1}, {"blue": 3, "amber": 2, "grey": 1}],
        [{"green": 60, "red": 61, "amber": 62, "blue": 63, "grey": 64}, {"red": 1}],
    ],
)
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_mark_stands_for_as_many_actions_as_the_page_says(
    tmp_path: Path, counts: list[dict[str, int]], columns: str
) -> None:
    """The same number in all bars; one, where it says nothing."""
    write(tmp_path, plan=plan_of(counts))
    text = tcplan("status", tmp_path, "--as-of", "2026-06-30", "--ascii", COLUMNS=columns).stdout
    said = NOTE.search(" ".join(text.split()))
    scale = int(said[1]) if said else 1
    if " stated " not in text:  # without room for bars there are none
        assert (columns, said) == ("60", None)
        return
    bars = re.findall(r"^  \d+  Pillar .*? {2,}([CGARN]+) +[\d ]+\d+/\d+$", text, re.MULTILINE)
    wanted = ["".join(letter * -(-one.get(colour, 0) // scale) for colour, letter in MARKS.items()) for one in counts]
    assert bars == wanted
    most = max(sum(one.values()) for one in counts)
    assert most <= 24 if scale == 1 else most > 24 or columns == "60"


@pytest.mark.parametrize("width", [6, 8, 13, 24])
@pytest.mark.parametrize(
    "counts",
    [(1, 1, 1, 1, 1, 1, 0, 0), (0, 0, 0, 7, 0, 0, 0, 0), (100000, 1, 1, 1, 1, 1, 0, 0), (9, 9, 9, 0, 0, 0, 0, 0)],
)
def test_the_scale_is_the_smallest_that_fits(counts: tuple[int, ...], width: int) -> None:
    """And there is one from the least width on."""
    tally = TallyRow(*counts)
    assert least_bar([tally]) == sum(map(bool, counts))
    scale = bar_scale([tally], width)
    assert sum(-(-one // scale) for one in counts) <= width
    assert scale == 1 or sum(-(-one // (scale - 1)) for one in counts) > width
