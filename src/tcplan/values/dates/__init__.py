"""Days as people write them in plans, and what they come to.

A `Day` is anything from a single date to an academic year: it has a first and a last day, and the
place it has decides which one counts (a month as `due` is its last day, as `start` its first).
A `Due` may also be a duration, a year of the plan, or a word (`ongoing`, `tbc`, `end`), which come to
a date only together with the plan's period.
"""

from tcplan.values.dates.calculation import add, due_date, last_day_of, start_date, subtract
from tcplan.values.dates.parsing import parse_day, parse_due, parse_duration, parse_start
from tcplan.values.dates.values import DateError, Day, Due, DueKind, Duration, Period

__all__ = [
    "DateError",
    "Day",
    "Due",
    "DueKind",
    "Duration",
    "Period",
    "add",
    "due_date",
    "last_day_of",
    "parse_day",
    "parse_due",
    "parse_duration",
    "parse_start",
    "start_date",
    "subtract",
]
