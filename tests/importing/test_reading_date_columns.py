"""Dates whose meaning is in the header of their column, in a chart, or in the column beside them."""

from dataclasses import replace

import pytest
from importing.making.found_plans import action, kinds_of, plan, read, read_entry, values_of, words

from tcplan.importing.document import SourcePlace
from tcplan.importing.found import Words


def _at(column: int, text: str, header: str, fill: str = "") -> Words:
    """A cell in a column of the first row."""
    return replace(words(text, column=header, fill=fill), place=SourcePlace("table 1", 2, column))


def _due(text: str, header: str) -> object:
    return values_of(read_entry(action("1", due=words(text, column=header)))).get("due")


@pytest.mark.parametrize(
    ("text", "header", "due"),
    [
        ("1", "Year", "year 1"),
        ("2", "Plan year", "year 2"),
        ("3.0", "Year", "year 3"),
        ("12", "Timescale (months)", "12 months"),
        ("24", "Months", "24 months"),
        ("6-12", "Duration in months", "12 months"),
        ("2", "Timescale (years)", "2 years"),
        ("10", "Number of weeks", "10 weeks"),
        ("June", "Due (2026)", "2026-06"),
        ("Autumn", "Term 2025/26", "2025-11"),
        ("Q3", "2026 quarter", "2026-Q3"),
        ("2027", "Timescale (months)", "2027"),
        ("June 2027", "Due (2026)", "2027-06"),
    ],
)
def test_a_number_or_month_is_read_with_the_header_of_its_column(text: str, header: str, due: str) -> None:
    """What the cell says itself counts first; its words stay beside what is read."""
    assert _due(text, header) == due


@pytest.mark.parametrize(
    ("text", "header"),
    [("12", "Due"), ("12", "Priority by months"), ("June", "Due"), ("26", "Year"), ("June", "2025 or 2026")],
)
def test_a_header_without_a_unit_adds_none(text: str, header: str) -> None:
    """The words go into `about`, and that is told."""
    draft = read(plan(action("1", due=words(text, column=header)), title="Plan"))
    assert "due" not in values_of(draft.entries[-1])
    assert kinds_of(draft) == ["date"]


def test_the_years_of_a_span_are_a_start_and_an_end() -> None:
    """`1-3` below Year."""
    values = values_of(read_entry(action("1", due=words("1-3", column="Year"))))
    assert (values["start"], values["due"]) == ("year 1", "year 3")


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        ("January 2026", "6 months", "2026-06"),
        ("January 2026", "1 year", "2026-12"),
        ("2026-03-15", "6 months", "2026-09-14"),
        ("Q2 2026", "3 months", "2026-06"),
        ("1 January 2026", "2 weeks", "2026-01-14"),
        ("September 2025", "18 months", "2027-02"),
    ],
)
def test_a_length_beside_a_start_counts_from_it(start: str, length: str, due: str) -> None:
    """And not from the start of the plan, as a length alone does; that is told."""
    draft = read(plan(action("1", start=words(start, column="Start"), due=words(length, column="Duration"))))
    due_read = draft.entries[-1].keys["due"]
    assert (due_read.value, due_read.written) == (due, length)
    assert any("is counted from the start" in one.message for one in draft.doubts)


def test_a_length_without_a_start_stays_one() -> None:
    """A start that is no date counts nothing."""
    assert _due("6 months", "Duration") == "6 months"
    assert values_of(read_entry(action("1", start="TBC", due="6 months")))["due"] == "6 months"


AMERICAN = ["6/13/2026", "7/4/2026", "12/31/2026"]


def test_a_column_with_american_dates_has_the_month_first_throughout() -> None:
    """Two that can only be American say it of the others, and it is told once."""
    draft = read(plan(*(action(f"{index}", due=words(one, column="Due")) for index, one in enumerate(AMERICAN, 1))))
    assert [values_of(one)["due"] for one in draft.entries] == ["2026-06-13", "2026-07-04", "2026-12-31"]
    assert draft.entries[1].keys["due"].written == "7/4/2026"
    assert kinds_of(draft).count("date") == 1


