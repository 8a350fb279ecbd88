"""Timelines of a document: what is written in the file, and which words of the document stay beside it."""

from datetime import date

import pytest
from importing.making.found_plans import action, kinds_of, objective, plan, read, read_entry, values_of, words

from tcplan.findings.span import Value
from tcplan.values.dates import DateError, parse_due

ONE_DATE = [
    ("a month", "December 2026", "2026-12"),
    ("the end of a month", "End of November 2020", "2020-11"),
    ("a month before the end", "by end of July 2026", "2026-07"),
    ("a short month and year", "May-19", "2019-05"),
    ("a month of four letters", "Sept 26", "2026-09"),
    ("a month with an apostrophe", "Dec ’26", "2026-12"),
    ("a British day", "31/03/2027", "2027-03-31"),
    ("a British day that may be American", "03/04/2027", "2027-04-03"),
    ("a day in words", "1st April 2026", "2026-04-01"),
    ("a quarter", "Q3 2026", "2026-Q3"),
    ("an academic year", "AY2025/26", "2025/26"),
    ("an academic year in short", "25/26", "2025/26"),
    ("a year", "2027", "2027"),
    ("a season", "Spring 2026", "2026-05"),
    ("a term", "Autumn term 2025", "2025-12"),
    ("a semester", "Semester 2 2025/26", "2026-06"),
    ("a length", "36 months", "36 months"),
    ("a length within which", "Within 12 months", "12 months"),
    ("a length in years", "2 years", "2 years"),
    ("a length from nothing", "0-12 months", "12 months"),
    ("a year of the plan", "Y2", "year 2"),
    ("a year of the plan in words", "Year two", "year 2"),
    ("the end of the plan", "By the end of the plan", "end"),
    ("no end", "On-going", "ongoing"),
    ("no date yet", "TBC", "tbc"),
    ("a rhythm", "Annually", "ongoing"),
    ("a length with its date", "12 months (December 2025)", "2025-12"),
    ("a date among words", "Launch in March 2026", "2026-03"),
    ("a date with a remark", "December 2026 (review in June)", "2026-12"),
    ("an uncertain date", "March 2026?", "2026-03"),
    ("a horizon with its length", "Short term (0-12 months)", "12 months"),
    ("a horizon with a colon", "Medium term: 12-24 months", "24 months"),
    ("a part of a season", "Late Autumn 2025", "2025-11"),
    ("a year of the plan with its date", "Year 1: 2025", "2025"),
    ("work that is to be complete", "Complete by 31 March 2026", "2026-03-31"),
    ("a whole year", "Throughout 2026", "2026"),
    ("within a year of the plan", "within the first year", "year 1"),
    ("lengths from and to", "6-12 months", "12 months"),
]


@pytest.mark.parametrize(("written", "due"), [row[1:] for row in ONE_DATE], ids=[row[0] for row in ONE_DATE])
def test_one_date_is_written_as_plans_write_it(written: str, due: str) -> None:
    """And the words of the document stay beside it where they are others."""
    value = read_entry(action("1", due=written)).keys["due"]
    assert value.value == due
    assert value.written == ("" if written.lower() == due.lower() else written)


SEVERAL_DATES: list[tuple[str, str, list[str]]] = [
    ("two with a comma", "June 2026, June 2027", ["2026-06", "2027-06"]),
    ("two with a slash", "Dec 2025/Jan 2026", ["2025-12", "2026-01"]),
    ("two months of a year", "June & December 2026", ["2026-06", "2026-12"]),
    ("two in a row", "March 2026 March 2027", ["2026-03", "2027-03"]),
    ("two lines", "March 2026\nMarch 2027", ["2026-03", "2027-03"]),
    ("two lines with remarks", "Sept 2025 (pilot)\nSept 2026 (for all)", ["2025-09", "2026-09"]),
    ("two with labels", "Phase 1: March 2026; Phase 2: March 2027", ["2026-03", "2027-03"]),
    ("two within words", "Pilot in March 2026, full roll-out September 2026", ["2026-03", "2026-09"]),
    ("the later one first", "Final March 2027, draft March 2026", ["2026-03", "2027-03"]),
    ("years of the plan", "Year 1, 2 and 3", ["year 1", "year 2", "year 3"]),
    ("a first time and a rhythm", "July 2026, then annually", ["2026-07", "ongoing"]),
]


