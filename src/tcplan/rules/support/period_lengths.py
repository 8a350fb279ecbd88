"""How many months a plan runs for, and how many a form asks for."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from tcplan.model import Framework
from tcplan.values.dates import Day
from tcplan.workspace import PlanFile

MARGIN: Final = 1
"""A month more or less is the same length: an academic plan may begin in September and end in July."""


class LengthAsked(NamedTuple):
    """How many months the plan may run that is submitted with a form."""

    fewest: int
    most: int

    @property
    def words(self) -> str:
        """The number, or from which to which."""
        return str(self.most) if self.fewest == self.most else f"{self.fewest} to {self.most}"


def length_asked(form: Framework) -> LengthAsked | None:
    """The length of the plan that a form asks for, if it does."""
    return LengthAsked(min(form.plan_months), max(form.plan_months)) if form.plan_months else None


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

    def is_as_asked(self, asked: LengthAsked) -> bool:
        """Whether a form asks for a plan of this length.

        If the period is given in years, it may begin and end on any day of them.
        """
        start, end = self.start, self.end
        shortest = _months(start.last if _is_long(start) else start.first, end.first if _is_long(end) else end.last)
        return shortest - MARGIN <= asked.most and asked.fewest <= self.months + MARGIN


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