@pytest.mark.parametrize(
    ("column", "second"),
    [
        (["6/13/2026", "7/4/2026"], "2026-04-07"),
        (["6/13/2026", "7/4/2026", "12/31/2026", "13/6/2026"], "2026-04-07"),
        (["13/6/2026", "7/4/2026", "31/12/2026"], "2026-04-07"),
    ],
)
def test_a_slip_or_a_british_date_makes_no_column_american(column: list[str], second: str) -> None:
    """Where nothing decides, a date is British."""
    draft = read(plan(*(action(f"{index}", due=words(one, column="Due")) for index, one in enumerate(column, 1))))
    assert values_of(draft.entries[1])["due"] == second


@pytest.mark.parametrize(
    ("cells", "start", "due"),
    [
        ([_at(4, "x", "2025 Q1"), _at(5, "x", "2025 Q2"), _at(6, "x", "2025 Q3")], "2025-Q1", "2025-Q3"),
        ([_at(4, "Jan 2026", "Jan 2026", "4472C4"), _at(5, "Feb 2026", "Feb 2026", "4472C4")], "2026-01", "2026-02"),
        ([_at(4, "✓", "2025/26"), _at(5, "✓", "2026/27")], "2025/26", "2026/27"),
        ([_at(4, "■", "Year 1"), _at(5, "■", "Year 2")], "year 1", "year 2"),
        ([_at(4, "x", "Q4 2025")], None, "2025-Q4"),
        ([_at(4, "x", "2025 Q1"), _at(7, "x", "2025 Q4")], None, ["2025-Q1", "2025-Q4"]),
    ],
)
def test_marks_beside_each_other_are_a_start_and_an_end(cells: list[Words], start: str | None, due: object) -> None:
    """One mark is when it is due, and marks apart are checkpoints."""
    values = values_of(read_entry(action("1", due=cells)))
    assert (values.get("start"), values["due"]) == (start, due)


def test_a_bar_of_a_chart_is_told() -> None:
    """It says where from and where to."""
    draft = read(plan(action("1", due=[_at(4, "x", "2025 Q1"), _at(5, "x", "2025 Q2")]), title="Plan"))
    assert [one.message for one in draft.doubts] == [
        "the marks from `2025 Q1` to `2025 Q2` are read as a start and an end"
    ]


def test_a_date_beside_a_review_is_not_when_the_action_is_due() -> None:
    """The second column with the same header is about the column before it."""
    cells = [_at(5, "June 2026", "Date"), _at(7, "Sept 2026", "Date")]
    draft = read(plan(action("1", due=cells, about=_at(6, "PVC", "Review")), title="Plan"))
    values = values_of(draft.entries[-1])
    assert (values["due"], values["about"]) == ("2026-06", "Review: PVC\n\nDate (Review): Sept 2026")
    assert kinds_of(draft) == ["date"]


def test_a_date_beside_a_report_is_its_day() -> None:
    """So that the colour has one."""
    cells = [_at(5, "June 2026", "Date"), _at(7, "12 May 2026", "Date")]
    values = values_of(read_entry(action("1", due=cells, rag=_at(6, "Green", "RAG"))))
    assert (values["due"], values["updates"]) == ("2026-06", [{"date": "2026-05-12", "rag": "green"}])


def test_two_columns_of_dates_beside_each_other_are_checkpoints() -> None:
    """Nothing is between them that they could be about."""
    values = values_of(read_entry(action("1", due=[_at(5, "June 2026", "Date"), _at(6, "June 2027", "Date")])))
    assert values["due"] == ["2026-06", "2027-06"]


def test_a_merged_cell_that_says_the_same_in_two_rows_is_written_once() -> None:
    """As the comment beside the value."""
    assert read_entry(action("1", due=["End of 2027", "End of 2027"])).keys["due"].written == "End of 2027"


