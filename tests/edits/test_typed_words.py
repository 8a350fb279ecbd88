"""The words and dates that people type: `update 1.1.1 green`, `--date yesterday`, `close 1.1.2 withdrawn "..."`."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from edits.verbs import added_lines, done, refused, workspace
from support import tcplan, write

from tcplan.values.dates import DateError
from tcplan.values.dates.typed import typed_day, typed_due

SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("today", "2026-11-28"),
        ("Today", "2026-11-28"),
        (" now ", "2026-11-28"),
        ("yesterday", "2026-11-27"),
        ("30 June 2026", "2026-06-30"),
        ("30th June 2026", "2026-06-30"),
        ("30th of June 2026", "2026-06-30"),
        ("30/06/2026", "2026-06-30"),
        ("30.6.2026", "2026-06-30"),
        ("2026-6-30", "2026-06-30"),
        ("2026/06/30", "2026-06-30"),
        ("June 2026", "2026-06"),
        ("Jun-26", "2026-06"),
        ("2026-06-30", "2026-06-30"),
        ("2026-06", "2026-06"),
        ("2026-Q2", "2026-Q2"),
        ("Q2 2026", "2026-Q2"),
        ("2025/26", "2025/26"),
    ],
)
def test_a_day_is_written_as_plans_write_it(typed: str, written: str) -> None:
    """Where it can mean only one."""
    assert typed_day(typed, SATURDAY) == written
    assert typed_due(typed, SATURDAY) == written


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("05/06/2026", "write 2026-06-05 for 5 June 2026, or 2026-05-06 for 6 May 2026"),
        ("friday", "write 2026-11-27 for the last Friday, or 2026-12-04 for the next"),
        ("last Friday", "write 2026-11-27 for the last Friday, or 2026-12-04 for the next"),
        ("Sat", "write 2026-11-21 for the last Saturday, or 2026-12-05 for the next"),
        ("next sunday", "write 2026-11-22 for the last Sunday, or 2026-11-29 for the next"),
        ("tomorrow", "write 2026-11-29 for tomorrow"),
        ("last week", "write 2026-11-21 for last week"),
        ("a week ago", "write 2026-11-21 for a week ago"),
        ("3 days ago", "write 2026-11-25 for 3 days ago"),
        ("Last month", "write 2026-10-28 for Last month"),
        ("9 months ago", "write 2026-02-28 for 9 months ago"),
        ("999 years ago", "write a date such as 2026-11-28"),
        ("9999-12-31", "years run from 1900 to 2200"),
        ("99991231", "write a date such as 2026-11-28"),
        ("1066-10-14T10:30", "write a date such as 2026-11-28"),
        ("20261101", "write 2026-11-01"),
        ("2026-11-01T10:30", "write 2026-11-01"),
        ("2026-11-01 10:30:12", "write 2026-11-01"),
        ("20261301", ""),
        ("soon", ""),
        ("", ""),
        ("2026-13-01", "months run from 01 to 12"),
        ("not before the 30 June 2026 I think", ""),
    ],
)
def test_what_is_not_certain_is_asked_for(typed: str, says: str) -> None:
    """With the dates that it may mean."""
    with pytest.raises(DateError) as asked:
        typed_day(typed, SATURDAY)
    assert says in asked.value.help


@pytest.mark.parametrize(
    ("typed", "written"), [("ongoing", "ongoing"), ("year 2", "year 2"), ("30 June 2027", "2027-06-30")]
)
def test_a_due_date_keeps_its_own_words(typed: str, written: str) -> None:
    """They are dates of the plan."""
    assert typed_due(typed, SATURDAY) == written


def _days_ago(days: int) -> str:
    return (datetime.now(tz=UTC).astimezone().date() - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "command",
    [
        ("update", "2.2.2", "--rag", "green"),
        ("close", "2.2.2", "--as", "withdrawn", "--why", "x"),
        ("add", "action", "--under", "2.2", "--title", "New"),
    ],
)
def test_every_day_of_an_edit_can_be_a_word(tmp_path: Path, command: tuple[str, ...]) -> None:
    """The file has the date."""
    lines = added_lines(done(*command, "--date", "yesterday", "--dry-run", cwd=workspace(tmp_path)))
    assert any(_days_ago(1) in line for line in lines)
    assert "yesterday" not in "".join(lines)


@pytest.mark.parametrize("command", [("status",), ("validate",), ("render", "plan"), ("set", "2.2.2/lead", "HROD")])
def test_every_day_that_is_looked_at_can_be_a_word(tmp_path: Path, command: tuple[str, ...]) -> None:
    """What is printed is that of the date itself."""
    cwd = workspace(tmp_path)
    word = tcplan(*command, "--as-of", "yesterday", cwd=cwd)
    assert word.returncode in (0, 1), word.stderr
    if command[0] != "set":
        assert word.stdout == tcplan(*command, "--as-of", _days_ago(1), cwd=cwd).stdout


def test_other_dates_are_written_as_plans_write_them(tmp_path: Path) -> None:
    """New due dates and the days of targets."""
    cwd = workspace(tmp_path)
    lines = added_lines(done("update", "2.2.2", "--rag", "green", "--due", "31/12/2027", cwd=cwd))
    assert "        due: 2027-12-31" in lines
    lines = added_lines(done("add", "action", "--under", "2.2", "--title", "N", "--due", "June 2027", cwd=cwd))
    assert "    due: [2027-06]" in lines
    lines = added_lines(done("add", "measure", "--title", "N", "--target", "30 June 2027=40%", cwd=cwd))
    assert "    targets: {2027-06-30: 40%}" in lines


PLAN = """\
kind: plan
format: 1
title: T
rag:
  amber: {means: in-progress, label: Under way}
