"""How many months a plan runs for, and whether a form asks for a plan of that length."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from tcplan.values.dates import Day
from tcplan.workspace import PlanFile

MARGIN: Final = 1
"""A month more or less is the same length: an academic plan may begin in September and end in July."""


class Stretch(NamedTuple):
    """A plan's period, of which both ends are known."""

    start: Day
    end: Day

    @property
    def length(self) -> str:
        """The months in words."""
        return f"{self.months} {'month' if self.months == 1 else 'months'}" if self.months else "less than a month"

    @property
    def months(self) -> int:
        """The months from the first day to the last."""
        return _months(self.start.first, self.end.last)

    @property
    def words(self) -> str:
        """The two ends as the plan gives them."""
        return f"from {self.start.text} to {self.end.text}"

    def is_one_of(self, lengths: Iterable[int]) -> bool:
        """Whether it comes to one of some lengths; if it is given in years, it may begin and end on any day of them."""
        start, end = self.start, self.end
        shortest = _months(start.last if _is_long(start) else start.first, end.first if _is_long(end) else end.last)
        return any(shortest - MARGIN <= length <= self.months + MARGIN for length in lengths)


def stretch_of(plan: PlanFile) -> Stretch | None:
    """The period of a plan, where it has both ends, in their order."""
    period = plan.plan.period
    if period is None or period.start is None or period.end is None or period.end.last < period.start.first:
        return None
    return Stretch(period.start, period.end)


def _is_long(day: Day) -> bool:
    return day.last - day.first > timedelta(days=31)


def _months(first: date, last: date) -> int:
    """The months between two days, both included, to the nearest whole one."""
    days = last.day + 1 - first.day
    return (last.year - first.year) * 12 + last.month - first.month + round(days / 30)
