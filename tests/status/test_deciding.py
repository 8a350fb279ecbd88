"""The actions that decide a headline are the same ones wherever they are named."""

import json
import re
from pathlib import Path

import pytest
from support import close_off, tcplan, write

COLOURS = {"R": "red", "A": "amber", "G": "green", "N": "grey", "B": "blue"}


def workspace(folder: Path, stated: str) -> Path:
    """A plan with an action for each letter; a small one is overdue."""
    lines = [
        f"  - {{id: {number}, title: Action {number}, due: {'2026-06' if one.islower() else '2027-06'}, "
        f"updates: [{{date: 2026-06-30, rag: {COLOURS[one.upper()]}}}]}}\n"
        for number, one in enumerate(stated, 1)
    ]
    head = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2026-01, end: 2027-12}\nactions:\n"
    close_off(folder)
    return write(folder, phase_1=head + "".join(lines))


@pytest.mark.parametrize(
    ("stated", "deciding", "overdue"),
    [
        ("RRRAAAAAGGGGGGGGGGGG", ["1", "2", "3"], []),
        ("RAAGGGGGG", ["1", "2", "3"], []),
        ("gAnGGG", ["1", "2", "3"], ["1", "3"]),
        ("gaAggAaAAAAGGGGGG", [str(number) for number in range(1, 12)], ["1", "4", "5"]),
    ],
)
def test_every_output_names_those_that_decided_and_no_others(
    tmp_path: Path, stated: str, deciding: list[str], overdue: list[str]
) -> None:
    """The page, its JSON and the documents; an overdue one is said to be, since its mark says something better."""
    cwd = workspace(tmp_path, stated)
    day = ("--as-of", "2026-07-15")
    head = json.loads(tcplan("status", "--format", "json", *day, cwd=cwd).stdout)["plans"][0]["headline"]
    assert (head["deciding"], head["overdue"]) == (deciding, overdue)
    page = tcplan("status", *day, cwd=cwd, COLUMNS="160").stdout
    html = tcplan("render", "plan", "--to", "html", *day, cwd=cwd).stdout
    markdown = tcplan("render", "plan", "--to", "md", *day, cwd=cwd).stdout
    part = page.split("decided by", 1)[1].split("reported  ", 1)[0]
    assert sorted(re.findall(r"(?:^|\s)([0-9]+)\b", part.replace("Action ", "Action-")), key=int) == deciding
    assert part.count("(overdue)") == len(overdue)
    part = html.split("Decided by", 1)[1].split("<table", 1)[0]
    assert re.findall(r'href="#[^"]*"><bdi>([0-9]+)', part) == deciding
    assert part.count("(overdue)") == len(overdue)
    part = markdown.split("__Decided by:__ ", 1)[1].split("\n", 1)[0]
    assert [one.split()[0] for one in part.split("; ")] == deciding
    assert part.count("(overdue)") == len(overdue)
