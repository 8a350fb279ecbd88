"""A form that is due every year: which submission is of which year, and what is due next."""

import json
from datetime import date
from pathlib import Path

import pytest
from support import tcplan, write

from tcplan.values.dates import DateError
from tcplan.values.dates.each_year import parse_year_day

FORM = """\
kind: framework
format: 1
type: form
title: Annual report
charter: Openness
due_each_year: {day}
questions:
  - {{id: q1, title: Progress}}
"""
INSTITUTION = "kind: institution\nformat: 1\nname: U\ncharters: Openness\n"
PLAN = """\
kind: plan
format: 1
title: P
charter: Openness
period: {start: 2025-01, end: 2029-12}
actions:
  - {id: 1, title: A}
"""
SUBMISSION = "kind: submission\nformat: 1\nform: annual-report\n"


def workspace(folder: Path, *, day: str = "30 September", institution: str = INSTITUTION, **reports: str) -> Path:
    """An institution with a plan, a form that is due each year, and reports: what each file says besides its form."""
    (folder / "frameworks").mkdir()
    (folder / "frameworks/annual-report.yaml").write_text(FORM.format(day=day), "utf-8")
    files = {name: f"{SUBMISSION}{text}\n" for name, text in reports.items()}
    return write(folder, institution=institution, p=PLAN, **files)


def due(folder: Path, as_of: str) -> list[tuple[str, str | None]]:
    """The submissions that `status` says are late or due, with their files."""
    made = tcplan("status", "--as-of", as_of, "--format", "json", cwd=folder)
    assert made.returncode == 0, made.stderr
    deadlines = json.loads(made.stdout)["plans"][0]["deadlines"]
    return [(one["day"], one["submission"]) for one in deadlines if one["kind"] == "submission"]


@pytest.mark.parametrize(
    ("text", "in_2027"),
    [
        ("30 September", "2027-09-30"),
        ("30th Sept", "2027-09-30"),
        ("September 30", "2027-09-30"),
        ("09-30", "2027-09-30"),
        ("--09-30", "2027-09-30"),
        ("September", "2027-09-30"),
        ("29 February", "2027-02-28"),
        ("feb", "2027-02-28"),
    ],
)
def test_a_day_of_every_year(text: str, in_2027: str) -> None:
    """As people write it; a month is its last day."""
    assert parse_year_day(text).in_year(2027).last == date.fromisoformat(in_2027)


@pytest.mark.parametrize("text", ["", "31 September", "0 May", "13-01", "Ju", "2026-09-30", "yearly", "30 Sommer"])
def test_what_is_no_day_of_every_year(text: str) -> None:
    """It is refused, with what to write."""
    with pytest.raises(DateError) as error:
        parse_year_day(text)
    assert "30 September" in error.value.help


def test_the_next_one_is_shown_where_there_is_no_file(tmp_path: Path) -> None:
    """This year's on its day, and next year's the day after."""
    folder = workspace(tmp_path)
    assert due(folder, "2026-09-30") == [("2026-09-30", None)]
    assert due(folder, "2026-10-01") == [("2027-09-30", None)]


@pytest.mark.parametrize("sent", ["2026-07-01", "2026-09-30", "2026-12-20"])
def test_what_was_sent_settles_its_own_year(tmp_path: Path, sent: str) -> None:
    """Early, in time or late."""
    folder = workspace(tmp_path, report_2026=f"sent: {sent}")
    assert due(folder, "2026-12-31") == [("2027-09-30", None)]


def test_last_years_report_settles_nothing_of_this_year(tmp_path: Path) -> None:
    """It was sent; the next is due."""
    folder = workspace(tmp_path, report_2025="sent: 2025-09-12")
    assert due(folder, "2026-03-01") == [("2026-09-30", None)]


def test_a_file_without_a_day_follows_what_was_sent(tmp_path: Path) -> None:
    """It is late when the day after that of the last report has passed."""
    folder = workspace(tmp_path, a="sent: 2025-09-12", b="title: The next")
    assert due(folder, "2026-03-01") == [("2026-09-30", "b")]
    assert due(folder, "2026-10-05") == [("2026-09-30", "b")]


