"""Days as people write them in plans, and what they come to.

A `Day` is anything from a single date to an academic year: it has a first and a last day, and the
place it stands in decides which one counts (a month as `due` is its last day, as `start` its first).
A `Due` may also be a duration, a year of the plan, or a word (`ongoing`, `tbc`, `end`), which come to
a date only together with the plan's period.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

ACADEMIC_YEAR_START_MONTH: Final = 8
"""The academic year runs from 1 August to 31 July, as in HESA's returns."""

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""In English whatever the locale; calendar.month_name would follow it."""

_FORMS: Final = "2026-03-31, 2026-03, 2026-Q1, 2025/26 or 2026"
_DUE_FORMS: Final = f"{_FORMS}, a duration such as 36 months, year 2, ongoing or tbc"

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-[Qq]([1-4])")
_ACADEMIC = re.compile(r"([0-9]{4})/([0-9]{2}|[0-9]{4})")
_YEAR = re.compile(r"[0-9]{4}")
_DURATION = re.compile(r"([0-9]{1,4}) ?(day|week|month|year)s?")
_PLAN_YEAR = re.compile(r"year ([0-9]{1,2})")

_SHORT_YEAR: Final = r"(?P<year>[0-9]{4}|[0-9]{2})"
_MONTH_WORD: Final = rf"\b(?P<word>sept|{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)})\b"
_YEARS: Final = "(?:y|yr|year)s?"
_WITHIN: Final = "(?:within |in |after )?"
_DAY_SPELLINGS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<day>[0-9]{{1,2}})[/.-](?P<month>[0-9]{{1,2}})[/.-]{_SHORT_YEAR}$",
        r"^(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})$",
        r"^(?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})$",
        r"^(?P<year>[0-9]{4})[/.-](?P<month>[0-9])$",
        r"^q(?P<quarter>[1-4])[ /-]*(?P<year>[0-9]{4})$",
        r"^(?P<year>[0-9]{4})[ /]*q(?P<quarter>[1-4])$",
        r"\b(?P<year>[0-9]{4}) ?[/–-] ?(?:[0-9]{2})?(?P<next>[0-9]{2})$",
        rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH_WORD}[ ,.'’-]*{_SHORT_YEAR}$",
        rf"{_MONTH_WORD}[ ,.'’-]*{_SHORT_YEAR}$",
    )
)
_DUE_SPELLINGS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), write)
    for pattern, write in (
        (rf"{_YEARS}[ -]?([0-9]{{1,2}})", r"year \1"),
        (
            rf"{_YEARS}[ -]?([0-9]) ?(?:-|–|to) ?(?:{_YEARS})?[ -]?([0-9])",
            r"the end, year \2, as due and year \1 as start",
        ),
        (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:m|mth|mths|months?)", r"\1 months"),
        (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:w|wk|wks|weeks?)", r"\1 weeks"),
        (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:y|yr|yrs|years?)", r"\1 years"),
        (r"tbd|tba|tbc\.|to be (?:confirmed|decided|determined|agreed|announced)", "tbc"),
        (r"on[ -]going|continuous|continuing|rolling", "ongoing"),
        (r"(?:the )?end of (?:the )?(?:plan|period)", "end"),
    )
)
_RHYTHMS: Final = {
    "weekly": "1 week",
    "monthly": "1 month",
    "quarterly": "3 months",
    "termly": "4 months",
    "half-yearly": "6 months",
    "six-monthly": "6 months",
    "biannually": "6 months",
    "yearly": "12 months",
    "annually": "12 months",
}


class DateError(ValueError):
    """A text that is no date: `impossible` when it is written as one but no calendar has it."""

    def __init__(self, message: str, help_text: str, *, impossible: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_text
        self.impossible = impossible


@dataclass(frozen=True, slots=True)
class Day:
    """A stretch of the calendar as somebody wrote it; both ends are included."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Period:
    """The days a plan runs over, both included; an open end is None."""

    start: date | None
    end: date | None


