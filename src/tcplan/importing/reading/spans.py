"""Spans of months and years: `January to December 2026`, `2025-27`, `2022/23 to 2024/25`."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.reading.date_readings import read_date
from tcplan.values.dates.values import MONTHS

_MOST_YEARS: Final = 12
"""No plan runs for longer; years that are further apart are something else."""


class DateSpan(NamedTuple):
    """The first and the last date of a span, as plans write them."""

    start: str
    end: str


@cache
def _months_pattern() -> re.Pattern[str]:
    """`January to December 2026`, `Jan 2025 - Dec 2027`, `1 August 2023 to 31 July 2026`."""
    names = "|".join(f"{one[:3]}(?:{one[3:]})?" for one in MONTHS)
    month = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?(?:{names}|Sept)\.?"
    year = r"(?:(?:19|20)[0-9]{2}|['\u2019]?[0-9]{2}(?![0-9]))"
    between = r"\s*(?:-|\u2013|\u2014|to|until|through to)\s*"
    return re.compile(rf"(?P<first>{month}(?:,? {year})?){between}(?P<last>{month},? {year})", re.IGNORECASE)


@cache
def _years_pattern() -> re.Pattern[str]:
    """`2025-27`, `2025 to 2027`, `2022/23 to 2024/25`; `2025/26` alone is one year."""
    year, academic = r"(?:19|20)[0-9]{2}", r"(?:/[0-9]{2}(?:[0-9]{2})?)"
    between = r"\s*(?:-|\u2013|\u2014|to|until)\s*"
    return re.compile(
        rf"(?<![\w/])(?P<first>{year}{academic}?){between}(?P<last>{year}{academic}?|[0-9]{{2}}(?:/[0-9]{{2}})?)(?![\w/])"
        rf"|(?<![\w/])(?P<one>{year}/(?:[0-9]{{4}}|[0-9]{{2}}))(?![\w/])"
    )


def find_span(text: str) -> DateSpan | None:
    """The first span in a text; an academic year is one that begins and ends in it."""
    if found := _months_pattern().search(text):
        return _of_months(found["first"], found["last"])
    if not (found := _years_pattern().search(text)):
        return None
    if found["one"]:
        return _of_one(found["one"])
    return _of_years(found["first"], found["last"])


def read_span(text: str) -> DateSpan | None:
    """The span that a whole text is; None where it says anything else, or is one academic year."""
    text = text.strip(" .,;()")
    if found := _months_pattern().fullmatch(text):
        return _of_months(found["first"], found["last"])
    found = _years_pattern().fullmatch(text)
    return _of_years(found["first"], found["last"]) if found and found["first"] else None


def _of_months(first: str, last: str) -> DateSpan | None:
    end = read_date(last).due
    if not re.search(r"[0-9]{2}\s*$", re.sub(r"^[0-9]{1,2}(?:st|nd|rd|th)? ", "", first)) and end:
        first = f"{first} {end[0][:4]}"
    start = read_date(first).due
    return DateSpan(start[0], end[0]) if len(start) == len(end) == 1 and start[0] <= end[0] else None


def _of_one(year: str) -> DateSpan | None:
    first, second = year[:4], year[5:]
    if int(second) == (int(first) + 1) % 10 ** len(second):
        academic = f"{first}/{second[-2:]}"
        return DateSpan(academic, academic)
    return _of_years(first, second)


def _of_years(first: str, last: str) -> DateSpan | None:
    """Calendar years, or academic years where they are written so: `2025-27` is from 2025 to 2027."""
    if re.fullmatch("[0-9]{2}(?:/[0-9]{2})?", last):
        last = f"{first[:2]}{last}"
    start, end = (read_date(one).due for one in (first, last))
    if len(start) != 1 or len(end) != 1 or not 0 <= int(end[0][:4]) - int(start[0][:4]) <= _MOST_YEARS:
        return None
    return DateSpan(start[0], end[0])
