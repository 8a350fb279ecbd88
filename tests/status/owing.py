"""Plans in which it is hard to say who owes a report, and what each command says about it."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from support import tcplan

DAY: Final = date(2026, 6, 30)

PERIODS: Final = (
    "period: {start: 2024-01, end: 2027-12}\n",
    "period: {start: 2026-01, end: 2027-12}\n",
    "period: {start: 2025-07-01}\n",
    "period: {end: 2027-12}\n",
    "",
)
OVER: Final = (
    "period: {start: 2023-01, end: 2026-06-29}\n",
    "period: {start: 2023-01, end: 2027-12}\nclosed: {date: 2026-06-30, as: withdrawn, why: No more money}\n",
)
REVIEWS: Final = {"6 months": date(2025, 12, 30), "12 months": date(2025, 6, 30), "4 weeks": date(2026, 6, 2)}
"""Review periods, each with the day of a report that is exactly one of them before the day."""

PEOPLE: Final = ("lead: HR", "lead: tbc", "owners: [HR, Library]", "lead: tbc\n    owners: Library", "lead: Human Res")
COLOURS: Final = ("green", "amber", "red", "grey", "blue")


def random_plan(random: Random) -> str:
    """A plan with up to nine actions, of which about a third owe a report; many dates are on the day that decides."""
    every, edge = random.choice([*REVIEWS.items()])
    head = f"kind: plan\nformat: 1\ntitle: P\n{random.choice(PERIODS if random.randrange(8) else OVER)}"
    above = f"pillars:\n  - {{id: 7, title: P7, added: {_near(random, edge)}}}\n  - {{id: 8, title: P8}}\n"
    actions = "".join(
        _action(random, f"{random.choice((7, 8))}.{number}", edge) for number in range(random.randrange(10))
    )
    review = f"review_every: {every}\n" if random.randrange(6) else ""
    return f"{head}{review}{above}actions:{chr(10) + actions if actions else ' []'}\n"


def _action(random: Random, id_: str, edge: date) -> str:
    lines = [f"  - id: {id_ if random.randrange(15) else '7.0'}", f"title: Action {id_}", random.choice(PEOPLE)]
    lines += [f"start: {_near(random, edge)}"] if not random.randrange(3) else []
    lines += [f"added: {_near(random, edge)}"] if not random.randrange(4) else []
    closed = random.choice((DAY, DAY + timedelta(days=1)))
    lines += [f"closed: {{date: {closed}, as: withdrawn}}"] if not random.randrange(8) else []
    dates = sorted(_near(random, edge) for _ in range(random.choice((0, 0, 1, 1, 2))))
    reports = [f"  - {{date: {day}{_colour(random)}, note: N}}" for day in dates]
    return "\n    ".join([*lines, *(["updates:"] if reports else []), *reports]) + "\n"


def _colour(random: Random) -> str:
    return f", rag: {random.choice(COLOURS)}" if random.randrange(3) else ""


def _near(random: Random, edge: date) -> date:
    """The day that decides or a day beside it, the day of the check or one after it, or long ago."""
    days = random.choice((0, 0, -1, 1, 400, -400))
    return edge + timedelta(days=days) if random.randrange(4) else DAY + timedelta(days=random.choice((0, 1, 30)))


def data_of(*arguments: str | Path) -> dict[str, Any]:
    """What a command prints for scripts."""
    run = tcplan(*arguments, "--format", "json")
    assert run.returncode in (0, 1), run.stderr
    data: dict[str, Any] = json.loads(run.stdout)
    return data


def owing(path: Path, day: date = DAY) -> dict[str, set[str]]:
    """The ids of the actions that owe a report on a plan, by each command that says so."""
    as_of = ("--as-of", str(day))
    (status,) = data_of("status", path, *as_of)["plans"]
    (due,) = data_of("due", path, *as_of)["plans"]
    (listed,) = data_of("list", path, *as_of, "--silent")["plans"]
    (owners,) = data_of("owners", path, *as_of)["plans"]
    findings = data_of("validate", path, *as_of, "--select", "TC502")
    found = [*findings["findings"], *(one["finding"] for one in findings["accepted"])]
    silent = [one for one in found if one["code"] == "TC502"]  # what cannot be read is shown as well
    questions = tcplan("report", path, "--date", str(day), "--questions", "-").stdout
    asked = tcplan("report", path, "--date", str(day), typed="nobody\n" + "\n" * 70).stdout
    return {
        "status": {one["subject"] for one in status["signals"] if one["kind"] == "silent"},
        "status, actions": {one["id"] for one in status["actions"] if one["owes_report"]},
        "due": {one["id"] for one in due["items"] if one["kind"] == "report" and one["late"]},
        "list": {one["id"] for one in listed["actions"]},
        "owners": {id_ for one in owners["owners"] for id_ in one["owes_report"]},
        "validate": {about.removeprefix("action ") for one in silent for about in one["about"]},
        "report --questions": set(re.findall(r"^  - ref: (\S+)$", questions, re.MULTILINE)),
        "report": set(re.findall(r"^\d+ of \d+ ─+\n\n(\S+)", asked, re.MULTILINE)),
    }
