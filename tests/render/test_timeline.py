"""The timeline of a plan: columns that fit the paper, marks where the days are, and nothing that is not known."""

from datetime import date
from pathlib import Path

import pytest
from render.rendering import Element, Page, render, tables
from support import write

from tcplan.views.documents.timeline_scale import MOST_COLUMNS, scale_for

PLAN = """\
kind: plan
format: 1
title: A plan
period: {{start: 2024-04, end: {end}}}
objectives:
  - {{id: 1, title: First}}
  - {{id: 2, title: Second}}
  - {{id: 3, title: Without a date}}
actions:
  - {{id: 1.1, title: Steps, start: 2024-07, due: [2024-12, 2025-03]}}
  - {{id: 1.2, title: Slips, due: 2024-06, updates: {{date: 2024-06-20, due: 2024-11, note: Late.}}}}
  - {{id: 1.3, title: Done, due: 2024-09, updates: {{date: 2024-09-10, rag: blue}}}}
  - {{id: 2.1, title: For ever, start: 2024-10, due: ongoing}}
  - {{id: 2.2, title: Given up, due: 2025-01, closed: {{date: 2024-08-01, as: withdrawn}}}}
  - {{id: 2.3, title: Joins later, due: 2025-02, added: 2024-12}}
  - {{id: 3.1, title: No date}}
  - {{id: 3.2, title: To come, due: tbc}}
  - {{id: x, title: Alone, due: 2024-05}}
"""


def timeline(folder: Path, day: str, end: str = "2025-03") -> list[list[str]]:
    """The rows of the timeline, as a reader of the page hears them."""
    page = Page(render("plan", write(folder, phase_1=PLAN.format(end=end)), "--as-of", day, "--to", "html"))
    [table] = page.all("table", "timeline")
    rows = [one for one in table.walk() if one.tag == "tr"]
    return [[heard(cell) for cell in row.walk() if cell.tag in ("th", "td")] for row in rows]


def heard(cell: Element) -> str:
    """The words of a cell without its signs, which are hidden from who cannot see them."""
    hidden = [one.text for one in cell.walk() if one.attrs.get("aria-hidden") == "true" and one.text]
    words = cell.text
    for sign in hidden:
        words = words.replace(sign, "")
    return " ".join(words.split())


def test_days_are_in_their_quarters(tmp_path: Path) -> None:
    """Checkpoints, ends after slips, what is complete, what goes on; work runs from the first start to the last day."""
    head, *rows = timeline(tmp_path, "2024-10-15")
    assert head == ["Objective", "Q2 2024", "Q3 2024", "Q4 2024 (now)", "Q1 2025"]
    assert rows == [
        ["1 First", "runs", "1.3 complete", "1.1 checkpoint 1.2 due", "1.1 due"],
        ["2 Second", "", "", "runs", "2.1 ongoing"],
        ["Under no pillar", "x due", "", "", ""],
    ]


def test_markdown_says_the_same_in_words(tmp_path: Path) -> None:
    """From when to when, and what is due in which quarter; columns for each quarter would be too many for a page."""
    text = render("plan", write(tmp_path, phase_1=PLAN.format(end="2025-03")), "--as-of", "2024-10-15")
    [table] = [one for one in tables(text) if one[0] == ["Objective", "Runs", "Dates"]]
    first = "Q3 2024: 1.3 complete; Q4 2024: 1.1 checkpoint, 1.2 due; Q1 2025: 1.1 due"
    assert table[1:] == [
        ["1 First", "Q2 2024 to Q1 2025", first],
        ["2 Second", "Q4 2024 to Q1 2025", "Q1 2025: 2.1 ongoing"],
        ["Under no pillar", "Q2 2024", "Q2 2024: x due"],
    ]


def test_a_timeline_of_an_earlier_day_knows_nothing_later(tmp_path: Path) -> None:
    """No slip, no end before its time, and what was closed later was still to come."""
    _, *rows = timeline(tmp_path, "2024-06-10")
    assert rows[0] == ["1 First", "1.2 due", "1.3 due", "1.1 checkpoint", "1.1 due"]
    assert rows[1] == ["2 Second", "runs", "runs", "runs", "2.1 ongoing 2.2 due"]
    _, *rows = timeline(tmp_path / "later", "2025-01-10")
    assert rows[1] == ["2 Second", "", "", "runs", "2.1 ongoing 2.3 due"]


def test_the_day_is_a_line_in_its_column(tmp_path: Path) -> None:
    """Which is said in its heading too; a day outside the plan has none."""
    path = write(tmp_path, phase_1=PLAN.format(end="2025-03"))
    inside = Page(render("plan", path, "--to", "html", "--as-of", "2024-11-15"))
    assert {one.attrs["x1"] for one in inside.all("line", "day") if "%" in one.attrs["x1"]} == {"48%"}
    outside = render("plan", path, "--to", "html", "--as-of", "2026-11-15")
    assert 'class="now"' not in outside
    assert "(now)" not in outside


@pytest.mark.parametrize(
    ("end", "labels"),
    [
        ("2028-03", ["Q2 2024", "Q1 2028"]),
        ("2028-06", ["Jan–Jun 2024", "Jan–Jun 2028"]),
        ("2033-03", ["2024", "2033"]),
        ("2099-12", ["2020–2024", "2095–2099"]),
        ("2199-12", ["2000–2049", "2150–2199"]),
    ],
)
def test_a_long_plan_has_longer_columns(tmp_path: Path, end: str, labels: list[str]) -> None:
    """As few as fit the paper."""
    head, *_ = timeline(tmp_path, "2023-01-01", end)
    assert [head[1].removesuffix(" (now)"), head[-1]] == labels
    assert len(head) - 1 <= MOST_COLUMNS


@pytest.mark.parametrize("last", [date(2024, 1, 1), date(2024, 12, 31), date(2029, 6, 30), date(9999, 12, 31)])
def test_every_day_is_in_a_column(last: date) -> None:
    """The first in the first and the last in the last."""
    scale = scale_for([last, date(2024, 1, 1)])
    assert (scale.column(date(2024, 1, 1)), scale.column(last)) == (0, scale.count - 1)
    assert 0 <= (scale.share(last) or 0) <= 100
    assert scale.share(date(1999, 1, 1)) is None


def test_a_plan_without_dates_has_no_timeline(tmp_path: Path) -> None:
    """One date alone is no course of time either."""
    text = "kind: plan\nformat: 1\ntitle: A\nactions: [{id: 1, title: B, due: 2024-06}, {id: 2, title: C}]\n"
    assert "Timeline" not in render("plan", write(tmp_path, plan=text), "--as-of", "2024-01-01")
