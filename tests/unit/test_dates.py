"""Days as people write them, what they come to, and what is said of a text that is no day."""

import calendar
import locale
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.model import Plan
from tcplan.values.dates import (
    DateError,
    DueKind,
    Duration,
    Period,
    add,
    due_date,
    last_day_of,
    parse_day,
    parse_due,
    parse_duration,
    start_date,
)

THREE_YEARS = Period(date(2025, 1, 1), date(2027, 12, 31))
FROM_AUGUST = Period(date(2025, 8, 1), date(2028, 7, 31))
FROM_END_OF_JANUARY = Period(date(2025, 1, 31), None)
FROM_LEAP_DAY = Period(date(2024, 2, 29), None)
OPEN = Period(None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03-31", "2026-03-31", "2026-03-31"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-q2", "2026-04-01", "2026-06-30"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2025/26", "2025-08-01", "2026-07-31"),
        ("2025/2026", "2025-08-01", "2026-07-31"),
        ("2099/00", "2099-08-01", "2100-07-31"),
        ("1999/2000", "1999-08-01", "2000-07-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2200", "2200-01-01", "2200-12-31"),
    ],
)
def test_a_day_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    """A month, quarter or year means its first day as a start, its last as an end; an academic year ends in July."""
    day = parse_day(text)
    assert (day.text, day.first.isoformat(), day.last.isoformat()) == (text, first, last)


@pytest.mark.parametrize(
    ("text", "period", "due"),
    [
        ("2026-03-31", OPEN, "2026-03-31"),
        ("2026-03", OPEN, "2026-03-31"),
        ("2026-Q1", OPEN, "2026-03-31"),
        ("2025/26", OPEN, "2026-07-31"),
        ("2026", OPEN, "2026-12-31"),
        ("12 months", THREE_YEARS, "2025-12-31"),
        ("24 months", THREE_YEARS, "2026-12-31"),
        ("36 months", THREE_YEARS, "2027-12-31"),
        ("1 month", THREE_YEARS, "2025-01-31"),
        ("2 Months", THREE_YEARS, "2025-02-28"),
        ("14months", THREE_YEARS, "2026-02-28"),
        ("3 years", THREE_YEARS, "2027-12-31"),
        ("1 week", THREE_YEARS, "2025-01-07"),
        ("6 weeks", THREE_YEARS, "2025-02-11"),
        ("1 day", THREE_YEARS, "2025-01-01"),
        ("90 days", THREE_YEARS, "2025-03-31"),
        ("1 month", FROM_END_OF_JANUARY, "2025-02-28"),
        ("2 months", FROM_END_OF_JANUARY, "2025-03-30"),
        ("3 months", FROM_END_OF_JANUARY, "2025-04-30"),
        ("12 months", FROM_END_OF_JANUARY, "2026-01-30"),
        ("12 months", FROM_LEAP_DAY, "2025-02-28"),
        ("48 months", FROM_LEAP_DAY, "2028-02-28"),
        ("1 month", FROM_LEAP_DAY, "2024-03-28"),
        ("year 1", THREE_YEARS, "2025-12-31"),
        ("Year 2", THREE_YEARS, "2026-12-31"),
        ("year 3", FROM_AUGUST, "2028-07-31"),
        ("end", THREE_YEARS, "2027-12-31"),
        ("End", FROM_LEAP_DAY, None),
        ("12 months", OPEN, None),
        ("year 2", OPEN, None),
        ("ongoing", THREE_YEARS, None),
        ("Ongoing", THREE_YEARS, None),
        ("tbc", THREE_YEARS, None),
        ("TBC", THREE_YEARS, None),
        ("9999 years", THREE_YEARS, "9999-12-31"),
        ("52 weeks", THREE_YEARS, "2025-12-30"),
    ],
)
def test_a_due_text_comes_to_a_date_with_the_period_of_its_plan(text: str, period: Period, due: str | None) -> None:
    """Durations end on the day before the anniversary; what has no date, or no period to count from, has none."""
    found = due_date(parse_due(text), period)
    assert (found.isoformat() if found else None) == due


@pytest.mark.parametrize(
    ("text", "period", "start"),
    [
        ("2026-03", OPEN, "2026-03-01"),
        ("2025/26", OPEN, "2025-08-01"),
        ("year 1", THREE_YEARS, "2025-01-01"),
        ("year 2", THREE_YEARS, "2026-01-01"),
        ("year 3", FROM_AUGUST, "2027-08-01"),
        ("6 months", THREE_YEARS, "2025-07-01"),
        ("2 weeks", THREE_YEARS, "2025-01-15"),
        ("9999 years", THREE_YEARS, "9999-12-31"),
        ("year 2", OPEN, None),
        ("tbc", THREE_YEARS, None),
        ("end", THREE_YEARS, None),
    ],
)
def test_in_the_place_of_a_start_the_first_day_counts(text: str, period: Period, start: str | None) -> None:
    """`year 2` begins where year 1 has ended, `6 months` when six months have passed."""
    found = start_date(parse_due(text), period)
    assert (found.isoformat() if found else None) == start


