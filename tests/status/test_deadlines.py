"""The dates that a plan is kept for stand at the top of its status page."""

import json
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support import EXAMPLES, tcplan, write

PLAN = "kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2026-01, end: 2027-12}\nreview_every: 6 months\n"
INSTITUTION = "kind: institution\nformat: 1\nname: U\n"
FORM = "kind: submission\nformat: 1\nform: stage-3\n"
COHORT_6 = "cohort: 6\n"  # its stage 3 is due in January 2026
AGREED = "due: [{form: stage-3, date: 2026-09-15}]\n"


def found(folder: Path, day: str, plan: str = PLAN, institution: str = "", **files: str) -> list[str]:
    """The deadlines of a plan as JSON has them, in words."""
    write(folder, institution=INSTITUTION + institution, plan=plan, **files)
    run = tcplan("status", folder, "--as-of", day, "--format", "json")
    rows: list[dict[str, Any]] = json.loads(run.stdout)["plans"][0]["deadlines"]
    assert all((date.fromisoformat(one["day"]) - date.fromisoformat(day)).days == one["days_left"] for one in rows)
    return [f"{one['day']} {one['form'] or one['kind']}" for one in rows]


@pytest.mark.parametrize(
    ("day", "institution", "wanted"),
    [
        ("2026-02-10", "", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-06-30", "", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-07-01", "", ["2026-12-31 review", "2027-12-31 plan-end"]),
        ("2027-11-01", "", ["2027-12-31 plan-end"]),
        ("2028-01-01", "", []),
        ("2025-03-01", "", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-02-10", "meetings: [2026-05-04, 2026-02-10]\n", ["2026-05-04 meeting", "2027-12-31 plan-end"]),
        ("2026-02-10", "meetings: [2026-09-04]\n", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-01-31", COHORT_6, ["2026-01-31 stage-3", "2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-02-01", COHORT_6, ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-02-01", COHORT_6 + AGREED, ["2026-06-30 review", "2026-09-15 stage-3", "2027-12-31 plan-end"]),
        ("2026-02-01", AGREED, ["2026-06-30 review", "2026-09-15 stage-3", "2027-12-31 plan-end"]),
        ("2026-02-01", "role: supporter\n" + AGREED, ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2025-12-01", COHORT_6 + "due: [{form: stage-3, date: soon}]\n", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2025-12-01", COHORT_6 + "due: [{form: stage-3}]\n", ["2026-06-30 review", "2027-12-31 plan-end"]),
        ("2026-02-01", "cohort: 99\n", ["2026-06-30 review", "2027-12-31 plan-end"]),
    ],
)
def test_deadlines_are_the_submission_the_next_review_and_the_end(
    tmp_path: Path, day: str, institution: str, wanted: list[str]
) -> None:
    """By date; an agreed day replaces that of the cohort, and an earlier meeting the end of the review period."""
    assert found(tmp_path, day, institution=institution) == wanted


@pytest.mark.parametrize(
    ("submission", "day", "is_listed"),
    [
        (FORM, "2026-09-15", True),
        (FORM, "2026-10-01", True),
        (FORM + "sent: 2026-09-10\n", "2026-09-09", True),
        (FORM + "sent: 2026-09-10\n", "2026-09-10", False),
        (FORM + "sent: 2026-09-10\n", "2026-10-01", False),
        (FORM + "sent: soon\n", "2026-10-01", False),
        ("kind: submission\nformat: 1\nform: stage-2\n", "2026-10-01", False),
    ],
)
def test_a_submission_is_late_if_its_file_does_not_say_that_it_was_sent(
    tmp_path: Path, submission: str, day: str, *, is_listed: bool
) -> None:
    """Where there is no file for it, nobody knows."""
    rows = found(tmp_path, day, institution=AGREED, stage=submission)
    assert ("2026-09-15 stage-3" in rows) is is_listed


SENT = FORM + "sent: 2026-09-10\n"
AGAIN = FORM + "due: {date: 2027-04, why: a second round}\n"


@pytest.mark.parametrize(
    ("files", "day", "wanted"),
    [
        ({"stage-3": SENT, "again": AGAIN}, "2026-11-01", ["2027-04-30 again"]),
        ({"stage-3": SENT, "again": AGAIN}, "2027-05-01", ["2027-04-30 again"]),
        ({"stage-3": SENT, "again": AGAIN + "sent: 2027-03-01\n"}, "2027-05-01", []),
        ({"stage-3": SENT, "again": AGAIN}, "2026-09-01", ["2026-09-15 stage-3", "2027-04-30 again"]),
        ({"stage-3": SENT, "again": FORM}, "2026-11-01", []),
        ({"stage-3": SENT, "again": FORM + "due: soon\n"}, "2026-11-01", []),
        ({"old": SENT, "stage-3": FORM + "due: 2027-04\n"}, "2027-05-01", ["2027-04-30 stage-3"]),
        ({"stage-3": FORM, "copy": FORM}, "2026-11-01", ["2026-09-15 stage-3"]),
        ({"stage-3": FORM + "due: 2027-04\n"}, "2026-01-01", ["2027-04-30 stage-3"]),
        ({"stage-3": FORM + "due: soon\n"}, "2026-01-01", []),
        (
            {"stage-3": SENT, "b": FORM + "due: 2029-04\n", "a": AGAIN},
            "2027-05-01",
            ["2027-04-30 a", "2029-04-30 b"],
        ),
    ],
)
def test_a_form_that_is_submitted_again_has_a_date_of_its_own(
    tmp_path: Path, files: dict[str, str], day: str, wanted: list[str]
) -> None:
    """The date of the form is that of its first submission; what was sent takes nothing away from the next."""
    write(tmp_path, institution=INSTITUTION + AGREED, plan=PLAN, **files)
    run = tcplan("status", tmp_path, "--as-of", day, "--format", "json")
    rows = json.loads(run.stdout)["plans"][0]["deadlines"]
    assert [f"{one['day']} {one['submission']}" for one in rows if one["kind"] == "submission"] == wanted


@pytest.mark.parametrize(("name", "wanted"), [("stage-3", "the first round"), ("again", "a second round")])
def test_each_submission_says_its_own_date_and_reason(tmp_path: Path, name: str, wanted: str) -> None:
    """Changing that of the next leaves the document of the one before as it was."""
    agreed = "due: [{form: stage-3, date: 2026-09-15, why: the first round}]\n"
    write(tmp_path, institution=INSTITUTION + agreed, plan=PLAN, **{"stage-3": SENT, "again": AGAIN})
    run = tcplan("render", "stage3", next(tmp_path.rglob(f"{name}.yaml")), "--output", "-")
    document = run.stdout
    assert run.returncode == 0, run.stderr
    said = {one for one in ("the first round", "a second round") if one in document}
    assert said == {wanted}


@pytest.mark.parametrize("length", ["6 months", "1 month", "12 months", "100 days"])
@pytest.mark.parametrize("start", ["2026-01-01", "2024-01-31"])
def test_the_next_review_is_the_first_end_of_a_period_that_has_not_passed(
    tmp_path: Path, length: str, start: str
) -> None:
    """Counted one period after the other, on days around every end."""
    count, unit = length.split()
    plan = f"kind: plan\nformat: 1\ntitle: P\nperiod: {{start: {start}}}\nreview_every: {length}\nactions:\n"
    ends = [f"{{id: e{number}, title: E, due: {number * int(count)} {unit}}}" for number in range(1, 5)]
    write(tmp_path, institution=INSTITUTION, plan=plan + "".join(f"  - {one}\n" for one in ends))
    listed = json.loads(tcplan("status", tmp_path, "--format", "json", "--as-of", start).stdout)["plans"][0]["actions"]
    days = [date.fromisoformat(one["due"]) for one in listed]
    for last, following in pairwise(days):
        for day, wanted in ((last, last), (last + timedelta(days=1), following)):
            run = tcplan("status", tmp_path, "--format", "json", "--as-of", str(day))
            (row,) = json.loads(run.stdout)["plans"][0]["deadlines"]
            assert (row["kind"], row["day"]) == ("review", str(wanted))


def test_a_plan_without_dates_has_no_deadlines(tmp_path: Path) -> None:
    """Nothing is invented."""
    assert found(tmp_path, "2026-02-01", plan="kind: plan\nformat: 1\ntitle: P\n") == []


def test_the_next_deadline_stands_right_below_the_title() -> None:
    """With the days that are left; the others follow."""
    text = tcplan("status", EXAMPLES, "--as-of", "2024-04-10").stdout
    assert text.splitlines()[2:6] == [
        "Next  stage-3 submission due 2024-04-30, in 20 days",
        "then  review (every 6 months) due 2024-06-30, in 81 days",
        "then  the plan ends 2026-12-31, in 995 days",
        "",
    ]


def test_a_late_submission_comes_before_the_next_deadline(tmp_path: Path) -> None:
    """And is called late."""
    write(tmp_path, institution=INSTITUTION + AGREED, plan=PLAN, **{"stage-3": FORM})
    lines = tcplan("status", tmp_path, "--as-of", "2026-09-16").stdout.splitlines()
    assert lines[2:4] == [
        "Late  stage-3 submission, not sent, was due 2026-09-15, 1 day ago",
        "Next  review (every 6 months) due 2026-12-31, in 106 days",
    ]


@pytest.mark.parametrize(
    ("institution", "words"),
    [
        (COHORT_6, "31 January 2026|January 2026"),
        (COHORT_6 + AGREED, "15 September 2026"),
        (AGREED, "15 September 2026"),
        (COHORT_6 + "due: [{form: stage-3, date: soon}]\n", "No date known"),
        ("", "No date known"),
    ],
)
def test_documents_print_the_same_day(tmp_path: Path, institution: str, words: str) -> None:
    """A day that was agreed and cannot be read is not replaced by that of the cohort."""
    write(tmp_path, institution=INSTITUTION + institution, plan=PLAN, stage=FORM)
    text = tcplan("render", "stage3", tmp_path, "--to", "md", "--as-of", "2025-12-01").stdout
    (line,) = re.findall(r"^.*__Due:__.*$", text, re.MULTILINE)
    assert re.search(words, line)
