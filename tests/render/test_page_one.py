"""Page one says what the files say: its numbers are found by a count that does not use tcplan."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from render.rendering import Element, Page, render
from render.test_counts import last, load, many
from support import EXAMPLES, write

FILES = EXAMPLES / "plans/northmoor"
COLOURS = ("blue", "green", "amber", "red", "grey")
MEANINGS = {"blue": "complete", "green": "on-track", "amber": "at-risk", "red": "off-track", "grey": "not-started"}
PROPOSED = {
    **dict.fromkeys(("complete",), "green"),
    **dict.fromkeys(("on-track", "in-progress", "at-risk", "paused"), "amber"),
    **dict.fromkeys(("off-track", "not-started"), "red"),
}
"""What the shipped forms propose for the last report."""


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(element.text.split())


class PageOne:
    """Page one as its reader sees it."""

    def __init__(self, text: str) -> None:
        page = Page(text)
        [self.root] = page.all("section", "page-one")

    @property
    def bar(self) -> Counter[str]:
        """The pieces of the bar by their colours, as the drawing says."""
        pieces = [one for one in self.root.walk() if one.tag == "g"]
        return Counter({one.attrs["class"].removeprefix("piece-"): self._number(one) for one in pieces})

    def _number(self, piece: Element) -> int:
        return int([one.text for one in piece.walk() if one.tag == "text"][-1])

    @property
    def widths(self) -> list[tuple[float, float, int]]:
        """Where each piece of the bar begins, how wide it is, and how many actions it is for."""
        pieces = [one for one in self.root.walk() if one.tag == "g"]
        rects = [next(one for one in piece.walk() if one.tag == "rect") for piece in pieces]
        return [
            (float(rect.attrs["x"][:-1]), float(rect.attrs["width"][:-1]), self._number(piece))
            for rect, piece in zip(rects, pieces, strict=True)
        ]

    def rows(self, caption: str) -> list[dict[str, str]]:
        """The rows of the table whose caption begins so, by the columns' names."""
        for table in (one for one in self.root.walk() if one.tag == "table"):
            if words(table).startswith(caption):
                head, *rows = [one for one in table.walk() if one.tag == "tr"]
                names = [re.sub(r"^[^\w]+", "", words(one)) for one in head.parts if isinstance(one, Element)]
                return [
                    dict(zip(names, [words(one) for one in row.parts if isinstance(one, Element)], strict=True))
                    for row in rows
                ]
        return []


def reviewed(stage: str) -> Iterator[tuple[str, str]]:
    """The pillar and the colour of each action of the first plan that a submission reviews."""
    review = many(load(FILES / f"{stage}.yaml")["reviews"])[0]
    plan, day = load(FILES / f"{review['plan']}.yaml"), last(review["date"])
    key = {**MEANINGS, **{colour: entry["means"] for colour, entry in plan.get("rag", {}).items()}}
    stated = {str(one["ref"]): one.get("rag") for one in many(review.get("closing"))}
    for action in plan["actions"]:
        if "added" in action and last(action["added"]) > day:
            continue
        reports = [one for one in many(action.get("updates")) if last(one["date"]) <= day and "rag" in one]
        proposed = PROPOSED[key[reports[-1]["rag"]]] if reports else "missing"
        closed = "closed" in action and last(action["closed"]["date"]) <= day
        yield str(action["id"])[0], stated.get(str(action["id"])) or ("closed" if closed else proposed)


@pytest.mark.parametrize("stage", ["stage-2", "stage-3"])
def test_the_bar_and_the_table_of_a_review_have_the_numbers_of_the_files(stage: str) -> None:
    """The colours that are stated, else those that the last reports lead to."""
    page = PageOne(render(stage.replace("-", ""), EXAMPLES, "--to", "html"))
    actions = [*reviewed(stage)]
    assert page.bar == Counter(colour for _, colour in actions)
    *pillars, whole = page.rows("Reviewed actions by pillar")
    for row in pillars:
        own = Counter(colour for pillar, colour in actions if pillar == row["Pillar"][0])
        columns = set(row) - {"Pillar", "All"}
        assert {one: int(row[one]) for one in columns} == {one: own[one.lower()] for one in columns}
        assert int(row["All"]) == own.total()
    assert int(whole["All"]) == len(actions)


def counted(plan: dict[str, Any], day: date, stale: int) -> Counter[str]:
    """The actions of a plan by what is last stated; a report does not count after some months unless it is complete."""
    found: Counter[str] = Counter()
    for action in plan["actions"]:
        if "added" in action and last(action["added"]) > day:
            continue
        if "closed" in action and last(action["closed"]["date"]) <= day:
            found["closed"] += 1
            continue
        reports = [one for one in many(action.get("updates")) if last(one["date"]) <= day]
        coloured = [one for one in reports if "rag" in one]
        begun = "start" not in action or first(action["start"]) <= day
        if not begun and not any(one["rag"] != "grey" for one in coloured):
            found["not-begun"] += 1
            continue
        on = last(coloured[-1]["date"]) if coloured else date.min
        age = (day.year - on.year) * 12 + day.month - on.month - (day.day < on.day)
        fresh = coloured and (coloured[-1]["rag"] == "blue" or age < stale or (age == stale and day.day <= on.day))
        found[coloured[-1]["rag"] if fresh else "unreported"] += 1
    return found


