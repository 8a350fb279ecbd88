"""Status and movement of the example on twelve days, against figures that were worked out without tcplan."""

import json
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from movement import independent
from repositories import commit, git, start_repository
from support import EXAMPLES, REPOSITORY, tcplan

from tcplan.views.status_report import report_schema

DATA = (REPOSITORY / "tests/data/movement/northmoor.yaml").read_text("utf-8")
FIGURES: list[dict[str, Any]] = yaml.load(DATA, yaml.BaseLoader)  # noqa: S506 (it makes only texts)
PLANS = EXAMPLES / "plans/northmoor"
IDS = [f"{one['plan']}-{one['until']}" for one in FIGURES]
CELLS = ("grey", "red", "amber", "green", "blue", "unreported", "not_begun", "closed")


def run(file: Path, until: str, since: str) -> dict[str, Any]:
    """The only plan of a page and its movement, which the published schema describes."""
    result = tcplan("status", file, "--as-of", until, "--since", since, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    page = json.loads(result.stdout)
    jsonschema.Draft202012Validator(report_schema()).validate(page)
    assert (len(page["plans"]), len(page["movement"])) == (1, 1)
    return {"plan": page["plans"][0], "moved": page["movement"][0]}


def sorted_moves(moves: dict[str, list[str]]) -> dict[str, list[str]]:
    """The moves by kind, each in the order of ids."""
    return {kind: sorted(rows) for kind, rows in sorted(moves.items())}


def moves_in(moved: dict[str, Any]) -> dict[str, list[str]]:
    """The moves of an output as the figures have them."""
    found: dict[str, list[str]] = {}
    for row in moved["moves"]:
        words = row["id"]
        if row["kind"] in ("slipped", "brought-forward"):
            words += f" {row['due_before']} {row['due_after']}"
        found.setdefault(row["kind"], []).append(words)
    return sorted_moves(found)


def totals_in(moved: dict[str, Any], side: str) -> dict[str, str]:
    """The totals of one day that are not zero."""
    return {cell: str(moved[side][cell]) for cell in CELLS if moved[side][cell]}


@pytest.mark.parametrize("figures", FIGURES, ids=IDS)
def test_the_figures_are_counted_again_without_tcplan(figures: dict[str, Any]) -> None:
    """By another parser and other code, from the definitions in words."""
    plan = independent.read(PLANS / f"{figures['plan']}.yaml")
    since, until = (date.fromisoformat(figures[day]) for day in ("since", "until"))
    status = independent.status(plan, until)
    assert status["headline"] == figures["headline"]
    assert {cell: str(count) for cell, count in status["totals"].items()} == figures["totals"]
    assert (status["overdue"], status["silent"]) == (figures["overdue"], figures["silent"])
    assert (status["decided_by"], status["due_soon"]) == (figures["decided_by"], figures["due_soon"])
    institution, *forms = (
        yaml.load((PLANS / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (it makes only texts)
        for name in ("institution", "stage-1", "stage-2", "stage-3")
    )
    sent = {one["form"]: one["sent"] for one in forms}
    assert independent.deadlines(plan, institution, sent, until) == figures["deadlines"]
    assert sorted_moves(independent.moves(plan, since, until)) == sorted_moves(figures["moves"])
    assert independent.measures(plan, since, until) == figures["measures"]


@pytest.mark.parametrize("figures", FIGURES, ids=IDS)
def test_status_and_movement_equal_the_figures(figures: dict[str, Any]) -> None:
    """Of the day, and since the day before."""
    found = run(PLANS / f"{figures['plan']}.yaml", figures["until"], figures["since"])
    plan, moved = found["plan"], found["moved"]
    assert plan["headline"]["colour"] == figures["headline"]
    assert totals_in(moved, "after") == figures["totals"]
    assert {cell: str(plan["rag"][cell]) for cell in CELLS if plan["rag"][cell]} == figures["totals"]
    for kind in ("overdue", "silent", "due-soon"):
        subjects = {one["subject"] for one in plan["signals"] if one["kind"] == kind}
        assert sorted(subjects) == sorted(figures[kind.replace("-", "_")])
    assert plan["headline"]["deciding"] == figures["decided_by"]
    assert [f"{one['day']} {one['form'] or one['kind']}" for one in plan["deadlines"]] == figures["deadlines"]
    assert moves_in(moved) == sorted_moves(figures["moves"])
    measures = [f"{one['id']} {one['before'] or '-'} {one['after'] or '-'}" for one in moved["measures"]]
    assert sorted(measures) == sorted(figures["measures"])
    assert (
        moved["before"]["actions"]
        + sum(
            (move["before"]["cell"] == "absent") - (move["after"]["cell"] == "absent")
            for move in moved["moves"]
            if move["counted"]
        )
        == moved["after"]["actions"]
    )


@pytest.mark.parametrize(("one", "next_one"), list(pairwise(FIGURES)))
def test_the_totals_before_are_those_of_the_day(one: dict[str, Any], next_one: dict[str, Any]) -> None:
    """What a page showed on a day is what a later page says it showed."""
    if one["plan"] == next_one["plan"]:
        found = run(PLANS / f"{one['plan']}.yaml", next_one["until"], one["until"])
        assert totals_in(found["moved"], "before") == one["totals"]


def as_it_was(plan: dict[str, Any], day: date) -> dict[str, Any]:
    """A plan as its file was on a day: without the reports, readings, closures and actions that came later."""

    def is_known(text: str, *, last: bool = True) -> bool:
        return independent.day_of(text, last=last) <= day

    then = {**plan, "actions": []}
    for action in plan["actions"]:
        if "added" in action and not is_known(action["added"], last=False):
            continue
        kept = {key: value for key, value in action.items() if key != "closed" or is_known(value["date"])}
        if "updates" in kept:
            kept["updates"] = [one for one in kept["updates"] if is_known(one["date"])]
        then["actions"].append(kept)
    then["measures"] = [
        {**one, "actual": {on: value for on, value in one["actual"].items() if is_known(on)}}
        for one in plan["measures"]
    ]
    return then


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which the example was kept: a commit for each of the days, with a tag, and today's files."""
    folder = start_repository(tmp_path_factory.mktemp("history"))
    kept = folder / "plans/northmoor"
    kept.mkdir(parents=True)
    (kept / "institution.yaml").write_bytes((PLANS / "institution.yaml").read_bytes())
    shutil.copytree(PLANS / "case-studies", kept / "case-studies")
    days = sorted({(one["since"], one["plan"]) for one in FIGURES} | {(one["until"], one["plan"]) for one in FIGURES})
    for day, name in days:
        then = as_it_was(independent.read(PLANS / f"{name}.yaml"), date.fromisoformat(day))
        (kept / f"{name}.yaml").write_text(yaml.safe_dump(then, sort_keys=False, allow_unicode=True), "utf-8")
        commit(folder, day)
        git(folder, "tag", f"on-{day}")
    for file in PLANS.glob("phase-*.yaml"):
        (kept / file.name).write_bytes(file.read_bytes())
    return kept


@pytest.mark.parametrize("figures", FIGURES, ids=IDS)
def test_dates_and_revisions_give_the_same(figures: dict[str, Any], history: Path) -> None:
    """The files of a commit say what today's files say of its day."""
    file = history / f"{figures['plan']}.yaml"
    by_date = run(file, figures["until"], figures["since"])["moved"]
    by_revision = run(file, figures["until"], f"on-{figures['since']}")["moved"]
    assert by_revision.pop("since")["kind"] == "revision"
    assert by_date.pop("since")["kind"] == "date"
    assert by_revision == by_date


def test_a_plan_that_was_not_there_is_said(history: Path) -> None:
    """With the plans that were; the page is shown all the same."""
    moved = run(history / "phase-3.yaml", "2026-06-30", "on-2021-07-01")["moved"]
    assert (moved["before"], moved["moves"]) == (None, [])
    (note,) = moved["notes"]
    assert note.startswith("The plan phase-3 is not in on-2021-07-01 (commit ")
    assert note.endswith("of 2021-07-01): the plans there were phase-1, phase-2.")
    text = tcplan("status", history / "phase-3.yaml", "--as-of", "2026-06-30", "--since", "on-2021-07-01")
    assert "The plan phase-3 is not in on-2021-07-01" in text.stdout
    assert "By pillar" in text.stdout