class DueKind(StrEnum):
    """What a due text is made of."""

    DAY = "day"
    DURATION = "duration"
    PLAN_YEAR = "plan-year"
    END = "end"
    ONGOING = "ongoing"
    TBC = "tbc"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: whole months, or whole days where weeks or days were written."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due, as it was written; `due_date` says the day it comes to."""

    text: str
    kind: DueKind
    day: Day | None = None
    duration: Duration = Duration()


def parse_day(text: str) -> Day:
    """Read a day, month, quarter, academic or calendar year; raises `DateError` with what to write instead."""
    if day := _read_day(text):
        return day
    raise DateError(f"`{text}` is not a date", _suggest_day(text) or f"write {_FORMS}")


def _read_day(text: str) -> Day | None:
    """The day, None for what is not written as one; raises `DateError` for one that no calendar has."""
    if match := _DAY.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        _check_month(text, year, month)
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            msg = f"{text} does not exist: {_MONTHS[month - 1]} {year} has {length} days"
            raise DateError(msg, f"write {year}-{month:02}-{length} for its last day", impossible=True)
        return Day(text, date(year, month, day), date(year, month, day))
    if match := _MONTH.fullmatch(text):
        year, month = (int(part) for part in match.groups())
        _check_month(text, year, month)
        return Day(text, date(year, month, 1), _month_end(year, month))
    if match := _QUARTER.fullmatch(text):
        year, quarter = int(match[1]), int(match[2])
        _check_year(text, year)
        return Day(text, date(year, quarter * 3 - 2, 1), _month_end(year, quarter * 3))
    if match := _ACADEMIC.fullmatch(text):
        return _academic_year(text, int(match[1]), match[2])
    if _YEAR.fullmatch(text):
        _check_year(text, int(text))
        return Day(text, date(int(text), 1, 1), date(int(text), 12, 31))
    return None


def parse_due(text: str) -> Due:
    """Read what may stand as `due`: a day of any form, a duration, `year 2`, `end`, `ongoing` or `tbc`."""
    lowered = text.lower()
    if lowered in (DueKind.ONGOING, DueKind.TBC, DueKind.END):
        return Due(text, DueKind(lowered))
    if match := _DURATION.fullmatch(lowered):
        return Due(text, DueKind.DURATION, duration=_duration(text, int(match[1]), match[2]))
    if match := _PLAN_YEAR.fullmatch(lowered):
        if not int(match[1]):
            raise DateError(f"`{text}` is not a year of the plan", "the plan's first year is year 1", impossible=True)
        return Due(text, DueKind.PLAN_YEAR, duration=Duration(months=12 * int(match[1])))
    try:
        return Due(text, DueKind.DAY, day=parse_day(text))
    except DateError as error:
        if error.impossible:
            raise
        help_text = _suggest_due(text) or _suggest_day(text) or f"write {_DUE_FORMS}"
        raise DateError(error.message, help_text) from None


def parse_duration(text: str) -> Duration:
    """Read a length of time such as `6 months`; raises `DateError`."""
    if match := _DURATION.fullmatch(text.lower()):
        return _duration(text, int(match[1]), match[2])
    written = _RHYTHMS.get(text.lower().strip(), "a number and a unit, such as 6 months")
    raise DateError(f"`{text}` is not a length of time", f"write {written}")


def due_date(due: Due, period: Period) -> date | None:
    """The last day on which the thing is due, or None where there is none (`ongoing`, `tbc`, no period).

    Durations count from the start of the period: the due date is the day before the anniversary, so
    that 12 months from 2025-01-01 are due on 2025-12-31.
    """
    if due.day is not None:
        return due.day.last
    if due.kind is DueKind.END:
        return period.end
    if due.kind in (DueKind.DURATION, DueKind.PLAN_YEAR) and period.start is not None:
        return last_day_of(period.start, due.duration)
    return None


def start_date(due: Due, period: Period) -> date | None:
    """The first day meant by a text in the place of a start: `year 2` begins where year 1 has ended."""
    if due.day is not None:
        return due.day.first
    if due.kind is DueKind.PLAN_YEAR and period.start is not None:
        before = Duration(months=due.duration.months - 12)
        return add(period.start, before) if before.months else period.start
    if due.kind is DueKind.DURATION and period.start is not None:
        return add(period.start, due.duration)
    return None


