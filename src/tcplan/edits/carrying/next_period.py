"""When the next plan runs, and what it is called, where nobody says."""

from datetime import date, timedelta

from tcplan.edits.carrying.next_plan import NextPlan
from tcplan.errors import UsageError
from tcplan.values.dates import DateError, Duration, Period, add, parse_day
from tcplan.workspace import PlanFile

_MONTHS = 12


def next_plan(  # noqa: PLR0913 (what is said of it)
    plan: PlanFile | None, name: str, *, title: str, start: str, end: str, charter: str | None
) -> NextPlan:
    """The next plan by what is said of it, else it begins the day after another one ends, and runs as long.

    Its title names the charter.
    Raises UsageError for dates that are none, and where that plan has no end to go by.
    """
    old, called = (plan.period, plan.name) if plan else (Period(None, None), "")
    if not start and not old.end:
        raise UsageError(f"{called} does not say when it ends", "say when the next plan begins: --start 2027-01")
    begins = _day(start, "--start") if start else _after(old.end)
    if not end and not (old.start and old.end):
        raise UsageError(f"{called} does not say how long it runs", "say when the next plan ends: --end 2029-12")
    ends = _day(end, "--end", last=True) if end else _as_long(old.start, old.end, begins)
    if ends < begins:
        raise UsageError(f"the next plan would end on {ends}, before it begins", "check --start and --end")
    first, last = start or _first_day(begins), end or _last_day(ends)
    return NextPlan(name, title or _title(begins, ends, charter), first, last, begins)


def _day(text: str, option: str, *, last: bool = False) -> date:
    try:
        day = parse_day(text)
    except DateError as error:
        raise UsageError(f"{option}: {error.message}", error.help) from None
    return day.last if last else day.first


def _after(end: date | None) -> date:
    return (end or date.min) + timedelta(days=1)


def _as_long(start: date | None, end: date | None, begins: date) -> date:
    """The last day of a plan that begins on a day and runs as long as another one."""
    if start is None or end is None:
        return begins
    after = _after(end)
    months = (after.year - start.year) * _MONTHS + after.month - start.month
    if after.day != start.day or months < 1:
        return begins + (end - start)
    return add(begins, Duration(months=months)) - timedelta(days=1)


def _first_day(day: date) -> str:
    """A day that a plan begins on, as it is written: a month means its first day."""
    return f"{day:%Y-%m}" if day.day == 1 else day.isoformat()


def _last_day(day: date) -> str:
    """A day that a plan ends on, as it is written: a month means its last day."""
    return f"{day:%Y-%m}" if (day + timedelta(days=1)).day == 1 else day.isoformat()


def _title(begins: date, ends: date, charter: str | None) -> str:
    years = f"{begins.year}" if begins.year == ends.year else f"{begins.year} to {ends.year}"
    return f"{charter} action plan {years}" if charter else f"Action plan {years}"