@pytest.mark.parametrize(
    ("text", "message", "help_text"),
    [
        ("2018-06-31", "2018-06-31 does not exist: June 2018 has 30 days", "write 2018-06-30 for its last day"),
        ("2025-02-29", "2025-02-29 does not exist: February 2025 has 28 days", "write 2025-02-28 for its last day"),
        ("2026-01-00", "2026-01-00 does not exist: January 2026 has 31 days", "write 2026-01-31 for its last day"),
        ("2026-13", "2026-13 does not exist: there is no month 13", "months run from 01 to 12"),
        ("2026-00", "2026-00 does not exist: there is no month 00", "months run from 01 to 12"),
        ("2026-13-01", "2026-13-01 does not exist: there is no month 13", "months run from 01 to 12"),
        ("2025-26", "2025-26 does not exist: there is no month 26", "write 2025/26 for the academic year"),
        ("2012-13", "2012-13 does not exist: there is no month 13", "write 2012/13 for the academic year"),
        (
            "2025/27",
            "2025/27 is not an academic year: 2025 is followed by 2026",
            "write 2025/26 for the academic year, or 2027 for the end of 2027",
        ),
        (
            "2025/12",
            "2025/12 is not an academic year: 2025 is followed by 2026",
            "write 2025/26 for the academic year, or 2025-12 for the month",
        ),
        (
            "2025/2027",
            "2025/2027 is not an academic year: 2025 is followed by 2026",
            "write 2025/26 for the academic year, or 2027 for the end of 2027",
        ),
        (
            "2025/25",
            "2025/25 is not an academic year: 2025 is followed by 2026",
            "write 2025/26",
        ),
        ("1066", "1066 is out of range", "years run from 1900 to 2200"),
        ("0206-03-31", "0206-03-31 is out of range", "years run from 1900 to 2200"),
        ("3026-Q1", "3026-Q1 is out of range", "years run from 1900 to 2200"),
    ],
)
@pytest.mark.parametrize("parse", [parse_day, parse_due])
def test_a_date_that_no_calendar_has_is_impossible(
    parse: Callable[[str], object], text: str, message: str, help_text: str
) -> None:
    """The message says why it does not exist, the help what may have been meant."""
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.help, caught.value.impossible) == (message, help_text, True)


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("May-19", "write 2019-05 for the whole month"),
        ("Sept 2020", "write 2020-09 for the whole month"),
        ("Aug ’22", "write 2022-08 for the whole month"),
        ("by Aug 2022", "write 2022-08 for the whole month"),
        ("31st March 2026", "write 2026-03-31"),
        ("31/03/2026", "write 2026-03-31"),
        ("3.4.26", "write 2026-04-03 for 3 April 2026, or 2026-03-04 for 4 March 2026"),
        ("03/31/2026", "write 2026-03-31"),
        ("2026/03/31", "write 2026-03-31"),
        ("2026-3-1", "write 2026-03-01"),
        ("2026-3", "write 2026-03 for the whole month"),
        ("03/2026", "write 2026-03 for the whole month"),
        ("Q1 2026", "write 2026-Q1"),
        ("2026 Q1", "write 2026-Q1"),
        ("2025–26", "write 2025/26"),
        ("academic year 2025-26", "write 2025/26"),
        (" 2026-03 ", "write 2026-03 without the spaces around it"),
    ],
)
@pytest.mark.parametrize("parse", [parse_day, parse_due])
def test_the_spellings_of_published_plans_are_answered_with_ours(
    parse: Callable[[str], object], text: str, help_text: str
) -> None:
    """What is not written as a date of ours is one slip of the pen, not an impossible date."""
    with pytest.raises(DateError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.help) == (f"`{text}` is not a date", help_text)
    assert not caught.value.impossible


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("Y2", "write year 2"),
        ("yr 3", "write year 3"),
        ("Yr1-3", "write year 3 as due, and year 1 as start"),
        ("Y1-Y3", "write year 3 as due, and year 1 as start"),
        ("years 1 to 3", "write year 3 as due, and year 1 as start"),
        ("within 12 months", "write 12 months"),
        ("12-month", "write 12 months"),
        ("24m", "write 24 months"),
        ("6 wks", "write 6 weeks"),
        ("2 yrs", "write 2 years"),
        ("TBD", "write tbc"),
        ("To be confirmed", "write tbc"),
        ("on-going", "write ongoing"),
        ("Continuous", "write ongoing"),
        ("end of the plan", "write end"),
    ],
)
def test_the_words_met_in_place_of_a_due_date_are_answered_with_ours(text: str, help_text: str) -> None:
    """Only where a due date is expected: an update has a day."""
    with pytest.raises(DateError) as caught:
        parse_due(text)
    assert caught.value.help == help_text
    with pytest.raises(DateError, match="is not a date") as caught:
        parse_day(text)
    assert caught.value.help.startswith(("write 2028-03-31, 2028-03, 2028-Q1,", "leave the key out"))


