"""A plan that has ended is shown as it was then, and every page says the same of it."""

from datetime import date
from pathlib import Path

import pytest
from status.owing import data_of
from support import EXAMPLES, tcplan, write

HEAD = "kind: plan\nformat: 1\ntitle: P\n"
ENDED = f"{HEAD}period: {{start: 2018-01, end: 2020-12}}\n"
ACTIONS = "actions:\n  - {id: 1, title: A, due: 2020-06, updates: [{date: 2020-05-01, rag: red}]}\n"
RUNNING = f"{HEAD}follows: phase-1\nperiod: {{start: 2021-01, end: 2999-12}}\nactions: [{{id: 1, title: B}}]\n"


def days_of(path: Path, plan: str, *arguments: str) -> set[str]:
    """The days that the pages about a plan have at their head; their counts are the same."""
    file = path / "plans" / "u" / f"{plan}.yaml"
    status, listed = (data_of(command, file, *arguments) for command in ("status", "list"))
    card = data_of("show", plan, "--in", path, *arguments)
    (page,) = status["plans"]
    assert card["headline"] == page["headline"]
    assert card["tally"] == page["rag"]
    assert [row["state"] for row in page["actions"]] == [row["state"] for row in listed["plans"][0]["actions"]]
    return {one["as_of"] for one in (status, listed, card)}


@pytest.mark.parametrize(
    ("actions", "day"),
    [(ACTIONS, "2020-12-31"), (ACTIONS.replace("2020-05-01", "2021-02-01"), "2021-02-01")],
    ids=["its last day", "its last report"],
)
def test_a_plan_that_was_followed_is_shown_as_it_was_when_it_ended(tmp_path: Path, actions: str, day: str) -> None:
    """As the line of the other plans says it."""
    write(tmp_path, phase_1=ENDED + actions, phase_2=RUNNING)
    assert days_of(tmp_path, "phase-1") == {day}
    (now,) = data_of("status", tmp_path)["plans"]
    (other,) = now["other_plans"]
    (then,) = data_of("status", tmp_path / "plans/u/phase-1.yaml")["plans"]
    assert (other["colour"], other["as_of"]) == (then["headline"]["colour"], day)


def test_a_day_that_is_asked_for_is_kept(tmp_path: Path) -> None:
    """Even if it is long after the end."""
    write(tmp_path, phase_1=ENDED + ACTIONS, phase_2=RUNNING)
    assert days_of(tmp_path, "phase-1", "--as-of", "2025-01-31") == {"2025-01-31"}


@pytest.mark.parametrize("plan", ["phase-1", "phase-2"])
def test_the_current_plan_is_shown_as_it_is_today(tmp_path: Path, plan: str) -> None:
    """Whether or not it has ended: its submission may be to come."""
    others = {"phase_2": RUNNING} if plan == "phase-2" else {}
    write(tmp_path, phase_1=ENDED + ACTIONS, **others)
    today = data_of("status", tmp_path)["as_of"]
    assert date.fromisoformat(today) > date(2021, 1, 1)
    assert days_of(tmp_path, plan) == {today}


def test_the_card_of_an_ended_action_still_says_how_it_went_on() -> None:
    """Its own state is that of the end; its closing colour and what continues it are seen from today."""
    card = tcplan("show", "phase-2/3.1.2", "--in", EXAMPLES).stdout
    assert "as of 2023-12-31" in card
    assert "closing colour" in card
    assert "starts 2024" not in card
