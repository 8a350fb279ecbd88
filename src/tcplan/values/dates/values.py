"""What dates are made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class DateError(ValueError):
    """A text that is not a date: `impossible` when it is written as one but no calendar has it.

    `meant` is what is certainly meant, or empty; with `keeps_words` the text says more than that. `is_known` says that
    the help is about this text, and does not only list the forms.
    """

    meant = ""
    keeps_words = False
    is_known = True

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


class TimeUnit(StrEnum):
    """What lengths of time are counted in, as a plan writes it: `36 months`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


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


MONTHS: Final = (
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