@pytest.mark.parametrize(
    "text", ["marketing 2020", "juniper 20", "maybe 2026", "Decade 2020", "summery", "", " ", "٢٠٢٦"]
)
def test_nothing_is_guessed_from_words_that_only_look_like_a_month(text: str) -> None:
    """Where no spelling is known the help lists the forms."""
    with pytest.raises(DateError) as caught:
        parse_due(text)
    assert caught.value.help.startswith("write 2028-03-31, 2028-03,")
    assert caught.value.help.endswith("ongoing or tbc")


@pytest.mark.parametrize(
    ("text", "message"),
    [("0 months", "`0 months` has no length"), ("year 0", "`year 0` is not a year of the plan")],
)
def test_nothing_is_due_after_no_time(text: str, message: str) -> None:
    """A length of zero is refused, and so is a year before the first."""
    with pytest.raises(DateError) as caught:
        parse_due(text)
    assert (caught.value.message, caught.value.impossible) == (message, True)


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [("6 months", 6, 0), ("1 year", 12, 0), ("2 Weeks", 0, 14), ("10days", 0, 10)],
)
def test_a_length_of_time_is_a_number_and_a_unit(text: str, months: int, days: int) -> None:
    """Whole months, or whole days where weeks or days are written."""
    assert parse_duration(text) == Duration(months, days)


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("termly", "write 4 months"),
        ("Quarterly", "write 3 months"),
        ("annually", "write 12 months"),
        ("often", "write a number and a unit, such as 6 months"),
        ("2026-03", "write a number and a unit, such as 6 months"),
    ],
)
def test_the_words_for_a_rhythm_are_answered_with_a_length(text: str, help_text: str) -> None:
    """For `review_every: termly` the help says the number of months."""
    with pytest.raises(DateError) as caught:
        parse_duration(text)
    assert caught.value.help == help_text


@pytest.mark.parametrize(
    ("due", "dates"),
    [
        ("2026-03", ["2026-03-31"]),
        (["2026-03", "2026-12"], ["2026-03-31", "2026-12-31"]),
        (["12 months", "2026-Q3", "end"], ["2025-12-31", "2026-09-30", "2027-12-31"]),
        (["year 1", "ongoing"], ["2025-12-31", None]),
        ([], []),
    ],
)
def test_an_action_is_due_at_its_checkpoints_and_then_at_its_end(due: str | list[str], dates: list[str | None]) -> None:
    """In the model `due` is always a list: the checkpoints, then the end."""
    texts = [due] if isinstance(due, str) else due
    action = {"id": "1.1", "title": "Do it", "due": texts}
    plan = Plan.model_validate({"kind": "plan", "format": "1", "title": "A plan", "actions": [action]})
    found = [due_date(one, THREE_YEARS) for one in plan.actions[0].due]
    assert [day.isoformat() if day else None for day in found] == dates


def test_months_are_english_in_every_locale() -> None:
    """Same input, same words: the names of months do not follow the locale of the machine."""
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            with pytest.raises(DateError, match="June 2018 has 30 days"):
                parse_day("2018-06-31")
    finally:
        locale.setlocale(locale.LC_TIME, before)


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(DAYS, st.integers(1, 600))
def test_n_months_end_on_the_day_before_the_same_day_n_months_later(start: date, months: int) -> None:
    """Where the month has no such day, they end with the month."""
    due = due_date(parse_due(f"{months} months"), Period(start, None))
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    later = date(year, month + 1, min(start.day, length))
    assert due == (later - timedelta(days=1) if start.day <= length else later)


@given(DAYS, st.builds(Duration, st.integers(1, 120_000)) | st.builds(Duration, st.just(0), st.integers(1, 70_000)))
def test_a_length_of_time_ends_no_earlier_than_it_begins(start: date, length: Duration) -> None:
    """Far lengths end with the calendar instead of failing, and the day after follows the last day."""
    last = last_day_of(start, length)
    assert start <= last
    assert add(start, length) == (last if last == date.max else last + timedelta(days=1))


@given(
    st.text()
    | st.from_regex(r"[0-9]{1,5}[-/. ]?([0-9]{1,4}|[qQ][0-9]|months?|weeks?|years?)[-/.]?[0-9]{0,4}", fullmatch=True)
)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """Nothing but `DateError` is raised, always with words to act on; what is read comes to a date in order."""
    for parse in (parse_day, parse_due, parse_duration):
        refused = refusal(parse, text)
        assert refused is None or (refused.message and refused.help)
    if refusal(parse_due, text):
        return
    due = parse_due(text)
    for period in (THREE_YEARS, OPEN):
        start, end = start_date(due, period), due_date(due, period)
        assert start is None or end is None or start <= end or due.kind is DueKind.DURATION


@given(st.text())
def test_what_a_suggestion_says_can_be_written(text: str) -> None:
    """A suggested date is a date: the help never sends anybody from one error to the next."""
    for spelt in (text, f"{text} 2026", f"{text}-26", f"12/{text}", "31 February 2026"):
        refused = refusal(parse_day, spelt)
        if refused and re.match("write (?!the )", refused.help) and "," not in refused.help:
            assert refusal(parse_day, refused.help.split()[1]) is None


def refusal(parse: Callable[[str], object], text: str) -> DateError | None:
    """What is said against a text, or None."""
    try:
        parse(text)
    except DateError as error:
        return error
    return None
