"""`tcplan due`: what is overdue, owed or due, by date, each with its person."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from status.owing import data_of
from support import EXAMPLES, tcplan, write

from tcplan.values.due_item_kinds import DueItemKind
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
        "2026-06-30 review None",
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


DATED = """\
kind: plan
format: 1
title: Plan
period: {start: 2026-01, end: 2027-12}
review_every: 12 months
success: [{title: Of the plan, due: 2026-09}]
pillars:
  - {id: 1, title: Pillar, lead: HR, success: [{title: Of the pillar, due: 2026-08}]}
objectives:
  - {id: 1.1, title: Objective, success: [{title: Of the objective, due: 2026-07-15}]}
actions:
  - id: 1.1.1
    title: First
    lead: Estates
    updates: [{date: 2026-06-30, rag: amber}]
    success: [{title: Reached, due: 2026-09, done: 2026-06-30}, {title: Passed, due: 2026-06-29}]
    steps: [{title: Pilot, due: 2026-07}, {title: Undated}, {title: Later, due: 2026-12}]
  - id: 1.1.2
    title: Complete
    updates: [{date: 2026-06-30, rag: blue}]
    steps: [{title: Of a complete one, due: 2026-07}]
  - id: 1.1.3
    title: Closed
    closed: {date: 2026-04, as: withdrawn}
    success: [{title: Of a closed one, due: 2026-07}]
measures:
  - {id: count, title: Staff counted, targets: {2026-08-31: 40%, 2025-01: 10%, end: 60%}}
"""
DATED_INSTITUTION = (
    INSTITUTION + "meetings: [2026-06-30, 2026-09-10, 2026-07-02, 2028-01-01]\ndue: [{form: stage-3, date: 2026-07}]\n"
)


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A workspace with a date of every kind."""
    return write(tmp_path, institution=DATED_INSTITUTION, phase_1=DATED)


def test_all_dates_of_a_plan_are_listed(dated: Path) -> None:
    """Those of the plan, of measures, and of criteria and steps that were not done, unless their entry is over."""
    rows = [f"{one['day']} {one['kind']} {one['title']}" for one in items(dated, "--within", "185d")]
    assert rows == [
        "2026-07-02 meeting meeting of the steering group",
        "2026-07-15 criterion Of the objective",
        "2026-07-31 submission stage-3 submission",
        "2026-07-31 step Pilot",
        "2026-08-31 target 40%: Staff counted",
        "2026-08-31 criterion Of the pillar",
        "2026-09-10 meeting meeting of the steering group",
        "2026-09-30 criterion Of the plan",
        "2026-12-31 review review, every 12 months",
        "2026-12-31 step Later",
    ]
    assert [one["kind"] for one in items(dated, "--within", "2y")][-2:] == ["plan-end", "target"]


def test_a_submission_that_was_not_sent_is_late(dated: Path) -> None:
    """If there is a file for it, and with no colour of its own."""
    write(dated, institution=DATED_INSTITUTION, again="kind: submission\nformat: 1\nform: stage-3\n")
    page = data_of("due", dated, "--as-of", "2026-08-10")["plans"][0]["items"]
    assert [(one["kind"], one["title"], one["label"]) for one in page if one["late"]] == [
        ("submission", "stage-3 submission (again)", None)
    ]
    assert "Late  1 submission, not sent" in tcplan("due", dated, "--as-of", "2026-08-10").stdout


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        ("Estates", {"step"}),
        ("HR", {"criterion"}),
        ("none", {"criterion"}),
    ],
)
def test_with_a_lead_there_are_only_dates_of_what_is_led(dated: Path, who: str, wanted: set[str]) -> None:
    """Or of entries that should be: a meeting has no lead that it could be without."""
    assert {one["kind"] for one in items(dated, "--lead", who)} == wanted


@pytest.mark.parametrize("kind", list(DueItemKind))
def test_one_kind_can_be_asked_for(dated: Path, kind: DueItemKind) -> None:
    """And several; the rest is left out."""
    every = items(dated, "--within", "2y")
    assert items(dated, "--within", "2y", "--kind", kind) == [one for one in every if one["kind"] == kind]
    both = items(dated, "--within", "2y", "--kind", kind, "--kind", "meeting")
    assert both == [one for one in every if one["kind"] in {kind, "meeting"}]
    run = tcplan("due", dated, "--as-of", "2028-06-30", "--within", "1d", "--kind", kind)
    assert run.stdout.rstrip().endswith(f"nothing of this kind: {kind}")


@pytest.mark.parametrize("day", ["2026-01-01", "2026-06-30", "2026-07-01", "2026-09-10", "2027-06-30"])
def test_the_next_dates_are_those_of_status(dated: Path, day: str) -> None:
    """Of every deadline of the status page the same day."""
    (page,) = data_of("status", dated, "--as-of", day)["plans"]
    listed = data_of("due", dated, "--as-of", day, "--within", "5y")["plans"][0]["items"]
    dates = [(one["day"], one["kind"]) for one in listed]
    assert all((one["day"], one["kind"]) in dates for one in page["deadlines"])
    reviews = [day for day, kind in dates if kind in {"review", "meeting"}]
    assert reviews[:1] == [one["day"] for one in page["deadlines"] if one["kind"] in {"review", "meeting"}]


@pytest.mark.parametrize("command", ["due", "owners"])
def test_an_ended_plan_is_shown_as_it_was_when_it_ended(command: str) -> None:
    """If another follows, as `status` does; a day that is named is kept."""
    phase_2 = EXAMPLES / "plans/northmoor/phase-2.yaml"
    assert data_of(command, phase_2)["as_of"] == "2023-12-31"
    assert data_of(command, phase_2, "--as-of", "2025-01-01")["as_of"] == "2025-01-01"


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
