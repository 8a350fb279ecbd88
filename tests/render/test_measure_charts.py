"""Measures as small pictures, beside the numbers that they are made of."""

from pathlib import Path

import pytest
from render.rendering import Page, render
from support import write

PLAN = """\
kind: plan
format: 1
title: A plan
period: {{start: 2024-01, end: 2025-12}}
measures: {{id: m, title: A number, {}}}
"""
DAY = "2025-01-31"


def page(folder: Path, measure: str) -> Page:
    """The document of a plan with one measure."""
    return Page(render("plan", write(folder, plan=PLAN.format(measure)), "--to", "html", "--as-of", DAY))


def test_a_line_goes_from_reading_to_reading(tmp_path: Path) -> None:
    """Up where the numbers go up, and a dashed one from the first reading to the targets."""
    shown = page(tmp_path, "actual: {2024-01-01: 10, 2025-01-01: 20}, targets: {2026-01-01: 30}")
    [course, wanted] = [shown.all("polyline", name)[0].attrs["points"] for name in ("course", "wanted")]
    assert course == "4.0,32.0 60.1,18.0"
    assert wanted == "4.0,32.0 116.0,4.0"
    assert [len(shown.all("circle", name)) for name in ("reading", "target")] == [2, 1]
    [row] = [one for one in shown.all("tr") if one.attrs.get("id") == "measure-m"]
    assert "10 (first reading)" in row.text
    assert "30" in row.text


def test_a_picture_shows_nothing_later(tmp_path: Path) -> None:
    """Readings of later days are in no picture."""
    shown = page(tmp_path, "actual: {2024-01: 10, 2025-01: 20, 2025-06: 90}, targets: {end: 30}")
    assert len(shown.all("circle", "reading")) == 2
    assert "90" not in "".join(one.text for one in shown.all("main"))


def test_a_picture_is_hidden_from_who_cannot_see_it(tmp_path: Path) -> None:
    """The numbers beside it say the same."""
    [chart] = page(tmp_path, "actual: {2024-01: 10}, targets: {end: 30}").all("svg", "chart")
    assert chart.attrs["aria-hidden"] == "true"


@pytest.mark.parametrize(
    "measure",
    [
        "targets: {end: 30}",
        "actual: {2024-01: 10}",
        "actual: {2024-01: 10%}, targets: {end: 30}",
        "actual: {2024-01: many, 2024-06: 10}, targets: {end: 30}",
        "actual: {2026-01: 10}, targets: {end: 30}",
    ],
)
def test_what_makes_no_line_has_no_picture(tmp_path: Path, measure: str) -> None:
    """No reading, one point, counts beside percentages, what is no amount, and what is later."""
    shown = page(tmp_path, measure)
    assert shown.all("svg", "chart") == []
    assert "Course" not in [one.text for one in shown.all("th")]


def test_equal_numbers_are_a_level_line(tmp_path: Path) -> None:
    """In the middle."""
    shown = page(tmp_path, "actual: {2024-01: 7, 2024-12: 7}")
    assert shown.all("polyline", "course")[0].attrs["points"] == "4.0,18.0 116.0,18.0"


def test_what_no_measure_has_is_said_once(tmp_path: Path) -> None:
    """And has no column."""
    text = (
        PLAN.format("targets: {end: 30}")
        .replace("measures: {", "measures: [{")
        .replace("}}\n", "}}, {id: n, title: B}]\n")
    )
    said = render("plan", write(tmp_path, plan=text), "--as-of", DAY)
    assert said.count("No reading is recorded for any of the measures.") == 1
    assert "| Measure | Targets |\n" in said
    assert "| B | – |\n" in said