def last_day_of(start: date, length: Duration) -> date:
    """The last day of a stretch that begins on `start`: the day before the anniversary.

    Where the month has no such day (31 January and a month), the stretch ends with the month; past the
    last year that a calendar has, on its last day.
    """
    if length.days:
        return start + min(timedelta(days=length.days - 1), date.max - start)
    year, month = divmod(start.year * 12 + start.month - 1 + length.months, 12)
    month += 1
    if year > date.max.year:
        return date.max
    if start.day > calendar.monthrange(year, month)[1]:
        return _month_end(year, month)
    return date(year, month, start.day) - timedelta(days=1)


def add(day: date, length: Duration) -> date:
    """The day a length of time after `day`, or the last day of the calendar where that lies beyond it."""
    last = last_day_of(day, length)
    return last if last == date.max else last + timedelta(days=1)


def _duration(text: str, count: int, unit: str) -> Duration:
    if not count:
        raise DateError(f"`{text}` has no length", "write at least 1", impossible=True)
    match unit:
        case "day":
            return Duration(days=count)
        case "week":
            return Duration(days=7 * count)
        case "month":
            return Duration(months=count)
        case _:
            return Duration(months=12 * count)


def _academic_year(text: str, year: int, second: str) -> Day:
    _check_year(text, year)
    if int(second) != (year + 1) % (100 if len(second) == 2 else 10_000):  # noqa: PLR2004 (two digits or four)
        msg = f"{text} is not an academic year: {year} is followed by {year + 1}"
        raise DateError(msg, f"write {year}/{(year + 1) % 100:02}", impossible=True)
    first = date(year, ACADEMIC_YEAR_START_MONTH, 1)
    return Day(text, first, date(year + 1, ACADEMIC_YEAR_START_MONTH, 1) - timedelta(days=1))


def _check_month(text: str, year: int, month: int) -> None:
    _check_year(text, year)
    if 1 <= month <= 12:  # noqa: PLR2004 (months of a year)
        return
    hint = "months run from 01 to 12"
    if _MONTH.fullmatch(text) and month == (year + 1) % 100:
        hint = f"write {year}/{month:02} for the academic year"
    raise DateError(f"{text} does not exist: there is no month {month:02}", hint, impossible=True)


def _check_year(text: str, year: int) -> None:
    if not 1900 <= year <= 2200:  # noqa: PLR2004 (a plan of another century is a slip of the finger)
        raise DateError(f"{text} is out of reach", "years run from 1900 to 2200", impossible=True)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _suggest_day(text: str) -> str:
    """What to write for the spellings met in published plans (`May-19`, `31/03/2026`, `Q1 2026`), or nothing."""
    text = text.strip()
    if _is_day(text):
        return f"write {text} without the spaces around it"
    for pattern in _DAY_SPELLINGS:
        if match := pattern.search(text):
            for written in _written(match.groupdict()):
                if _is_day(written):
                    return f"write {written}{' for the whole month' if _MONTH.fullmatch(written) else ''}"
    return ""


def _written(parts: dict[str, str]) -> Iterator[str]:
    """The parts of a date in our order; a day and a month of numbers in the British order first."""
    year = parts["year"] if len(parts["year"]) > 2 else f"20{parts['year']}"  # noqa: PLR2004 (a short year)
    if "quarter" in parts:
        yield f"{year}-Q{parts['quarter']}"
    elif "next" in parts:
        yield f"{year}/{parts['next']}"
    else:
        word = parts.get("word", "").title()
        month = parts.get("month") or next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(word[:3]))
        if "day" not in parts:
            yield f"{year}-{int(month):02}"
            return
        yield f"{year}-{int(month):02}-{int(parts['day']):02}"
        yield f"{year}-{int(parts['day']):02}-{int(month):02}"


def _is_day(text: str) -> bool:
    try:
        return _read_day(text) is not None
    except DateError:
        return False


def _suggest_due(text: str) -> str:
    """What to write for the words met in place of a due date (`Y2`, `Yr1-3`, `within 12 months`), or nothing."""
    for pattern, write in _DUE_SPELLINGS:
        if match := pattern.fullmatch(text.strip()):
            return f"write {match.expand(write)}"
    return ""