@pytest.mark.parametrize(("written", "due"), [row[1:] for row in SEVERAL_DATES], ids=[row[0] for row in SEVERAL_DATES])
def test_several_dates_are_checkpoints_and_the_end(written: str, due: list[str]) -> None:
    """In the order of the calendar."""
    assert read_entry(action("1", due=written)).keys["due"].value == due


SPANS: list[tuple[str, str, str, Value]] = [
    ("months", "January 2025 - December 2027", "2025-01", "2027-12"),
    ("days", "1 April 2026 - 31 March 2027", "2026-04-01", "2027-03-31"),
    ("months of one year", "Aug-Sept 2026", "2026-08", "2026-09"),
    ("years of the plan", "Y1-3", "year 1", "year 3"),
    ("years of the plan in short", "Yr1-3", "year 1", "year 3"),
    ("years of the plan in words", "Years 1 to 3", "year 1", "year 3"),
    ("seasons", "Autumn 2025 – Summer 2026", "2025-09", "2026-08"),
    ("labels", "Start: Sept 2025 End: Aug 2026", "2025-09", "2026-08"),
    ("labels on lines", "Start: Sept 2025\nEnd: Aug 2026", "2025-09", "2026-08"),
    ("without an end", "ongoing from September 2021", "2021-09", "ongoing"),
    ("without an end, in another order", "Sept 2025 – ongoing", "2025-09", "ongoing"),
    ("onwards", "from Sept 2025 onwards", "2025-09", "ongoing"),
    ("a season onwards", "Summer 2026 onwards", "2026-06", "ongoing"),
    ("a term onwards", "Autumn term 2026 onwards", "2026-09", "ongoing"),
    ("a feast onwards", "Easter 2027 onwards", "2027-04", "ongoing"),
    ("a quarter onwards", "Q3 2026 onward", "2026-Q3", "ongoing"),
    ("an academic year onwards", "AY 2026/27 onwards", "2026/27", "ongoing"),
    ("a season and onwards", "Winter 2026, and onwards", "2026-12", "ongoing"),
    ("short years", "Jan – Mar 26", "2026-01", "2026-03"),
    ("a short last year", "2025—28", "2025", "2028"),
    ("with a remark", "Sept 2025 – Aug 2028 (annual cycle)", "2025-09", "2028-08"),
    ("words for both", "Sept 2024 start; complete by July 2026", "2024-09", "2026-07"),
    ("a rhythm in brackets", "From Oct 2025 (termly)", "2025-10", "ongoing"),
]


