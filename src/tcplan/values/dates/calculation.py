"""What a due text comes to, given the period of the plan."""

import calendar
from datetime import date, timedelta
from typing import assert_never

from tcplan.values.dates.values import Due, DueKind, Duration, Period


def due_date(due: Due, period: Period) -> date | None:
    """The last day on which the thing is due, or None where there is none (`ongoing`, `tbc`, no period).

    Durations count from the start of the period: the due date is the day before the anniversary, so
    that 12 months from 2025-01-01 are due on 2025-12-31.
    """
    match due.kind:
        case DueKind.DAY:
            return due.day.last if due.day else None
        case DueKind.END:
            return period.end
        case DueKind.DURATION | DueKind.PLAN_YEAR:
            return last_day_of(period.start, due.duration) if period.start else None
        case DueKind.ONGOING | DueKind.TBC:
            return None
        case _:
            assert_never(due.kind)


def start_date(due: Due, period: Period) -> date | None:
    """The first day meant by a text in the place of a start: `year 2` begins where year 1 has ended."""
    match due.kind:
        case DueKind.DAY:
            return due.day.first if due.day else None
        case DueKind.DURATION:
            return add(period.start, due.duration) if period.start else None
        case DueKind.PLAN_YEAR:
            before = Duration(months=due.duration.months - 12)
            return add(period.start, before) if period.start and before.months else period.start
        case DueKind.END | DueKind.ONGOING | DueKind.TBC:
            return None
        case _:
            assert_never(due.kind)


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
        return month_end(year, month)
    return date(year, month, start.day) - timedelta(days=1)


def add(day: date, length: Duration) -> date:
    """The day a length of time after `day`, or the last day of the calendar where that is beyond it."""
    last = last_day_of(day, length)
    return last if last == date.max else last + timedelta(days=1)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def subtract(day: date, length: Duration) -> date:
    """The day a length of time before `day`: in a month without such a day its last, and never before the calendar."""
    if length.days:
        return day - min(timedelta(days=length.days), day - date.min)
    year, month = divmod(day.year * 12 + day.month - 1 - length.months, 12)
    if year < date.min.year:
        return date.min
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), month_end(year, month + 1))
