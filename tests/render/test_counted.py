"""What a table counts and what an action says are the same: a colour that no table counts is marked on the action."""

import re
from pathlib import Path

import pytest
from render.rendering import Page, action_rows, render
from support import EXAMPLES, REPOSITORY, write

PLAN = """\
kind: plan
format: 1
title: A plan
period: {start: 2023-01, end: 2025-12}
review_every: 6 months
pillars: {id: 1, title: Only one}
actions:
  - {id: 1.1, title: Fresh, updates: {date: 2024-05-01, rag: green}}
  - {id: 1.2, title: Stale, updates: {date: 2023-05-31, rag: amber}}
  - {id: 1.3, title: Stale but complete, updates: {date: 2023-02-28, rag: blue}}
  - {id: 1.4, title: Starts later, start: 2025-01, updates: {date: 2024-05-01, rag: grey}}
  - {id: 1.5, title: Starts later unreported, start: 2025-01}
  - {id: 1.6, title: Closed, updates: {date: 2023-03-01, rag: red}, closed: {date: 2024-01-31, as: withdrawn}}
  - {id: 1.7, title: Closed unreported, closed: {date: 2024-01-31, as: withdrawn}}
  - {id: 1.8, title: Said without a colour, updates: {date: 2024-05-01, note: Begun}}
  - {id: 1.9, title: Never reported}
"""
SAID = {
    "1.1": "● Green: On track",
    "1.2": "▲ Amber: At risk "
    "(Counted as not reported: the report is from 31 May 2023, and a report counts for 12 months)",
    "1.3": "✔ Blue: Complete",
    "1.4": "○ Grey: Not started (Counted as starting later: it starts on 1 January 2025)",
    "1.5": "· Starts later",
    "1.6": "▼ Red: Off track",
    "1.7": "· Closed",
    "1.8": "· No colour given",
    "1.9": "· Not reported",
}


def statuses(page: Page) -> list[list[str]]:
    """The badge of each action with what is said beside it, and how it was closed if it was.

    A table without a column for it says above that nothing is reported on any action.
    """
    rows = page.all("tr", "action")
    if any("No report on progress is given" in one.text for one in page.all("p", "remark")):
        assert not [text for row in rows for text in row.all_text("p", "stated")]
        return [["Not reported"] for _ in rows]
    return [row.all_text("p", "stated") + row.all_text("div", "closed") for row in rows]


def counted_as(status: list[str]) -> str:
    """The column of the table that a reader of the status expects the action in."""
    stated, *closed = status
    if closed:
        return "Closed"
    for words, column in (("as not reported", "Not reported"), ("as starting later", "Starts later")):
        if f"Counted {words}" in stated:
            return column
    label = re.sub(r"^\W+(?:[A-Z][a-z]+: )?", "", stated)
    return "Not reported" if label == "No colour given" else label


@pytest.mark.parametrize("action", SAID)
def test_an_action_says_what_it_is_counted_as(tmp_path: Path, action: str) -> None:
    """A stale report, one on an action that is still to begin, and what has no colour at all."""
    text = render("plan", write(tmp_path, phase_1=PLAN), "--as-of", "2024-06-30")
    [row] = [one for one in action_rows(text) if one["No."] == action]
    assert row["Status"].startswith(SAID[action])


@pytest.mark.parametrize(
    ("path", "day"),
    [
        (EXAMPLES, "2026-06-30"),
        (EXAMPLES, "2027-12-31"),
        (EXAMPLES / "plans" / "northmoor" / "phase-1.yaml", "2020-06-30"),
        (EXAMPLES / "plans" / "northmoor" / "phase-2.yaml", "2023-06-30"),
        (REPOSITORY / "plans" / "durham", "2026-06-30"),
        (None, "2024-06-30"),
        (None, "2025-06-30"),
        (None, "2023-06-01"),
    ],
)
def test_the_table_counts_what_the_actions_say(tmp_path: Path, path: Path | None, day: str) -> None:
    """The last row of the table, found again by reading the status of every action."""
    page = Page(render("plan", path or write(tmp_path, phase_1=PLAN), "--as-of", day, "--to", "html"))
    table = next(one for one in page.all("table") if "Actions by pillar" in one.text)
    heads = [re.sub(r"^\W+", "", " ".join(one.text.split())) for one in table.walk() if one.tag == "th"]
    last = [one for one in table.walk() if one.tag == "tr"][-1]
    numbers = [int(one.text) for one in last.walk() if one.tag == "td" and "number" in one.classes]
    columns = heads[2 : len(numbers) + 1]  # after the pillar and its headline
    said = [counted_as(status) for status in statuses(page)]
    assert {column: said.count(column) for column in columns} == dict(zip(columns, numbers[:-1], strict=True))
    assert len(said) == numbers[-1]
