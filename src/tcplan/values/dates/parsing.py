"""Reading dates, due dates and lengths of time, with what to write instead of a text that is not one.

A plan has few days and names them often: the last ones read are kept.
"""

import re
from functools import cache, lru_cache
from typing import Final, assert_never

from tcplan.values.dates.reading import read_day
from tcplan.values.dates.values import DateError, Day, Due, DueKind, Duration, TimeUnit

_FORMS: Final = "2028-03-31, 2028-03, 2028-Q1, 2027/28 or 2028"
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
    raise _not_a_date(text, "day", _FORMS)


@lru_cache(maxsize=4096)
def parse_due(text: str) -> Due:
    """Read a value of `due`: a day, a duration, `year 2`, `end`, `ongoing` or `tbc`; raises `DateError`."""
    if due := _read_due(text):
        return due
    raise _not_a_date(text, "due", _DUE_FORMS)


@lru_cache(maxsize=4096)
def parse_start(text: str) -> Due:
    """Read a value of `start`, which takes the same forms; raises `DateError`."""
    if due := _read_due(text):
        return due
    raise _not_a_date(text, "start", _FORMS)


def _read_due(text: str) -> Due | None:
    lowered = text.lower()
    if lowered in (DueKind.ONGOING, DueKind.TBC, DueKind.END):
        return Due(text, DueKind(lowered))
    if match := _duration_pattern().fullmatch(lowered):
        return Due(text, DueKind.DURATION, duration=_duration(text, int(match[1]), TimeUnit(match[2])))
    if match := _plan_year_pattern().fullmatch(lowered):
        if not int(match[1]):
            raise DateError(f"`{text}` is not a year of the plan", "the plan's first year is year 1", impossible=True)
        return Due(text, DueKind.PLAN_YEAR, duration=Duration(months=12 * int(match[1])))
    day = read_day(text)
    return Due(text, DueKind.DAY, day=day) if day else None


def parse_duration(text: str) -> Duration:
    """Read a length of time such as `6 months`; raises `DateError`."""
    if match := _duration_pattern().fullmatch(text.lower()):
        return _duration(text, int(match[1]), TimeUnit(match[2]))
    from tcplan.values.dates.plan_lengths import suggest_length  # noqa: PLC0415 (most files have no such text)

    found = suggest_length(text)
    help_text = found.help if found else "write a number and a unit, such as 6 months"
    error = DateError(f"`{text}` is not a length of time", help_text)
    error.meant = found.written if found and found.is_certain else ""
    raise error


def _not_a_date(text: str, place: str, forms: str) -> DateError:
    """What to say of a text that is not a date, with what it certainly means in that place."""
    from tcplan.values.dates import suggesting  # noqa: PLC0415 (seven modules of spellings; most files need none)

    found = suggesting.SUGGEST[place](text)
    says = found.message if found else ""
    error = DateError(
        f"`{text}` {says or 'is not a date'}", found.help if found else f"write {forms}", impossible=bool(says)
    )
    error.is_known = found is not None
    if found and found.is_certain:
        error.meant, error.keeps_words = found.written, found.keeps_words
    return error


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
