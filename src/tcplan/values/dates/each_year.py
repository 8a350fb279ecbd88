"""A day of every year, such as 30 September, as people write it: `30 September`, `September`, `09-30`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from tcplan.values.dates.values import MONTHS, DateError, Day

_LEAP_YEAR = 2000
_NAMED = 3
"""So many letters of a month are enough: `Sep` and `Sept` are September."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every year as somebody wrote it; without a `day` it is the whole month."""

    text: str
    month: int
    day: int | None

    def in_year(self, year: int) -> Day:
        """The day in a year; 29 February is the 28th where there is none."""
        end = monthrange(year, self.month)[1]
        if self.day is None:
            return Day(f"{year}-{self.month:02}", date(year, self.month, 1), date(year, self.month, end))
        day = date(year, self.month, min(self.day, end))
        return Day(day.isoformat(), day, day)

    def nearest(self, day: date) -> int:
        """The year in which this day is nearest to another one; of two that are as near, the later."""
        years = (year for year in (day.year + 1, day.year, day.year - 1) if date.min.year < year < date.max.year)
        return min(years, key=lambda year: abs(self.in_year(year).last - day))


@cache
def _day_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?P<name>[a-z]{3,9})\.?|(?P<name2>[a-z]{3,9})\.?(?:\s+(?P<day2>[0-9]{1,2}))?"
        r"|(?:--)?(?P<month>[0-9]{2})-(?P<day3>[0-9]{2})"
    )


def parse_year_day(text: str) -> YearDay:
    """The day of every year that a text says; raises DateError."""
    found = _day_pattern().fullmatch(text.strip().lower())
    help_text = "write a day and a month without a year, such as 30 September, or a month"
    name = (found["name"] or found["name2"] or "") if found else ""
    month = int(found["month"]) if found and found["month"] else _month(name)
    if found is None or not 1 <= month <= len(MONTHS):
        raise DateError(f"`{text}` is not a day of every year", help_text)
    said = found["day"] or found["day2"] or found["day3"]
    day = int(said) if said else None
    last = monthrange(_LEAP_YEAR, month)[1]
    if day is not None and not 1 <= day <= last:
        message = f"`{text}` does not exist: {MONTHS[month - 1]} has {last} days"
        raise DateError(message, help_text, impossible=True)
    return YearDay(text.strip(), month, day)


def year_day_of(day: Day) -> YearDay:
    """The day, or the month, of every year that a day of one year is in."""
    is_day = day.first == day.last
    return YearDay(day.text, day.last.month, day.last.day if is_day else None)


def _month(name: str) -> int:
    """The number of a month by its name or its first letters; 0 for none."""
    found = [number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name.removesuffix("t"))]
    return found[0] if len(name) >= _NAMED and len(found) == 1 else 0