actions:
  - {id: 1, title: A}
"""


@pytest.mark.parametrize(
    ("words", "rag", "note"),
    [
        (("green",), "green", None),
        (("Green",), "green", None),
        (("G",), "green", None),
        (("on", "track"), "green", None),
        (("on track",), "green", None),
        (("on-track",), "green", None),
        (("green", "Two of four."), "green", "Two of four."),
        (("on", "track", "Two of four."), "green", "Two of four."),
        (("Under way", "Two."), "amber", "Two."),
        (("under", "way"), "amber", None),
        (("in-progress",), "amber", None),
        (("complete",), "blue", None),
        (("green", "--note", "Two."), "green", "Two."),
        (("Two of four.", "--rag", "green"), "green", "Two of four."),
    ],
)
def test_a_colour_and_a_note_need_no_options(
    tmp_path: Path, words: tuple[str, ...], rag: str, note: str | None
) -> None:
    """The colour in any word of the plan's own key."""
    write(tmp_path, plan=PLAN)
    result = done("update", "1", *words, cwd=tmp_path)
    assert f"rag: {rag}" in result.stdout
    assert ("note: " in result.stdout) is (note is not None)
    assert note is None or f"note: {note}" in result.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("Two of four.",), "a note alone needs --note"),
        (("grene",), "did you mean `green`?"),
        (("yellow",), "did you mean `amber`?"),
        (("done",), "did you mean `blue`?"),
        (("on", "hold"), "`on hold` is not a colour of plan"),
        (("on", "hold"), "give a colour the meaning `paused`"),
        (("gr",), "is not a colour of plan"),
        (("on", "Two of four."), "`on` is not a colour"),
        (("green", "two", "of", "four"), "put them in quotes: 'two of four'"),
        (("green", "--rag", "red"), "the colour is given twice"),
        (("green", "x", "--note", "y"), "the note is given twice"),
        ((), "this report is empty"),
    ],
)
def test_what_is_no_colour_is_not_guessed(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    """The beginning of a word is not enough where more words follow."""
    write(tmp_path, plan=PLAN)
    assert says in refused("update", "1", *words, cwd=tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        ("withdrawn", "No money."),
        ("withdrawn", "--why", "No money."),
        ("Withdrawn", "No money."),
        ("No money.", "--as", "withdrawn"),
        ("--as", "withdrawn", "--why", "No money."),
    ],
)
def test_an_ending_and_a_reason_need_no_options(tmp_path: Path, words: tuple[str, ...]) -> None:
    """As with a report."""
    write(tmp_path, plan=PLAN)
    result = done("close", "1", *words, cwd=tmp_path)
    assert "as: withdrawn" in result.stdout
    assert "why: No money." in result.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "write one of: withdrawn, merged, superseded"),
        (("withdrawn",), "no reason is given"),
        (("done", "x"), "do not close finished work"),
        (("dropped", "x"), "write one of: withdrawn"),
        (("withdrawn", "no", "money"), "put the reason in quotes"),
        (("merged", "x"), "--as merged needs --into"),
    ],
)
def test_what_is_no_ending_is_said(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    """And nothing is written."""
    write(tmp_path, plan=PLAN)
    assert says in refused("close", "1", *words, cwd=tmp_path)


def test_closing_finished_work_is_said(tmp_path: Path) -> None:
    """It was reported complete, and no longer counts so: that is rarely meant."""
    write(tmp_path, plan=PLAN)
    done("update", "1", "complete", "--date", "2026-06-30", cwd=tmp_path)
    said = done("close", "1", "withdrawn", "x", "--date", "2026-07-31", cwd=tmp_path).stdout
    assert "it was reported complete on 2026-06-30, and now counts as withdrawn" in " ".join(said.split())
    assert "to remove it again: tcplan set 1/closed --remove" in said


@pytest.mark.parametrize("name", ["  HR  and   IT ", "HR and IT"])
def test_a_name_has_no_spare_spaces(tmp_path: Path, name: str) -> None:
    """They would make another name of it."""
    write(tmp_path, plan=PLAN)
    assert "by: HR and IT" in done("update", "1", "green", "--by", name, cwd=tmp_path).stdout
    new = done("add", "action", "--title", "B", "--lead", name, "--owner", name, cwd=tmp_path).stdout
    assert "lead: HR and IT" in new
    assert "owners: HR and IT" in new or "owners: [HR and IT]" in new


def test_the_value_after_an_equals_sign_is_asked_for_as_a_word(tmp_path: Path) -> None:
    """`set 1/due=2027-03`."""
    write(tmp_path, plan=PLAN)
    assert "put a space in the place of `=`: 1/due 2027-03" in refused("set", "1/due=2027-03", cwd=tmp_path)
    assert "did you mean 1/lead HR?" in refused("set", "1", "lead", "HR", cwd=tmp_path)


def test_a_day_in_other_words_is_asked_for_with_dates_of_today() -> None:
    """And not with years that plans may have."""
    with pytest.raises(DateError) as asked:
        typed_day("last meeting", SATURDAY)
    assert asked.value.help == "write a date such as 2026-11-28 or 2026-11, or today or yesterday"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("green", "1"), "the id comes first"),
        (("action", "1", "green"), "the id comes first"),
    ],
)
def test_the_id_comes_first(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    """Before the colour, and without the word for what it is."""
    write(tmp_path, plan=PLAN)
    assert says in refused("update", *words, cwd=tmp_path)


def test_an_entry_can_be_named_as_findings_name_it(tmp_path: Path) -> None:
    """`action 1` is 1."""
    write(tmp_path, plan=PLAN)
    assert "rag: green" in done("update", "action 1", "green", cwd=tmp_path).stdout
