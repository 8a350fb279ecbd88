"""Dates as people write them in the tables of a document: what is said of each, and what `--fix` may write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.values.dates import DateError, parse_day, parse_due, parse_duration, parse_start

CERTAIN = {
    "20261231": "2026-12-31",
    "31122026": "2026-12-31",
    "2026-12-31T00:00:00": "2026-12-31",
    "31/12/2026 00:00": "2026-12-31",
    "Thu 31/12/26": "2026-12-31",
    "31 / 12 / 2026": "2026-12-31",
    "31Dec2026": "2026-12-31",
    "10 th Sept 2026": "2026-09-10",
    "September the 10th 2026": "2026-09-10",
    "2027-W05-5": "2027-02-05",
    "2026 – 12": "2026-12",
    "Dec_2026": "2026-12",
    "latest December 2026": "2026-12",
    "“December 2026”": "2026-12",
    "Dec 2026": "2026-12",
    "December 2026": "2026-12",
    "December, 2026": "2026-12",
    "2026 December": "2026-12",
    "Aug '22": "2022-08",
    "Dec ’26": "2026-12",
    "by Aug 2022": "2022-08",
    "December 2027 at the latest": "2027-12",
    "31 July 2027": "2027-07-31",
    "31st July 2027": "2027-07-31",
    "Saturday 31 July 2027": "2027-07-31",
    "July 31, 2027": "2027-07-31",
    "31-Jul-27": "2027-07-31",
    "31/07/2027": "2027-07-31",
    "31/07/27": "2027-07-31",
    "30-06-2026": "2026-06-30",
    "31.12.2026": "2026-12-31",
    "2026.12.31": "2026-12-31",
    "2026/03/31": "2026-03-31",
    "2026-3-1": "2026-03-01",
    "03/03/2027": "2027-03-03",
    "by 31 December 2027": "2027-12-31",
    "2026.12": "2026-12",
    "03/2026": "2026-03",
    "Q2 2027": "2027-Q2",
    "2026 Q3": "2026-Q3",
    "1Q27": "2027-Q1",
    "2nd quarter 2027": "2027-Q2",
    "AY 26/27": "2026/27",
    "academic year 2025-26": "2025/26",
    "2026/2027 academic year": "2026/27",
}
"""What has one meaning, wherever a date stands."""

CERTAIN_AS_DUE = {
    "End of plan": "end",
    "end of the plan period": "end",
    "Y2": "year 2",
    "Year two": "year 2",
    "second year of the plan": "year 2",
    "24m": "24 months",
    "twelve months": "12 months",
    "one year": "1 year",
    "1.5 years": "18 months",
    "within 12 months": "12 months",
    "2 yrs": "2 years",
    "TBD": "tbc",
    "t.b.c.": "tbc",
    "TBC.": "tbc",
    "to be confirmed": "tbc",
    "On-going": "ongoing",
    "Ongoing.": "ongoing",
}
"""What has one meaning in the place of a due date."""

KEEPS_WORDS = {
    "end of Q2 2027": "2027-Q2",
    "End of academic year 2026/27": "2026/27",
    "10 Sept 2026 at 14:00": "2026-09-10",
    "2026-09-10T14:30:00Z": "2026-09-10",
    "End of November 2020": "2020-11",
    "by end of 2027": "2027-12",
    "End of Year 1": "year 1",
    "Y3 end": "year 3",
    "Ongoing (annual review)": "ongoing",
    "ongoing - reviewed annually": "ongoing",
    "tbc (after restructure)": "tbc",
    "12 months from start of plan": "12 months",
}
"""What has one meaning, and says more than is then written."""

HELPS = {
    "Q1 2027/28": "write 2027-06 for a year that begins in April, or 2027-10 for one that begins in August",
    "Q4 FY26/27": "write 2027-03 for a year that begins in April, or 2027-07 for one that begins in August",
    "2027/28 Q1": "write 2027-06 for a year that begins in April, or 2027-10 for one that begins in August",
    "FY26/27": "write 2026/27 for a year to 31 July, or 2027-03 for a year to 31 March",
    "FY27": "write 2026/27 for a year to 31 July, or 2027-03 for a year to 31 March 2027",
    "2026/7": "write 2026/27 for the academic year, or 2026-07 for July 2026",
    "2026-7": "write 2026/27 for the academic year, or 2026-07 for July 2026",
    "2025-2026": "write 2025/26 for the academic year, or 2026 for the end of 2026",
    "03/04/2027": "write 2027-04-03 for 3 April 2027, or 2027-03-04 for 4 March 2027",
    "29 Feb 2027": "write 2027-02-28 for its last day",
    "31 June 2018": "write 2018-06-30 for its last day",
    "29/02/2027": "write 2027-02-28 for its last day",
    "Monday 31 July 2027": "write 2027-07-31, and check the day: it is not the one of the week that you name",
    "Sept 26": "write 2026-09 for September 2026; if you mean the day, add its year",
    "31 March": "add the year, such as 2028-03-31",
    "26-Dec": "add the year, such as 2028-12-26",
    "Spring/Summer 2027": "write the last month that you mean, such as 2027-08",
    "Autumn 26": "write the last month that you mean, such as 2026-11",
    "winter 2026": "write the last month that you mean, such as 2026-12 or 2027-02",
    "Michaelmas 2026": "write the last month that you mean, such as 2026-12",
    "by Easter 2027": "write the last month that you mean, such as 2027-04",
    "Summer term 2026/27": "write the last month that you mean, such as 2027-07",
    "Autumn term 2026/27": "write the last month that you mean, such as 2026-12",
    "Term 2 2026": "write 2027-04 for a year that begins in 2026, or 2026-04 for one that ends in 2026",
    "Semester 1 2026/27": "write its last month, such as 2027-01",
    "next spring": "write the last month that you mean, with its year",
    "mid-2027": "write the last month that you mean, such as 2027-06",
    "H1 2027": "write 2027-06, its last month",
    "late June 2027": "write 2027-06 for the whole month, or the day that you mean, such as 2027-06-25",
    "before March 2027": "write 2027-02 for the month before March, or 2027-03 for March 2027 itself",
    "By 2027": "write 2027 for the end of 2027, or 2026-12 for its beginning",
    "46022": "write 2025-12-31: 46022 is the number that spreadsheets have for that day",
    "46022.0": "write 2025-12-31: 46022 is the number that spreadsheets have for that day",
    "202612": "write 2026-12 for the whole month",
    "2027-W05": "write a day of that week, such as 2027-02-05",
    "w/c 14/09/26": "write a day of that week, such as 2026-09-14",
    "W/C 14th Sept": "add the year, such as 2028-09-14",
    "2nd week of January 2027": ("write 2027-01 for the whole month, or the day that you mean, such as 2027-01-12"),
    "mid Dec": "add the year, such as 2028-12",
    "31/12": "add the year, such as 2028-12-31",
    "Dec 31": "add the year if 31 is the day, or write 2031-12 for December 2031",
    "Q2": "add the year, such as 2028-Q2",
    "Q5 2027": "quarters run from Q1 to Q4",
    "Sem 2, 26/27": "write its last month, such as 2027-06",
    "TB1 2026/27": "write its last month, such as 2027-01",
    "Q3 AY 2026/27": "write the last month that you mean, such as 2027-04",
    "end of 2026/27": "write 2026/27",
    "Start of 2027/28": "write the last month that you mean, such as 2027-09",
    "summer recess 2027": "write the last month that you mean, such as 2027-08",
    "Xmas 2026": "write the last month that you mean, such as 2026-12",
    "before 2028": "write 2027-12 for the month before 2028, or 2028 for the end of 2028",
    "circa 2027": "write 2027",
    "1H 2027": "write 2027-06, its last month",
    "Decmber 2026": "write 2026-12 for the whole month",
    "Febuary 2027": "write 2027-02 for the whole month",
    "31 Decembre 2026": "write 2026-12-31",
    "Rhagfyr 2026": "write 2026-12 for the whole month",
    "2027 (Jan)": "write 2027-01 for the whole month",
}
"""What is not certain, or does not exist."""

HELPS_AS_DUE = {
    "0-12 months": "write 12 months",
    "2027+": "write 2027 as start, and as due when it ends, or ongoing",
    "Post-2027": "write 2027 as start, and as due when it ends, or ongoing",
    "2021–present": "write 2021 as start, and as due when it ends, or ongoing",
    "December 2026 / ongoing": "write 2026-12 as start, and as due when it ends, or ongoing",
    "no earlier than March 2027": "write 2027-03 as start, and as due when it ends, or ongoing",
    "March 2027 at the earliest": "write 2027-03 as start, and as due when it ends, or ongoing",
    "2027 tbc": "write 2027, or tbc while the date is being agreed",
    "Likely 2027": "write 2027, or tbc while the date is being agreed",
    "Spring 2027 TBC": ("write the last month that you mean, such as 2027-05, or tbc while the date is being agreed"),
    "Draft July 2026, final July 2027": (
        "write [2026-07, 2027-07]: the last is the due date, the others are checkpoints"
    ),
    "a) July 2026; b) July 2027": "write [2026-07, 2027-07]: the last is the due date, the others are checkpoints",
    "Annual (every July)": "write ongoing, and say how often in the title or in `about`",
    "July (each year)": "write ongoing, and say how often in the title or in `about`",
    "31 July 2026 (annually thereafter)": (
        "write [2026-07-31, ongoing] if it is first due then and goes on, and say how often in `about`"
    ),
    "March 2026 (extended to July 2026)": ("write 2026-03, which was agreed first, and 2026-07 as `due` of an update"),
    "July 2026 [revised from March 2026]": ("write 2026-03, which was agreed first, and 2026-07 as `due` of an update"),
    "was March 2026, now July 2026": "write 2026-03, which was agreed first, and 2026-07 as `due` of an update",
    "March 2026 → July 2026": (
        "write 2026-03, which was agreed first, and 2026-07 as `due` of an update; or if it is a span, 2026-07 as due, "
        "and 2026-03 as start"
    ),
    "Revised: July 2026": "write the date that was agreed first, and 2026-07 as `due` of an update",
    "July 2026 - complete": "write 2026-07, and report that it is complete under `updates`, with `rag: blue`",
    "July 2026 ✓": "write 2026-07, and report that it is complete under `updates`, with `rag: blue`",
    "✓": "write when it was due, and report that it is complete under `updates`, with `rag: blue`",
    "Dec 2025 overdue": "write 2025-12, and report the state under `updates`",
    "Overdue": "write when it is due, and report the state under `updates`",
    "Next academic year": "write the academic year itself, such as 2028/29",
    "10/09/2026 (Thu)": (
        "write 2026-09-10 for 10 September 2026, or 2026-10-09 for 9 October 2026, and put the rest into `about`, or "
        "into a comment after ` # `"
    ),
    "N/K": "write tbc while the date is being agreed",
    "March 2027 (interim), March 2028": (
        "write [2027-03, 2028-03]: the last is the due date, the others are checkpoints"
    ),
    "March and September 2027": "write [2027-03, 2027-09]: the last is the due date, the others are checkpoints",
    "Q1/Q2 2027": "write [2027-Q1, 2027-Q2]: the last is the due date, the others are checkpoints",
    "2026/27 and 2027/28": "write [2026/27, 2027/28]: the last is the due date, the others are checkpoints",
    "Year 1, Year 2": "write [year 1, year 2]: the last is the due date, the others are checkpoints",
    "Autumn 2026, Spring 2027": "write [2026-11, 2027-05]: the last is the due date, the others are checkpoints",
    "2026-2028": "write 2028 as due, and 2026 as start",
    "Jan-Mar 2027": "write 2027-03 as due, and 2027-01 as start",
    "2026-03 to 2026-09": "write 2026-09 as due, and 2026-03 as start",
    "2026/27 - 2028/29": "write 2028/29 as due, and 2026/27 as start",
    "Start: Sept 2026; End: Aug 2027": "write 2027-08 as due, and 2026-09 as start",
    "ongoing from September 2021": "write 2021-09 as start, and as due when it ends, or ongoing",
    "September 2021 onwards": "write 2021-09 as start, and as due when it ends, or ongoing",
    "September 2021 - ongoing": "write 2021-09 as start, and as due when it ends, or ongoing",
    "from September 2026": "write 2026-09 as start, and as due when it ends, or ongoing",
    "Ongoing until December 2027": "write 2027-12 as due, since the work ends then",
    "July 2027 and annually thereafter": (
        "write [2027-07, ongoing] if it is first due then and goes on, and say how often in `about`"
    ),
    "2027 or 2028": "write 2027 or 2028, or tbc until it is agreed which",
    "March 2027?": "write 2027-03, or tbc while the date is being agreed",
    "March 2027 (TBC)": "write 2027-03, or tbc while the date is being agreed",
    "Ongoing, end of March": "write ongoing for work without an end date, or the date when it ends",
    "tbc, spring": "write the date if it is agreed, or tbc until then",
    "tbc March 2027": "write the date if it is agreed, or tbc until then",
    "TBC?": "write tbc while the date is being agreed",
    "Completed": "write when it was due, and report that it is complete under `updates`, with `rag: blue`",
    "Done - March 2026": "write when it was due, and report that it is complete under `updates`, with `rag: blue`",
    "Delayed": "write when it is due, and report the state under `updates`",
    "cancelled": "write when it was due, and how it ended under `closed`",
    "Immediate": "write the month when it is due, or tbc",
    "ASAP": "write the month when it is due, or tbc",
    "6-12 months": "write 12 months, or [6 months, 12 months] if 6 months is a checkpoint",
    "1-2 years": "write 2 years, or [1 year, 2 years] if 1 year is a checkpoint",
    "12 months from approval": "write the date; 12 months would count from the start of the plan",
    "within the next 6 months": "write the date; 6 months would count from the start of the plan",
    "Year 2 Q3": "write 21 months for the end of quarter 3 of the plan's year 2",
    "mid year 2": "write 18 months for the middle of the plan's year 2",
    "Month 6": "write 6 months for the end of the plan's month 6",
    "annually": "write ongoing, and say how often in the title or in `about`",
    "each term": "write ongoing, and say how often in the title or in `about`",
    "every October": "write ongoing, and say how often in the title or in `about`",
    "throughout the plan": "write end for the last day of the plan, or ongoing for work without an end date",
    "Long-term": "write the date that this comes to, such as 12 months",
    "n/a": (
        "leave the key out if there is no date; write ongoing for work without an end date, or tbc while the date is "
        "being agreed"
    ),
}
"""What is not certain in the place of a due date."""


def refusal(parse: object, text: str) -> DateError:
    """What is said of a text that is not a date."""
    assert callable(parse)
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(("text", "meant"), CERTAIN.items())
@pytest.mark.parametrize("parse", [parse_day, parse_due, parse_start])
def test_a_date_with_one_meaning_is_known_for_certain(parse: object, text: str, meant: str) -> None:
    """The help names it, and `--fix` may write it, whichever key it stands in."""
    error = refusal(parse, text)
    assert (error.meant, error.keeps_words) == (meant, False)
    assert error.help.startswith(f"write {meant}")


@pytest.mark.parametrize(("text", "meant"), CERTAIN_AS_DUE.items())
@pytest.mark.parametrize("parse", [parse_due, parse_start])
def test_a_due_text_with_one_meaning_is_known_for_certain(parse: object, text: str, meant: str) -> None:
    """Lengths of time, years of the plan and the words are only due dates: a report has a day."""
    error = refusal(parse, text)
    assert (error.meant, error.keeps_words) == (meant, False)
    assert not refusal(parse_day, text).meant


@pytest.mark.parametrize(("text", "meant"), KEEPS_WORDS.items())
def test_words_that_would_be_lost_are_kept_beside_what_is_certain(text: str, meant: str) -> None:
    """They become a comment: `due: 2020-11  # End of November 2020`."""
    error = refusal(parse_due, text)
    assert (error.meant, error.keeps_words) == (meant, True)


@pytest.mark.parametrize(("text", "help_text"), HELPS.items())
@pytest.mark.parametrize("parse", [parse_day, parse_due])
def test_a_date_with_two_meanings_is_answered_with_both(parse: object, text: str, help_text: str) -> None:
    """A help never chooses for the reader, and nothing is certain."""
    error = refusal(parse, text)
    assert (error.help, error.meant) == (help_text, "")


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("Done - June 2026", "write 2026-06 for the whole month"),
        ("Completed March 2026", "write 2026-03 for the whole month"),
        ("Jan – March 2027", "write one date, such as 2027-03"),
        ("July 2026, July 2027", "write one date, such as 2027-07"),
        ("6 months", "write 2028-03-31, 2028-03, 2028-Q1, 2027/28 or 2028"),
    ],
)
def test_one_day_is_asked_for_where_several_are_written(text: str, help_text: str) -> None:
    """A length of time is never proposed as a day."""
    assert refusal(parse_day, text).help == help_text


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("ASAP", "write the month when it starts, or tbc"),
        ("In progress", "write when it starts, and report the state under `updates`"),
        ("Autumn 2026", "write the first month that you mean, such as 2026-09"),
    ],
)
def test_a_start_is_not_answered_with_a_due_date(text: str, help_text: str) -> None:
    """Words in the place of a start are answered with the start."""
    assert refusal(parse_start, text).help == help_text


@pytest.mark.parametrize(("text", "help_text"), HELPS_AS_DUE.items())
def test_words_in_place_of_a_due_date_are_answered_one_by_one(text: str, help_text: str) -> None:
    """No start is proposed as a due date, no checkpoint lost, and no state taken for a date."""
    error = refusal(parse_due, text)
    assert (error.help, error.meant) == (help_text, "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("29 Feb 2027", "`29 Feb 2027` does not exist: February 2027 has 28 days"),
        ("31/04/2027", "`31/04/2027` does not exist: April 2027 has 30 days"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_said_to_be_impossible(text: str, message: str) -> None:
    """In whatever way it is written."""
    error = refusal(parse_due, text)
    assert (error.message, error.impossible) == (message, True)


@pytest.mark.parametrize(
    ("text", "help_text", "meant"),
    [
        ("End of November 2020", "write 2020-11-30", "2020-11-30"),
        ("from September 2026", "write 2026-09 for the whole month", "2026-09"),
        ("Spring 2027", "write the first month that you mean, such as 2027-03", ""),
        ("H1 2027", "write the first month that you mean, such as 2028-03", ""),
    ],
)
def test_a_start_is_not_answered_with_an_end(text: str, help_text: str, meant: str) -> None:
    """`2020-11` as `start` would be the first of November."""
    error = refusal(parse_start, text)
    assert (error.help, error.meant) == (help_text, meant)


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("yes", "write the day or the month in which it was done"),
        ("Completed", "write the day or the month in which it was done"),
        ("n/a", "leave the key out until the date is known"),
        ("TBC", "leave the key out until the date is known"),
        ("End of March 2026", "write 2026-03-31"),
    ],
)
def test_a_day_that_has_been_is_asked_for(text: str, help_text: str) -> None:
    """`done: yes` is not a day, and as one day the end of a month is its last."""
    assert refusal(parse_day, text).help == help_text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Monthly", "1 month"),
        ("quarterly", "3 months"),
        ("six-monthly", "6 months"),
        ("6-monthly", "6 months"),
        ("every 6 months", "6 months"),
        ("Every six months", "6 months"),
        ("every year", "12 months"),
        ("biannually", ""),
        ("termly", ""),
        ("12m", "12 months"),
    ],
)
def test_a_rhythm_is_certain_where_it_comes_to_one_length(text: str, meant: str) -> None:
    """A term may have three months or four, and biannual may be every two years."""
    assert refusal(parse_duration, text).meant == meant


@pytest.mark.parametrize("text", ["x" * 100_000, "- " * 50_000, "1/" * 50_000, "jan " * 50_000])
def test_a_long_text_is_not_searched_for_dates(text: str) -> None:
    """What one of its words may be says nothing about the date."""
    assert not refusal(parse_due, text).is_known


TOKENS = (
    "2026 26 '26 27 2027/28 26/27 2028-03 1 2 3 12 31 13 0 Dec sept May march Q1 q4 H1 year Y yr years months m weeks "
    "spring Summer term semester end of plan the by from to until and or then ongoing tbc TBC annually each completed "
    "FY AY mid early late before (interim) ( ) , ; / - \u2013 . ? first second half within approval n/a \u2019 w/c "
    "Monday 1st nd \n \u00a0"
)
"""Parts of dates, and what people put between and around them."""


@given(
    st.lists(st.sampled_from(TOKENS.split(" ")), min_size=1, max_size=8),
    st.sampled_from(("", " ", "/", "-", ".")),
    st.sampled_from((parse_day, parse_due, parse_start)),
)
def test_what_is_certain_is_a_date_of_ours(tokens: list[str], between: str, parse: object) -> None:
    """Whatever is thrown at it: a date, or a refusal with a help; and what `--fix` writes is taken."""
    error = refused_with(parse, between.join(tokens))
    assert error is None or (error.message and error.help)
    assert error is None or not error.meant or refused_with(parse, error.meant) is None


def refused_with(parse: object, text: str) -> DateError | None:
    """Why a text is refused, or None where it is taken."""
    assert callable(parse)
    try:
        parse(text)
    except DateError as error:
        return error
    return None