def test_a_file_with_a_day_of_its_own_is_late_after_it(tmp_path: Path) -> None:
    """As `add submission` writes it."""
    folder = workspace(tmp_path)
    added = tcplan("add", "submission", "annual-report", "--id", "r", "--date", "2026-05-01", cwd=folder)
    assert added.returncode == 0, added.stderr
    assert "due: 2026-09-30" in (folder / "plans/u/r.yaml").read_text("utf-8")
    assert due(folder, "2026-11-01") == [("2026-09-30", "r")]
    ready = tcplan("ready", "annual-report", "--as-of", "2026-09-20", cwd=folder)
    assert "Due 2026-09-30, in 10 days (every year)" in ready.stdout


def test_a_second_submission_of_the_form_is_that_of_the_next_year(tmp_path: Path) -> None:
    """`add submission` knows that this year's was sent."""
    folder = workspace(tmp_path, annual_report="sent: 2026-09-01")
    added = tcplan("add", "submission", "annual-report", "--id", "r", "--date", "2026-09-02", cwd=folder)
    assert added.returncode == 0, added.stderr
    assert "due: 2027-09-30" in (folder / "plans/u/r.yaml").read_text("utf-8")


def test_the_day_of_the_institution_comes_before_that_of_the_form(tmp_path: Path) -> None:
    """From its first year on, each year."""
    own = f"{INSTITUTION}due: {{form: annual-report, date: 2026-03, each_year: yes}}\n"
    folder = workspace(tmp_path, institution=own)
    assert due(folder, "2025-01-10") == [("2026-03-31", None)]
    assert due(folder, "2027-01-10") == [("2027-03-31", None)]


def test_a_day_agreed_for_one_year_changes_that_year_only(tmp_path: Path) -> None:
    """The next is as usual."""
    own = f"{INSTITUTION}due: {{form: annual-report, date: 2026-10-31, why: Agreed}}\n"
    folder = workspace(tmp_path, institution=own)
    assert due(folder, "2026-09-01") == [("2026-10-31", None)]
    assert due(folder, "2027-01-01") == [("2027-09-30", None)]


def test_what_is_no_day_is_a_finding_in_the_form(tmp_path: Path) -> None:
    """With its place."""
    found = tcplan("validate", cwd=workspace(tmp_path, day="31 September"))
    assert found.returncode == 1
    assert "frameworks/annual-report.yaml:6:16: error TC301" in found.stdout


def test_the_dates_of_two_charters_do_not_mix(tmp_path: Path) -> None:
    """The cohort has dates for its own form; a supporter of the one submits to the other."""
    folder = workspace(tmp_path, institution=f"{INSTITUTION}signed: 2019-12\ncohort: 6\n", r="sent: 2025-09-12")
    assert due(folder, "2025-10-01") == [("2026-01-31", None), ("2026-09-30", None)]
    (folder / "plans/u/institution.yaml").write_text(f"{INSTITUTION}role: supporter\n", "utf-8")
    assert due(folder, "2025-10-01") == [("2026-09-30", None)]


def test_the_site_shows_each_charter_by_itself(tmp_path: Path) -> None:
    """What was sent to one does not settle what the other is owed."""
    institution = f"{INSTITUTION}signed: 2019-12\ncohort: 6\n"
    folder = workspace(
        tmp_path, institution=institution, r="sent: 2026-01-20\nanswers:\n  - {question: q1, text: Done.}"
    )
    made = tcplan("site", "-o", "pages", "--as-of", "2026-01-25", cwd=folder)
    assert made.returncode == 0, made.stderr
    text = " ".join((folder / "pages/index.html").read_text("utf-8").split())
    assert "Stage 3 self-assessment and action plan, due January 2026" in text
    assert "Openness" in text
    assert "Nothing has been submitted yet" in text