@pytest.mark.parametrize(("written", "start", "due"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_a_span_is_a_start_and_a_due_date(written: str, start: str, due: Value) -> None:
    """Both are read from one cell."""
    values = values_of(read_entry(action("1", due=written)))
    assert (values["start"], values["due"]) == (start, due)


def test_a_start_alone_is_no_due_date() -> None:
    """`From September 2025` says nothing of an end."""
    assert values_of(read_entry(action("1", due="From September 2025"))) == {"start": "2025-09"}


@pytest.mark.parametrize(
    ("shown", "day", "due"),
    [
        ("Dec 2026", date(2026, 12, 1), "2026-12"),
        ("Dec-26", date(2026, 12, 1), "2026-12"),
        ("12/2026", date(2026, 12, 1), "2026-12"),
        ("2026", date(2026, 1, 1), "2026"),
        ("26-Dec", date(2025, 12, 26), "2025-12-26"),
        ("31/12/2026", date(2026, 12, 31), "2026-12-31"),
        ("01/12/2026", date(2026, 12, 1), "2026-12-01"),
        ("Thursday 31 December 2026", date(2026, 12, 31), "2026-12-31"),
    ],
)
def test_a_date_of_a_spreadsheet_is_read_as_far_as_it_is_shown(shown: str, day: date, due: str) -> None:
    """Where only the month and the year are shown, it is a month."""
    assert read_entry(action("1", due=words(shown, day=day))).keys["due"].value == due


@pytest.mark.parametrize("written", ["31 June 2018", "30/02/2026", "31st November 2025", "29 February 2027"])
def test_an_impossible_date_is_kept_as_it_is_written_and_told(written: str) -> None:
    """The finding of the validator names it."""
    draft = read(plan(action("1", due=written), title="Plan"))
    assert draft.entries[0].keys["due"].value == written
    assert kinds_of(draft) == ["impossible-date"]
    with pytest.raises(DateError):
        parse_due(written)


@pytest.mark.parametrize("written", ["Short term", "Immediate", "March", "30 September", "When staff are in post"])
def test_what_is_no_date_goes_into_about_and_is_told(written: str) -> None:
    """No year is made up."""
    draft = read(plan(action("1", due=words(written, column="Timescale")), title="Plan"))
    assert values_of(draft.entries[0]) == {"about": f"Timescale: {written}"}
    assert kinds_of(draft) == ["date"]


@pytest.mark.parametrize("written", ["n/a", "N/A", "-", "None"])
def test_words_for_no_date_leave_none(written: str) -> None:
    """They are accounted for."""
    assert values_of(read_entry(action("1", due=written))) == {}


def test_a_start_column_and_an_end_column_are_both_read() -> None:
    """The first month of a season is its start, the last its end."""
    values = values_of(read_entry(action("1", start="Autumn 2025", due="Summer 2026")))
    assert (values["start"], values["due"]) == ("2025-09", "2026-08")


def test_a_start_column_with_a_span_says_when_it_is_due() -> None:
    """If nothing else does."""
    values = values_of(read_entry(action("1", start="Sept 2025 - July 2026")))
    assert (values["start"], values["due"]) == ("2025-09", "2026-07")


def test_two_columns_with_dates_are_one_timeline() -> None:
    """An action whose dates are in two rows has a checkpoint and an end."""
    assert read_entry(action("1", due=["March 2026", "March 2027"])).keys["due"].value == ["2026-03", "2027-03"]


def test_marks_in_columns_for_years_say_what_their_headers_do() -> None:
    """A cross or a coloured cell below Year 1."""
    marks = [words("x", column="Year 1"), words("", column="Year 2"), words("✓", column="Year 3")]
    assert read_entry(action("1", due=marks)).keys["due"].value == ["year 1", "year 3"]
    grounds = [words("", column="2025"), words("", column="2026", fill="4472C4")]
    assert read_entry(action("1", due=grounds)).keys["due"].value == "2026"


@pytest.mark.parametrize("written", ["March 2026 (extended to July 2026)", "was March 2026, now July 2026"])
def test_a_date_that_was_moved_is_due_as_it_was_published(written: str) -> None:
    """The new date is that of the report, where the day of the review is known."""
    entry = read_entry(action("1", due=written), reviewed="2026-01-31")
    assert entry.keys["due"].value == "2026-03"
    assert entry.keys["due"].written == written
    assert entry.keys["updates"].value == [{"date": "2026-01-31", "due": "2026-07"}]
    assert "updates" not in read_entry(action("1", due=written)).keys


def test_an_objective_has_its_timeline_in_about() -> None:
    """Files have due dates for actions alone."""
    draft = read(plan(objective("1", "Be seen", due=words("12 months", column="Timeline")), title="Plan"))
    assert values_of(draft.entries[0]) == {"about": "Timeline: 12 months"}
    assert kinds_of(draft) == ["date"]


@pytest.mark.parametrize(
    "written",
    [
        "Start: May 2026; finish: May 2027",
        "May 2026; finish: May 2027",
        "Start date: May 2026\nEnd date: May 2027",
        "Start - May 2026; Target completion - May 2027",
        "Commences May 2026, completes by May 2027",
        "From May 2026; due May 2027",
    ],
)
def test_a_start_and_an_end_that_are_called_so_need_no_look(written: str) -> None:
    """Whatever sign is between them."""
    draft = read(plan(action("1", due=written), title="P"))
    values = values_of(draft.entries[-1])
    assert (values["start"], values["due"]) == ("2026-05", "2027-05")
    assert draft.doubts == []


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("Completed March 2026", "2026-03"),
        ("Complete (March 2026)", "2026-03"),
        ("Done: June 2025", "2025-06"),
        ("Achieved 31 March 2026", "2026-03-31"),
        ("Delivered in Q1 2026", "2026-Q1"),
        ("Completed 2025", "2025"),
    ],
)
def test_when_work_was_completed_is_the_date_of_its_timeline(written: str, due: str) -> None:
    """It is the only date that the document has; that the state is not read is told."""
    draft = read(plan(action("1", due=written), title="P"))
    value = draft.entries[-1].keys["due"]
    assert (value.value, value.written) == (due, written)
    assert ["the state of the work is not read from a timeline" in doubt.message for doubt in draft.doubts] == [True]
