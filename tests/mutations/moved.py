"""Dates moved beyond what is plausible."""

from collections.abc import Callable
from datetime import date
from random import Random

from mutations.base_files import BaseFile, Mutation, Spot, is_date

from tcplan.model import Plan
from tcplan.values.dates import parse_day
from tcplan.workspace import PlanFile

TODAY = date(2026, 6, 30)
"""The day that the files are looked at."""

HAPPENED = ("date", "done", "signed", "sent", "added")
"""Keys whose dates lie in the past."""

Move = Callable[[BaseFile, Random], Mutation | None]


def moved_date(base: BaseFile, random: Random) -> Mutation | None:
    """One of the moves below."""
    return random.choice(MOVES)(base, random)


def _impossible(base: BaseFile, random: Random) -> Mutation | None:
    """A day or month that no calendar has."""
    if not (spot := _chosen(base, random, lambda _: True)):
        return None
    year, month, *day = spot.written.split("-")
    wrong = random.choice([f"{year}-13", f"{year}-00", f"{year}-{month}-32", f"{year}-02-30", f"{year}-06-31"])
    if day and len(wrong) < len(spot.written):
        wrong += f"-{day[0]}"
    return _moved(base, "no day of the calendar", spot, wrong)


def _in_the_future(base: BaseFile, random: Random) -> Mutation | None:
    """Something that has happened is dated years from now."""
    if not (spot := _chosen(base, random, _has_happened)):
        return None
    what = "a report in the future" if "updates" in spot.path else "in the future"
    return _moved(base, what, spot, _with_year(spot, random.choice([2027, 2028, 2036])))


def _reading_in_the_future(base: BaseFile, random: Random) -> Mutation | None:
    """A reading of a measure is dated years from now."""
    readings = [
        mark.key
        for path, mark in base.file.document.marks.items()
        if "actual" in path[:-1] and mark.key is not None and is_date(str(path[-1]))
    ]
    if not readings:
        return None
    span = random.choice(readings)
    written = base.text[span.start : span.end]
    wrong = f"{random.choice([2028, 2036])}{written[4:]}"
    return base.mistake("moved date", f"a reading in the future: {wrong} for {written}", span, wrong)


def _out_of_order(base: BaseFile, random: Random) -> Mutation | None:
    """A report is dated before the one above it."""
    spots = [spot for spot in base.spots if spot.path[-3:-2] == ("updates",) and spot.field.name == "date"]
    later = [spot for spot in spots if spot.path[-2] and is_date(spot.written)]
    if not later:
        return None
    spot = random.choice(later)
    above = next(one for one in base.beside(spot.path) if one.path[-2] == int(spot.path[-2]) - 1)
    return _moved(base, "a report out of order", spot, _with_year(spot, int(above.written[:4]) - 1))


def _outside_the_period(base: BaseFile, random: Random) -> Mutation | None:
    """A due date before the plan begins or after it has ended."""
    plan = base.file.shaped.model
    period = PlanFile(base.file, "", "").period if isinstance(plan, Plan) else None
    spot = _chosen(base, random, _is_due)
    if spot is None or period is None or not period.start or not period.end:
        return None
    year = random.choice([period.start.year - 1, period.start.year - 10, period.end.year + 1, period.end.year + 10])
    return _moved(base, "due outside the period", spot, _with_year(spot, year))


def _too_many_months(base: BaseFile, random: Random) -> Mutation | None:
    """`240 months` for `24 months`."""
    spots = [spot for spot in base.spots if spot.field.name == "due" and spot.written.endswith(" months")]
    if not spots:
        return None
    spot = random.choice(spots)
    return _moved(base, "due outside the period", spot, spot.written.replace(" ", random.choice(["0 ", "2 ", "6 "])))


def _begins_after_due(base: BaseFile, random: Random) -> Mutation | None:
    """A start after the due date below it."""
    starts = [spot for spot in base.spots if spot.path[-1] == "start" and is_date(spot.written)]
    due = {spot.path[:2]: spot for spot in base.spots if spot.path[2:3] == ("due",) and is_date(spot.written)}
    starts = [spot for spot in starts if spot.path[:2] in due]
    if not starts:
        return None
    spot = random.choice(starts)
    year = int(due[spot.path[:2]].written[:4]) + 1
    return _moved(base, "a start after the due date", spot, _with_year(spot, year))


def _ends_before_it_starts(base: BaseFile, random: Random) -> Mutation | None:
    """A plan that ends before it starts."""
    end = next((spot for spot in base.spots if spot.path == ("period", "end") and is_date(spot.written)), None)
    if end is None or random.random() < 0.5:  # there are few plans, and one end in each
        return None
    return _moved(base, "the plan ends before it starts", end, _with_year(end, int(end.written[:4]) - 10))


MOVES: tuple[Move, ...] = (
    _impossible,
    _in_the_future,
    _in_the_future,
    _reading_in_the_future,
    _out_of_order,
    _outside_the_period,
    _outside_the_period,
    _too_many_months,
    _begins_after_due,
    _ends_before_it_starts,
)


def _is_due(spot: Spot) -> bool:
    return spot.field.name == "due" and "updates" not in spot.path


def _has_happened(spot: Spot) -> bool:
    is_agreed = spot.path[0] == "due"  # of an institution: when a form is to be sent
    return spot.field.name in HAPPENED and not is_agreed and parse_day(spot.written).last <= TODAY


def _chosen(base: BaseFile, random: Random, is_wanted: Callable[[Spot], bool]) -> Spot | None:
    """One of the dates of a kind."""
    spots = [spot for spot in base.spots if is_date(spot.written) and not spot.leaf.prose and is_wanted(spot)]
    return random.choice(spots) if spots else None


def _with_year(spot: Spot, year: int) -> str:
    return f"{year}{spot.written[4:]}"


def _moved(base: BaseFile, what: str, spot: Spot, wrong: str) -> Mutation:
    return base.mistake("moved date", f"{what}: {wrong} for {spot.written}", spot.mark.value, wrong)