@pytest.mark.parametrize(
    ("written", "first", "new"),
    [
        ("June 2025 (revised from March 2025)", "2025-03", "2025-06"),
        ("Was June 2025, now December 2025", "2025-06", "2025-12"),
        ("March 2026 (extended to July 2026)", "2026-03", "2026-07"),
        ("June 2026 → June 2027", "2026-06", "2027-06"),
        ("originally May 2025, moved to May 2026", "2025-05", "2026-05"),
    ],
)
def test_a_date_that_was_moved_is_the_new_one_where_no_report_can_say_it(written: str, first: str, new: str) -> None:
    """With a day of review the first stays, and the report has the new one."""
    entry = read_entry(action("1", due=written))
    assert (entry.keys["due"].value, entry.keys["due"].written) == (new, written)
    reviewed = values_of(read_entry(action("1", due=written), reviewed="2026-01-31"))
    assert (reviewed["due"], reviewed["updates"]) == (first, [{"date": "2026-01-31", "due": new}])


@pytest.mark.parametrize(
    "header", ["Revised date", "New deadline", "Updated due date", "Revised", "Extended completion date"]
)
def test_a_column_for_the_revised_date_moves_the_first(header: str) -> None:
    """The first one is kept in `about`, and both are told."""
    first, revised = words("Dec 2025", column="Original date"), words("June 2026", column=header)
    draft = read(plan(action("1", due=first, about=revised), title="Plan"))
    values = values_of(draft.entries[-1])
    assert values["due"] == "2026-06"
    assert values["about"] == f"{header}: June 2026\n\nOriginal date: Dec 2025"
    assert kinds_of(draft) == ["date"]
    reported = values_of(read_entry(action("1", due=first, about=revised), reviewed="2026-03-03"))
    assert (reported["due"], reported["updates"]) == ("2025-12", [{"date": "2026-03-03", "due": "2026-06"}])


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("Termly, starting Jan 2026", "2026-01"),
        ("Every June from 2025", "2025-06"),
        ("Annually from September 2025", "2025-09"),
        ("Each autumn term from 2025", "2025-09"),
        ("Quarterly (from 2026)", "2026"),
        ("Twice a year from March 2026", "2026-03"),
    ],
)
def test_what_comes_again_from_a_day_on_starts_then_and_goes_on(written: str, start: str) -> None:
    """It is no checkpoint."""
    values = values_of(read_entry(action("1", due=written)))
    assert (values["start"], values["due"]) == (start, "ongoing")


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("≤ 12 months", "12 months"),
        ("< 6 months", "6 months"),
        ("first 6 months", "6 months"),
        ("up to 18 months", "18 months"),
        ("no more than 2 years", "2 years"),
        ("max. 12 months", "12 months"),
        ("Due 30 Jun 26; Done 4 May 26", "2026-06-30"),
        ("June 2026 (completed May 2026)", "2026-06"),
        ("Jul/Aug 2026", "2026-08"),
    ],
)
def test_the_end_of_what_is_said_is_due(written: str, due: str) -> None:
    """A limit, the date beside one that is done, the last of two months."""
    assert values_of(read_entry(action("1", due=written)))["due"] == due


@pytest.mark.parametrize(
    "written", ["Before REF 2029", "After REF (2029)", "following the 2027 survey", "Post-merger 2027"]
)
def test_a_side_of_something_that_happens_is_no_date(written: str) -> None:
    """The words are kept and told."""
    draft = read(plan(action("1", due=words(written, column="By")), title="Plan"))
    assert values_of(draft.entries[-1]) == {"about": f"By: {written}"}
    assert kinds_of(draft) == ["date"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("15-16 June 2026", "`15-16 June 2026` is read as 2026-06"),
        ("June 2026 if funded", "`June 2026 if funded` is read as 2026-06"),
        ("pilot in May 2026, then roll out by May 2027", "is read as 2026-05 and 2027-05"),
        ("start in May 2026 with a launch in May 2027", "is read as a start, 2026-05, and due 2027-05"),
        ("Sept 2026/2027", "`Sept 2026/2027` is read as 2026-09 and 2027"),
    ],
)
def test_what_is_read_from_words_is_told(written: str, message: str) -> None:
    """With the dates, so that nobody has to look into the file."""
    draft = read(plan(action("1", due=written), title="Plan"))
    assert [message in one.message for one in draft.doubts] == [True]
