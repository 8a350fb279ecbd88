"""`tcplan due`: what is overdue, owed or due, by date, each with its person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from status.owing import data_of
from support import EXAMPLES, tcplan, write

from tcplan.views.due import due_schema

DAY = ("--as-of", "2026-06-30")
INSTITUTION = """\
kind: institution
format: 1
name: U
owners:
  - {name: HR, also: [Human Resources]}
"""
PLAN = """\
kind: plan
format: 1
title: Plan
period: {start: 2026-01, end: 2027-12}
review_every: 6 months
actions:
  - id: 1
    title: First
    lead: Human Resources
    owners: Library
    due: [2026-03, 2026-06-30, 2026-09-28]
    updates: [{date: 2026-06-30, rag: amber}]
  - id: 2
    title: Second
    owners: [Library, hr]
    due: 2026-06-29
  - id: 3
    title: Third
    lead: tbc
    start: 2026-07
    due: 2026-09-29
  - id: 4
    title: Fourth
    lead: HR
    due: 2026-03
    updates: [{date: 2026-02, rag: blue}]
  - id: 5
    title: Fifth
    lead: HR
    due: 2026-03
    closed: {date: 2026-04, as: withdrawn}
  - id: 6
    title: Sixth
    lead: Estates
    due: 2026-05
    updates: [{date: 2025-12-29, rag: green}, {date: 2026-05-31, rag: red, due: 2026-10}]
  - id: 7
    title: Seventh
    lead: Estates
    due: ongoing
    updates: [{date: 2025-12-01, rag: green}]
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with a plan."""
    return write(tmp_path, institution=INSTITUTION, phase_1=PLAN)


def items(path: Path, *arguments: str) -> list[dict[str, Any]]:
    """What is due on the only plan, as data that the published schema describes."""
    page = data_of("due", path, *DAY, *arguments)
    jsonschema.Draft202012Validator(due_schema()).validate(page)
    found: list[dict[str, Any]] = page["plans"][0]["items"]
    return found


def listed(path: Path, *arguments: str) -> list[str]:
    """The same in short."""
    return [
        f"{one['day']} {one['kind']} {one['id']}{' late' if one['late'] else ''}" for one in items(path, *arguments)
    ]


def test_what_is_late_and_what_is_due_in_the_next_90_days(here: Path) -> None:
    """By date, the first and the last of these days included; a checkpoint that is over is not late."""
    assert listed(here) == [
        "2026-06-29 end 2 late",
        "2026-06-30 checkpoint 1",
        "2026-07-01 report 2",
        "2026-07-01 report 7",
        "2026-09-28 end 1",
    ]


@pytest.mark.parametrize("length", ["91d", "91 days", "13w", "13 weeks", "91D"])
def test_how_far_to_look_ahead(here: Path, length: str) -> None:
    """As people write a length of time."""
    assert listed(here, "--within", length)[-1] == "2026-09-29 end 3"


@pytest.mark.parametrize("length", ["7m", "7 months", "1y"])
def test_months_and_years_are_those_of_the_calendar(here: Path, length: str) -> None:
    """What is due after a slip is due on the new day, and the next report a review period after the last."""
    found = listed(here, "--within", length)
    assert {"2026-10-31 end 6", "2026-12-01 report 6", "2026-12-30 report 1", "2027-01-01 report 3"} <= set(found)


@pytest.mark.parametrize("length", ["0d", "soon", "90", "", "-1d", "2026-09-30", "90 d d"])
def test_a_length_that_is_none_is_wrong_usage(here: Path, length: str) -> None:
    """With what to write."""
    run = tcplan("due", here, f"--within={length}")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("tcplan: --within: ")
    assert "\nhelp: " in run.stderr


@pytest.mark.parametrize("who", ["HR", "hr", "human resources"])
def test_of_one_person_it_is_what_they_answer_for(here: Path, who: str) -> None:
    """What they lead, and what they own where there is no lead."""
    assert {one["id"] for one in items(here, "--lead", who, "--within", "9y")} == {"1", "2"}
    assert {one["id"] for one in items(here, "--lead", "Library", "--within", "9y")} == {"2"}


def test_an_unknown_person_is_wrong_usage(here: Path) -> None:
    """With the nearest name."""
    run = tcplan("due", here, "--lead", "Estate", *DAY)
    assert (run.returncode, run.stdout) == (2, "")
    assert "did you mean `Estates`?" in run.stderr


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2027-06-30", "2028-06-30"])
def test_all_who_lead_or_own_something_are_offered(here: Path, day: str) -> None:
    """Not only those who owe a report on that day: each of them can be asked for."""
    run = tcplan("due", here, "--lead", "Nobody", "--as-of", day)
    assert run.returncode == 2
    assert all(name in run.stderr for name in ("HR", "Library", "Estates"))


def test_each_has_its_people_as_status_spells_them(here: Path) -> None:
    """And what is stated about the action."""
    by_id = {one["id"]: one for one in items(here, "--within", "9y")}
    (plan,) = data_of("status", here, *DAY)["plans"]
    for action in plan["actions"]:
        item = by_id.get(action["id"])
        assert item is None or {key: item[key] for key in action if key in item} == {
            key: action[key] for key in action if key in item
        }
    assert [by_id[id_]["people"] for id_ in "1236"] == [["HR"], ["Library", "HR"], [], ["Estates"]]


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_page(golden: Callable[[str, str], None], width: str) -> None:
    """What is late comes first; names are never cut, and no line is too long."""
    run = tcplan("due", EXAMPLES, *DAY, COLUMNS=width)
    assert (run.returncode, run.stderr) == (0, "")
    assert all(cell_len(line) <= int(width) for line in run.stdout.splitlines())
    golden(f"status/due-{width}.txt", run.stdout)


def test_nothing_due_is_said(here: Path) -> None:
    """On the page of one person, too."""
    run = tcplan("due", here, "--as-of", "2025-12-31", "--within", "1d")
    assert "nothing is due, nothing is overdue and no report is owed" in run.stdout


def test_where_two_institutions_have_a_plan_both_are_shown(here: Path) -> None:
    """But one that has nobody of that name is left out."""
    other = here / "plans/v"
    other.mkdir()
    (other / "phase-1.yaml").write_text(PLAN.replace("Estates", "Workshops"), "utf-8")
    assert len(data_of("due", here, *DAY)["plans"]) == 2
    assert [one["institution"] for one in data_of("due", here, *DAY, "--lead", "Workshops")["plans"]] == ["v"]
