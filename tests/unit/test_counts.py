"""Sentences with a number or a length in them: one of something is not several, and lengths are those people say."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tcplan.values.near_words import list_some
from tcplan.views.report import approximate_length, overdue_length


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "1 day"),
        (1, "1 day"),
        (2, "2 days"),
        (13, "13 days"),
        (14, "2 weeks"),
        (60, "9 weeks"),
        (61, "2 months"),
        (183, "6 months"),
        (365, "12 months"),
        (548, "18 months"),
        (730, "24 months"),
        (731, "2 years"),
        (820, "2 years"),
        (913, "2 and a half years"),  # 30 months
        (1004, "2 and a half years"),
        (1005, "3 years"),
        (1096, "3 years"),
        (1278, "3 and a half years"),
        (3500, "9 and a half years"),
        (3660, "10 years"),
        (36525, "100 years"),
    ],
)
def test_a_length_of_time_is_said_as_people_say_it(days: int, words: str) -> None:
    """The longer it is, the less exact; half a year is said for ten years."""
    assert approximate_length(days) == words


@pytest.mark.parametrize("months", range(25, 120))
def test_a_length_in_years_is_never_wrong_by_more_than_three_months(months: int) -> None:
    """30 months are not 3 years."""
    start = date(2025, 1, 1)
    end = date(2025 + months // 12, 1 + months % 12, 1) - timedelta(days=1)
    said = approximate_length((end - start).days)
    years = int(said.split()[0]) + 0.5 * ("half" in said)
    assert abs(years * 12 - months) <= 3


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (14, "14 days"),
        (45, "45 days"),
        (78, "78 days"),
        (99, "99 days"),
        (100, "3 months"),
        (181, "6 months"),
        (913, "2 and a half years"),
    ],
)
def test_what_is_overdue_is_not_said_to_be_later_than_it_is(days: int, words: str) -> None:
    """In a letter to somebody: 78 days are not three months."""
    assert overdue_length(days) == words


def test_lengths_grow_with_the_days() -> None:
    """No longer time is said to be shorter."""
    sizes = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
    lengths = []
    for days in range(1, 5000):
        words = approximate_length(days).split()
        count = int(words[0]) + 0.5 * ("half" in words)
        lengths.append(count * sizes[words[-1].removesuffix("s")])
    assert all(one <= other + 3 for one, other in pairwise(lengths))


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ([], "there is no id here yet"),
        (["1"], "the id is 1"),
        (["1", "2"], "the ids are 1, 2"),
        ([str(number) for number in range(1, 14)], "the ids are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1 more"),
    ],
)
def test_a_list_of_what_there_is_says_how_much_is_left_out(ids: list[str], words: str) -> None:
    """Where nothing is near to what was typed."""
    assert list_some(ids) == words
