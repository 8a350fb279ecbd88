"""When the next plan runs, and what it is called, where nobody says."""

from datetime import date, timedelta

from tcplan.edits.carrying.next_plan import NextPlan
from tcplan.errors import UsageError
from tcplan.values.dates import DateError, Period, parse_day
from tcplan.workspace import PlanFile

_MONTHS = 12


def next_plan(plan: PlanFile | None, name: str, *, title: str, start: str, end: str) -> NextPlan:
    """The next plan by what is said of it, else it begins the day after another one ends, and runs as long.

    Raises UsageError for dates that are none, and where that plan has no end to go by.
    """
    old, called = (plan.period, plan.name) if plan else (Period(None, None), "")
    if not start and not old.end:
        raise UsageError(f"{called} does not say when it ends", "say when the next plan begins: --start 2027-01")
    begins = _day(start, "--start") if start else _after(old.end)
    if not end and not (old.start and old.end):
        raise UsageError(f"{called} does not say how long it runs", "say when the next plan ends: --end 2029-12")
    ends = _day(end, "--end", last=True) if end else _as_long(old.start, old.end, begins)
    if ends <= begins:
        raise UsageError(f"the next plan would end on {ends}, before it begins", "check --start and --end")
    return NextPlan(name, title or _title(begins, ends), start or _month(begins), end or _month(ends), begins)


def _day(text: str, option: str, *, last: bool = False) -> date:
    try:
        day = parse_day(text)
    except DateError as error:
        raise UsageError(f"{option}: {error.message}", error.help) from None
    return day.last if last else day.first


def _after(end: date | None) -> date:
    return (end or date.min) + timedelta(days=1)


def _as_long(start: date | None, end: date | None, begins: date) -> date:
    """The last day of a plan that begins on a day and has as many months as another one."""
    months = 0 if start is None or end is None else _count(_after(end)) - _count(start)
    total = _count(begins) + max(1, months)
    return date(total // _MONTHS, total % _MONTHS + 1, 1) - timedelta(days=1)


def _count(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _title(begins: date, ends: date) -> str:
    years = f"{begins.year}" if begins.year == ends.year else f"{begins.year} to {ends.year}"
    return f"Technician Commitment action plan {years}"
