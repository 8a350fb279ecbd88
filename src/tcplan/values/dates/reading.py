"""The forms that a day may be written in, and those that no calendar has."""

import calendar
import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from tcplan.values.dates.calculation import month_end
from tcplan.values.dates.values import MONTHS, DateError, Day

ACADEMIC_YEAR_START_MONTH: Final = 8
"""The academic year runs from 1 August to 31 July, as in HESA's returns."""


@cache
def _day_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@cache
def _month_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})-([0-9]{2})")


@cache
def _quarter_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})-[Qq]([1-4])")


@cache
def _academic_pattern() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})/([0-9]{2}|[0-9]{4})")


@cache
def _year_pattern() -> re.Pattern[str]:
    return re.compile(r"[0-9]{4}")


def read_day(text: str) -> Day | None:
    """The day, None for what is not written as one; raises `DateError` for one that no calendar has."""
    if match := _day_pattern().fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        _check_month(text, year, month)
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            msg = f"{text} does not exist: {MONTHS[month - 1]} {year} has {length} days"
            raise DateError(msg, f"write {year}-{month:02}-{length} for its last day", impossible=True)
        return Day(text, date(year, month, day), date(year, month, day))
    if match := _month_pattern().fullmatch(text):
        year, month = (int(part) for part in match.groups())
        _check_month(text, year, month)
        return Day(text, date(year, month, 1), month_end(year, month))
    if match := _quarter_pattern().fullmatch(text):
        year, quarter = int(match[1]), int(match[2])
        _check_year(text, year)
        return Day(text, date(year, quarter * 3 - 2, 1), month_end(year, quarter * 3))
    if match := _academic_pattern().fullmatch(text):
        return _academic_year(text, int(match[1]), match[2])
    if _year_pattern().fullmatch(text):
        _check_year(text, int(text))
        return Day(text, date(int(text), 1, 1), date(int(text), 12, 31))
    return None


def _academic_year(text: str, year: int, second: str) -> Day:
    _check_year(text, year)
    if int(second) != (year + 1) % (100 if len(second) == 2 else 10_000):  # noqa: PLR2004 (two digits or four)
        msg = f"{text} is not an academic year: {year} is followed by {year + 1}"
        hint = f"write {year}/{(year + 1) % 100:02}"
        if len(second) == 2 and 1 <= int(second) <= 12:  # noqa: PLR2004 (2027/12: December, or a slip)
            hint += f" for the academic year, or {year}-{second} for the month"
        elif year % 100 < int(second[-2:]):
            last = f"{year // 100}{second[-2:]}"
            hint += f" for the academic year, or {last} for the end of {last}"
        raise DateError(msg, hint, impossible=True)
    first = date(year, ACADEMIC_YEAR_START_MONTH, 1)
    return Day(text, first, date(year + 1, ACADEMIC_YEAR_START_MONTH, 1) - timedelta(days=1))


def _check_month(text: str, year: int, month: int) -> None:
    _check_year(text, year)
    if 1 <= month <= 12:  # noqa: PLR2004 (months of a year)
        return
    hint = "months run from 01 to 12"
    if _month_pattern().fullmatch(text) and month == (year + 1) % 100:
        hint = f"write {year}/{month:02} for the academic year"
    elif _month_pattern().fullmatch(text) and month > (year + 1) % 100:
        hint += f"; if several years are meant, write the last one, {year // 100}{month:02}"
    raise DateError(f"{text} does not exist: there is no month {month:02}", hint, impossible=True)


def _check_year(text: str, year: int) -> None:
    if not 1900 <= year <= 2200:  # noqa: PLR2004 (a plan of another century is a slip of the finger)
        raise DateError(f"{text} is out of range", "years run from 1900 to 2200", impossible=True)
