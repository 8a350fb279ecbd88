"""Who owes a report is one definition: every command names the same actions."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from status.owing import DAY, data_of, owing, random_plan
from support import EXAMPLES, REPOSITORY, tcplan, write

INSTITUTION = "kind: institution\nformat: 1\nname: U\nowners:\n  - {name: HR, also: [Human Res]}\n"
HEAD = "kind: plan\nformat: 1\ntitle: P\nreview_every: 6 months\n"
RUNNING = f"{HEAD}period: {{start: 2024-01, end: 2027-12}}\n"
SHARE = 40
"""So many of the random plans are in every run of the tests."""


def agreed(path: Path, day: date = DAY) -> set[str]:
    """The ids that all commands give; they give the same."""
    found = owing(path, day)
    assert all(ids == found["status"] for ids in found.values()), found
    return found["status"]


def owed_in(folder: Path, text: str, **others: str) -> set[str]:
    """The actions of a plan that owe a report."""
    write(folder, institution=INSTITUTION, phase_1=text, **others)
    return agreed(folder / "plans/u/phase-1.yaml")


@pytest.mark.parametrize(
    "seed", [seed if seed < SHARE else pytest.param(seed, marks=pytest.mark.thorough) for seed in range(200)]
)
def test_every_command_names_the_same_actions(tmp_path: Path, seed: int) -> None:
    """Of plans in which much is on the day that decides."""
    owed_in(tmp_path, random_plan(Random(seed)))


def test_some_of_the_random_plans_owe_reports_and_some_do_not(tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    for seed in range(SHARE):
        write(tmp_path / str(seed), institution=INSTITUTION, phase_1=random_plan(Random(seed)))
    pages = [data_of("due", tmp_path / str(seed), "--as-of", str(DAY))["plans"][0] for seed in range(SHARE)]
    owed = [sum(one["late"] and one["kind"] == "report" for one in page["items"]) for page in pages]
    assert SHARE / 4 < sum(number > 0 for number in owed) < SHARE
    assert max(owed) > 3


@pytest.mark.parametrize("day", [date(2023, 6, 30), date(2025, 3, 31), date(2026, 6, 30), date(2026, 12, 31)])
def test_they_agree_about_real_plans_on_any_day(day: date) -> None:
    """The example, and plans as they were published."""
    for path in (EXAMPLES, REPOSITORY / "plans/durham", REPOSITORY / "plans/harper-adams"):
        agreed(path, day)


@pytest.mark.parametrize(
    ("fields", "owes"),
    [
        ("updates: [{date: 2025-12-30, rag: green}]", False),
        ("updates: [{date: 2025-12-29, rag: green}]", True),
        ("updates: [{date: 2025-12-29, rag: green}, {date: 2025-12-30, note: Without a colour}]", False),
        ("updates: [{date: 2025-12-29, note: Without a colour}]", True),
        ("updates: [{date: 2025-12-29, rag: blue}]", False),
        ("updates: [{date: 2024-06-30, rag: blue}, {date: 2025-06-30, note: Reopened}]", False),
        ("updates: [{date: 2025-12-29, rag: grey}]", True),
        ("start: 2025-12-30", False),
        ("start: 2025-12-29", True),
        ("added: 2025-12-30", False),
        ("added: 2025-12-29", True),
        ("added: 2026-07-01", False),
        ("start: 2026-02", False),
        ("added: 2025-11-03", True),
        ("start: 2026-07-01, updates: [{date: 2025-06-30, rag: amber}]", False),
        ("closed: {date: 2026-06-30, as: withdrawn}", False),
        ("closed: {date: 2026-07-01, as: withdrawn}", True),
        ("lead: tbc", True),
    ],
)
def test_what_decides(tmp_path: Path, fields: str, *, owes: bool) -> None:
    """The day that is exactly one review period after the last report, or the start, is still within it."""
    text = f"{RUNNING}actions:\n  - {{id: 1, title: A, {fields}}}\n"
    assert owed_in(tmp_path, text) == ({"1"} if owes else set())


@pytest.mark.parametrize(
    ("head", "others"),
    [
        (f"{HEAD}period: {{start: 2023-01, end: 2026-06-29}}\n", {}),
        (f"{RUNNING}closed: {{date: 2026-06-30, as: superseded}}\n", {}),
        (RUNNING, {"phase_2": f"{HEAD}follows: phase-1\nperiod: {{start: 2026-06-30, end: 2029-12}}\n"}),
        (f"{HEAD}period: {{start: 2026-07, end: 2029-06}}\n", {}),
        (HEAD, {}),
    ],
    ids=["ended", "closed", "followed", "not begun", "without any date"],
)
def test_a_plan_that_does_not_run_owes_nothing(tmp_path: Path, head: str, others: dict[str, str]) -> None:
    """Nor does one of which nobody can say since when it runs."""
    text = f"{head}actions:\n  - {{id: 1, title: A}}\n  - {{id: 2, title: B, lead: HR}}\n"
    assert owed_in(tmp_path, text, **others) == set()
    said = tcplan("report", tmp_path / "plans/u/phase-1.yaml", "--date", str(DAY)).stdout
    assert said.startswith("No report is owed on 2026-06-30. Thank you.\n")
    assert ("has no `period.start`, so nobody can say" in said) is ("period" not in head)
    assert ("This plan is over; --all asks about every open action." in said) is ("start: 2023" in head or bool(others))
    asked = tcplan("report", tmp_path / "plans/u/phase-1.yaml", "--date", str(DAY), "--all", "--questions", "-").stdout
    assert ("ref: 1" in asked) is ("start: 2026-07" not in head and "closed" not in head)


def test_the_last_day_of_a_plan_is_a_day_of_it(tmp_path: Path) -> None:
    """Reports are owed until then."""
    assert owed_in(tmp_path, f"{HEAD}period: {{start: 2023-01, end: 2026-06-30}}\nactions: {{id: 1, title: A}}\n") == {
        "1"
    }


@pytest.mark.parametrize("more", ["date: 2026-02-31, rag: green", "date: 2026-05-31, rag: gren", "rag: green"])
def test_a_report_that_cannot_be_read_is_not_a_missing_one(tmp_path: Path, more: str) -> None:
    """The error is to be corrected first; it says where."""
    text = f"{RUNNING}actions:\n  - {{id: 1, title: A, updates: [{{{more}}}]}}\n  - {{id: 2, title: B}}\n"
    assert owed_in(tmp_path, text) == {"2"}


def test_what_no_report_can_name_owes_none(tmp_path: Path) -> None:
    """The second of two with the same id, and one without an id."""
    complete = "updates: [{date: 2026-06-01, rag: blue}]"
    text = f"{RUNNING}actions:\n  - {{id: 1, title: A, {complete}}}\n  - {{id: 1, title: B}}\n  - {{title: C}}\n"
    assert owed_in(tmp_path, text) == set()


def test_one_finding_about_many_names_each_of_them(tmp_path: Path) -> None:
    """In its data; a finding about one action names that."""
    actions = "".join(f"  - {{id: {number}, title: A{number}}}\n" for number in range(1, 15))
    write(tmp_path, phase_1=f"{RUNNING}actions:\n{actions}")
    (found,) = data_of("validate", tmp_path, "--as-of", str(DAY), "--select", "TC502")["findings"]
    assert found["about"] == [f"action {number}" for number in range(1, 15)]
