"""`tcplan owners`: what each leads and shares, what of it is late, and what is due next."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from status.owing import data_of
from status.test_due import DAY, INSTITUTION, PLAN
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.views.owners import owners_schema

LISTS = ("leads", "shares", "complete", "overdue", "owes_report")


def owners(path: Path, *arguments: str) -> dict[str | None, dict[str, Any]]:
    """The people of the only plan by name, as data that the published schema describes."""
    page = data_of("owners", path, *(arguments or DAY))
    jsonschema.Draft202012Validator(owners_schema()).validate(page)
    return {one["name"]: one for one in page["plans"][0]["owners"]}


def test_what_each_leads_and_shares(tmp_path: Path) -> None:
    """All spellings are one person, nobody is a row of its own, and what is closed is nobody's."""
    found = owners(write(tmp_path, institution=INSTITUTION, phase_1=PLAN), "--as-of", "2026-07-02")
    assert {name: [row[key] for key in LISTS] for name, row in found.items()} == {
        "Estates": [["6", "7"], [], [], [], ["7"]],
        "HR": [["1"], ["2"], ["4"], ["2"], ["2"]],
        "Library": [[], ["1", "2"], [], ["2"], ["2"]],
        None: [["3"], [], [], [], []],
    }
    assert [*found] == ["Estates", "HR", "Library", None]


def test_what_is_due_next_is_today_or_later(tmp_path: Path) -> None:
    """A checkpoint, an end or a report, of what they answer for."""
    found = owners(write(tmp_path, institution=INSTITUTION, phase_1=PLAN))
    following = {name: (row["next"]["day"], row["next"]["kind"], row["next"]["id"]) for name, row in found.items()}
    assert following == {
        "Estates": ("2026-07-01", "report", "7"),
        "HR": ("2026-06-30", "checkpoint", "1"),
        "Library": ("2026-07-01", "report", "2"),
        None: ("2026-09-29", "end", "3"),
    }


@pytest.mark.parametrize("path", [EXAMPLES, REPOSITORY / "plans/durham", REPOSITORY / "plans/harper-adams"])
def test_every_open_action_is_somebody_s_or_nobody_s(path: Path) -> None:
    """Led by one at most; what is late for somebody is late on the status page, and all of it is somebody's."""
    rows = owners(path).values()
    (plan,) = data_of("status", path, *DAY)["plans"]
    unfinished = [one for one in plan["actions"] if one["closed"] is None and one["meaning"] != "complete"]
    led = [id_ for row in rows for id_ in row["leads"]]
    assert len(led) == len(set(led))
    assert {id_ for row in rows for id_ in (*row["leads"], *row["shares"])} == {one["id"] for one in unfinished}
    assert {id_ for row in rows for id_ in row["overdue"]} == {one["id"] for one in unfinished if one["overdue"]}


@pytest.mark.parametrize("width", ["60", "80"])
def test_the_page(golden: Callable[[str, str], None], width: str) -> None:
    """A line for each person, and below it what is late; names are never cut, and no line is too long."""
    run = tcplan("owners", EXAMPLES, *DAY, COLUMNS=width)
    assert (run.returncode, run.stderr) == (0, "")
    assert all(cell_len(line) <= int(width) for line in run.stdout.splitlines())
    golden(f"status/owners-{width}.txt", run.stdout)


def test_a_plan_without_actions_has_no_owners(tmp_path: Path) -> None:
    """That is said."""
    write(tmp_path, phase_1="kind: plan\nformat: 1\ntitle: P\n")
    assert "No action is open: nobody leads or shares one." in tcplan("owners", tmp_path).stdout


@pytest.mark.parametrize("place", [EXAMPLES, REPOSITORY / "plans/durham", REPOSITORY / "plans/harper-adams"])
def test_the_table_by_owner_counts_what_owners_counts(place: Path) -> None:
    """Everybody's group has what they lead and what they share, complete or not, and what was closed besides."""
    day = ("--as-of", "2026-06-30", "--format", "json")
    (people,) = json.loads(tcplan("owners", place, *day).stdout)["plans"]
    (page,) = json.loads(tcplan("status", place, "--by", "owner", *day).stdout)["plans"]
    counted = {
        one["name"] or "nobody": len(one["leads"]) + len(one["shares"]) + len(one["complete"])
        for one in people["owners"]
    }
    groups = {one["title"]: one["actions"] - one["tally"]["closed"] for one in page["groups"]}
    assert {name: count for name, count in groups.items() if count} == counted
    assert page["overlapping"] is (sum(one["actions"] for one in page["groups"]) > page["counts"]["actions"])
