"""Reading dates, due dates and lengths of time, with what to write instead of a text that is not one.

A plan has few days and names them often: the last ones read are kept.
"""

import re
from functools import cache, lru_cache
from typing import Final, assert_never

from tcplan.values.dates.reading import read_day
from tcplan.values.dates.spellings import RHYTHMS, suggest_day, suggest_due
from tcplan.values.dates.values import DateError, Day, Due, DueKind, Duration, TimeUnit

_FORMS: Final = "2026-03-31, 2026-03, 2026-Q1, 2025/26 or 2026"
_DUE_FORMS: Final = f"{_FORMS}, a duration such as 36 months, year 2, end, ongoing or tbc"


@cache
def _duration_pattern() -> re.Pattern[str]:
    return re.compile(rf"([0-9]{{1,4}}) ?({'|'.join(TimeUnit)})s?")


@cache
def _plan_year_pattern() -> re.Pattern[str]:
    return re.compile(r"year ([0-9]{1,2})")


@lru_cache(maxsize=4096)
def parse_day(text: str) -> Day:
    """Read a day, month, quarter, academic or calendar year; raises `DateError` with what to write instead."""
    if day := read_day(text):
        return day
    raise DateError(f"`{text}` is not a date", suggest_day(text) or f"write {_FORMS}")


@lru_cache(maxsize=4096)
def parse_due(text: str) -> Due:
    """Read a value of `due`: a day of any form, a duration, `year 2`, `end`, `ongoing` or `tbc`."""
    lowered = text.lower()
    if lowered in (DueKind.ONGOING, DueKind.TBC, DueKind.END):
        return Due(text, DueKind(lowered))
    if match := _duration_pattern().fullmatch(lowered):
        return Due(text, DueKind.DURATION, duration=_duration(text, int(match[1]), TimeUnit(match[2])))
    if match := _plan_year_pattern().fullmatch(lowered):
        if not int(match[1]):
            raise DateError(f"`{text}` is not a year of the plan", "the plan's first year is year 1", impossible=True)
        return Due(text, DueKind.PLAN_YEAR, duration=Duration(months=12 * int(match[1])))
    try:
        return Due(text, DueKind.DAY, day=parse_day(text))
    except DateError as error:
        if error.impossible:
            raise
        help_text = suggest_due(text) or suggest_day(text) or f"write {_DUE_FORMS}"
        raise DateError(error.message, help_text) from None


def parse_duration(text: str) -> Duration:
    """Read a length of time such as `6 months`; raises `DateError`."""
    if match := _duration_pattern().fullmatch(text.lower()):
        return _duration(text, int(match[1]), TimeUnit(match[2]))
    written = RHYTHMS.get(text.lower().strip(), "a number and a unit, such as 6 months")
    raise DateError(f"`{text}` is not a length of time", f"write {written}")


def _duration(text: str, count: int, unit: TimeUnit) -> Duration:
    if not count:
        raise DateError(f"`{text}` has no length", "write at least 1", impossible=True)
    match unit:
        case TimeUnit.DAY:
            return Duration(days=count)
        case TimeUnit.WEEK:
            return Duration(days=7 * count)
        case TimeUnit.MONTH:
            return Duration(months=count)
        case TimeUnit.YEAR:
            return Duration(months=12 * count)
        case _:
            assert_never(unit)
