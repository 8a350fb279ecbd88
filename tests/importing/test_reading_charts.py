"""Charts of time beside written dates: what is written is what is due, and the chart only draws it."""

from dataclasses import replace

import pytest
from importing.making.found_plans import action, plan, read, read_entry, values_of, words

from tcplan.importing.found import FoundEntry, Words

QUARTERS = ("2027 Q1", "2027 Q2", "2027 Q3", "2027 Q4", "2028 Q1", "2028 Q2")
MONTHS = ("Jan 2027", "Feb 2027", "Mar 2027", "Apr 2027")


def bar(*headers: str, mark: str = "", first: int = 8) -> list[Words]:
    """The cells of a bar below some headers beside each other: coloured, or with a mark."""
    cells = [words(mark, column=header, fill="" if mark else "4472C4") for header in headers]
    return [replace(cell, place=cell.place._replace(column=at)) for at, cell in enumerate(cells, first)]


def finish(text: str, column: str = "Finish") -> Words:
    """A written date before the chart."""
    return words(text, column=column)


WRITTEN: list[tuple[str, FoundEntry, str, str]] = [
    ("quarters", action("1", start="Feb 2027", due=[finish("Jul 2027"), *bar(*QUARTERS[:3])]), "2027-02", "2027-07"),
    (
        "marks in quarters",
        action("1", start="Feb 2027", due=[finish("Jul 2027"), *bar(*QUARTERS[:3], mark="x")]),
        "2027-02",
        "2027-07",
    ),
    (
        "months",
        action("1", start="2027-01-11", due=[finish("9 Mar 2027"), *bar(*MONTHS[:3])]),
        "2027-01-11",
        "2027-03-09",
    ),
    (
        "years of a plan",
        action("1", start="May 2026", due=[finish("May 2028"), *bar("Year 1", "Year 2")]),
        "2026-05",
        "2028-05",
    ),
    ("one cell", action("1", start="Jan 2027", due=[finish("Feb 2027"), *bar(QUARTERS[0])]), "2027-01", "2027-02"),
    (
        "the date after the chart",
        action("1", start="Jan 2027", due=[*bar(*MONTHS), finish("Apr 2027", "End date")]),
        "2027-01",
        "2027-04",
    ),
    (
        "a span that is written",
        action("1", due=[finish("Feb 2027 to Jul 2027", "When"), *bar(*QUARTERS[:3])]),
        "2027-02",
        "2027-07",
    ),
]


@pytest.mark.parametrize(("found", "start", "due"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
def test_written_dates_win_over_the_chart_that_draws_them(found: FoundEntry, start: str, due: str) -> None:
    """However the chart counts time; nobody is asked to look at it."""
    draft = read(plan(found, title="Plan"))
    values = values_of(draft.entries[-1])
    assert (values["start"], values["due"]) == (start, due)
    assert draft.doubts == []


def test_a_bar_gives_the_start_that_is_not_written() -> None:
    """And the end is the written one."""
    values = values_of(read_entry(action("1", due=[finish("Jul 2027"), *bar(*QUARTERS[:3])])))
    assert (values["start"], values["due"]) == ("2027-Q1", "2027-07")


def test_a_bar_gives_the_end_that_is_not_written() -> None:
    """Its last cell, and not each of its cells."""
    values = values_of(
        read_entry(action("1", start="Feb 2027", due=[*bar(*QUARTERS[:3]), words("", column=QUARTERS[3])]))
    )
    assert (values["start"], values["due"]) == ("2027-02", "2027-Q3")


def test_a_chart_that_says_otherwise_is_told() -> None:
    """The written date is in the file all the same."""
    draft = read(plan(action("1", start="Feb 2027", due=[finish("Jul 2027"), *bar(*QUARTERS[:5])]), title="Plan"))
    assert draft.entries[-1].keys["due"].value == "2027-07"
    assert [doubt.message for doubt in draft.doubts] == [
        "`Jul 2027` is due, and the last mark beside it is below `2028 Q1`"
    ]


def test_words_that_are_no_date_leave_the_chart_as_it_is() -> None:
    """A remark beside a chart is not a date that wins over it."""
    draft = read(plan(action("1", due=[finish("When staff are in post"), *bar(QUARTERS[0])])))
    assert "2027-Q1" in str(draft.entries[-1].keys["due"].value)
