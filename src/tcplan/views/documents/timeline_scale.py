"""The columns of a timeline: quarters, or longer stretches where a plan would have too many of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

MOST_COLUMNS: Final = 16
"""How many columns fit the paper: the quarters of four years."""

_QUARTER, _YEAR = 3, 12
_LENGTHS: Final = (_QUARTER, 6, _YEAR, *(years * _YEAR for years in (2, 5, 10, 50, 100, 1000)))
"""How many months a column can have, the shortest first."""


@dataclass(frozen=True, slots=True)
class TimelineScale:
    """Stretches of equal length, the first of which begins `start` months after the year 0."""

    start: int
    months: int
    count: int

    def column(self, day: date) -> int:
        """The column that a day falls in, the first or last if it is before or after all of them."""
        return min(max((_month(day) - self.start) // self.months, 0), self.count - 1)

    def share(self, day: date) -> int | None:
        """How much of its column has passed on a day, in percent; None if it is in no column."""
        month = _month(day)
        if not self.start <= month < self.start + self.months * self.count:
            return None
        return round(100 * ((month - self.start) % self.months + (day.day - 1) / 31) / self.months)

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the columns: `Q1 2025`, `Jan–Jun 2025`, `2025` or `2025–26`."""
        return tuple(_label(self.start + number * self.months, self.months) for number in range(self.count))


def scale_for(days: Iterable[date]) -> TimelineScale:
    """The shortest columns that reach from the first of some days to the last and are not too many."""
    months = sorted(map(_month, days))
    for length in _LENGTHS:
        start = months[0] // length * length
        count = (months[-1] - start) // length + 1
        if count <= MOST_COLUMNS:
            return TimelineScale(start, length, count)
    raise AssertionError("a calendar has less than 16 000 years")


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _label(start: int, months: int) -> str:
    year, month = divmod(start, _YEAR)
    if months == _QUARTER:
        return f"Q{month // _QUARTER + 1} {year}"
    if months < _YEAR:
        return f"{'Jan–Jun' if month == 0 else 'Jul–Dec'} {year}"
    return f"{year}" if months == _YEAR else f"{year}–{year + months // _YEAR - 1}"