def first(day: Any) -> date:
    """The first day of a date or a month."""
    if isinstance(day, date):
        return day
    year, _, month = str(day).partition("-")
    return date(int(year), int(month or 1), 1)


@pytest.mark.parametrize("day", ["2024-06-30", "2024-12-12", "2025-06-26", "2025-12-31", "2026-06-30"])
def test_the_bar_and_the_table_of_a_plan_have_the_numbers_of_the_file(day: str) -> None:
    """On five days of the example's plan."""
    page = PageOne(render("plan", FILES / "phase-3.yaml", "--to", "html", "--as-of", day))
    wanted = counted(load(FILES / "phase-3.yaml"), date.fromisoformat(day), 12)
    assert page.bar == wanted
    *pillars, whole = page.rows("Actions by pillar")
    assert int(whole["All"]) == wanted.total() == sum(int(row["All"]) for row in pillars)


def plan_of(*colours: str | None, pillars: int = 1) -> str:
    """A plan with an action for each colour."""
    heads = "".join(f"  - {{id: {one}, title: Pillar {one}}}\n" for one in range(1, pillars + 1))
    actions = "".join(
        f"  - {{id: {place % pillars + 1}.{place}, title: Action {place}"
        + (f", updates: {{date: 2026-05-31, rag: {colour}}}}}\n" if colour else "}\n")
        for place, colour in enumerate(colours)
    )
    head = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025-01, end: 2027-12}\n"
    return f"{head}pillars:\n{heads}" + (f"actions:\n{actions}" if colours else "")


MIXES = {
    "none": (),
    "one": ("red",),
    "one of each": (*COLOURS, None),
    "one red in two hundred": ("green",) * 199 + ("red",),
    "a few of all in two hundred": ("green",) * 190 + ("red", "amber", "grey", "blue", None) * 2,
}


@pytest.mark.parametrize("name", MIXES)
def test_the_bar_is_whole_and_every_piece_has_room_for_its_label(tmp_path: Path, name: str) -> None:
    """The pieces follow each other, none is narrower than its label, and of two the larger number is no narrower."""
    colours = MIXES[name]
    root = write(tmp_path, phase_1=plan_of(*colours))
    page = PageOne(render("plan", root, "--to", "html", "--as-of", "2026-06-30"))
    assert page.bar == Counter(one or "unreported" for one in colours)
    widths = page.widths
    at = 0.0
    for left, width, _ in widths:
        assert left == pytest.approx(at)
        assert width >= 9
        at += width
    assert at == pytest.approx(100 if colours else 0)
    assert [width for _, width, count in sorted(widths, key=lambda one: one[2])] == sorted(one for _, one, _ in widths)


def test_at_most_five_exceptions_and_the_number_of_the_others(tmp_path: Path) -> None:
    """The red ones first; the bar is described in words too."""
    root = write(tmp_path, phase_1=plan_of(*("amber",) * 4, *("red",) * 3, *("green",) * 2, pillars=2))
    page = PageOne(render("plan", root, "--to", "html", "--as-of", "2026-06-30"))
    found = page.rows("What needs attention first")
    assert [row["State"] for row in found] == ["▼ Off track"] * 3 + ["▲ At risk"] * 2
    assert all(row["Since when"].endswith("since 31 May 2026") for row in found)
    assert "2 more actions need attention" in words(page.root)
    [drawing] = [one for one in page.root.walk() if one.tag == "svg"]
    assert drawing.attrs == {"role": "img", "aria-label": "9 actions: 2 On track, 4 At risk, 3 Off track"}


def test_a_plan_without_actions_has_a_page_without_a_bar(tmp_path: Path) -> None:
    """And says that it has none."""
    root = write(tmp_path, phase_1=plan_of())
    for to in ("html", "md"):
        text = render("plan", root, "--to", to, "--as-of", "2026-06-30")
        assert "It has no actions yet." in text
        assert "<svg" not in text


def test_a_first_submission_counts_the_actions_by_year(tmp_path: Path) -> None:
    """Nothing is reported on a plan that has only begun; what has no end date has a column of its own."""
    dues = ("2025-03", "2026", "2026-12-31", "24 months", "ongoing", "tbc", "")
    rows = "".join(
        f"  - {{id: 1.{place}, title: Action {place}{f', due: {due}' if due else ''}}}\n"
        for place, due in enumerate(dues)
    )
    head = plan_of().replace("period: {start: 2025-01", "period: {start: 2025-07")
    stage = "kind: submission\nformat: 1\nform: stage-1\nsubmits: phase-1\n"
    root = write(tmp_path, phase_1=f"{head}actions:\n{rows}", stage_1=stage)
    page = PageOne(render("stage1", root, "--to", "html", "--as-of", "2025-07-01"))
    assert page.rows("Actions by pillar and year") == [
        {
            "Pillar": "1 Pillar 1",
            "Due in 2025": "1",
            "Due in 2026": "2",
            "Due in 2027": "1",
            "No end date": "3",
            "All": "7",
        }
    ]
    assert not page.bar
