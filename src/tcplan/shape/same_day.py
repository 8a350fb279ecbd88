"""Two numbers of one measure for one day, under dates that are written differently: a key that is there twice."""

from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any, TypeVar

from tcplan.findings.change import Remove
from tcplan.findings.codes import DUPLICATE_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.plan import Measure, Plan
from tcplan.values.dates import Day, Due, Period, due_date

AnyShape = TypeVar("AnyShape", bound=Shape)


def drop_repeated_days(model: Shape | None) -> tuple[Shape | None, list[Problem]]:
    """The model with only the first of several numbers for a day, and a problem for each of the others.

    `end` and `2027-12`, or `2026-06`, `2026-06-30` and `2026-Q2`, are one day each, and nobody could say which number
    holds.
    """
    if not isinstance(model, Plan) or not model.measures:
        return model, []
    period = _period_of(model)
    problems: list[Problem] = []
    measures = []
    for index, measure in enumerate(model.measures):
        found = list(_repeated(measure, ("measures", index), period))
        problems += found
        measures.append(_without(measure, {problem.path for problem in found}) if found else measure)
    return (_with_fields(model, measures=tuple(measures)) if problems else model), problems


def _period_of(plan: Plan) -> Period:
    start, end = (plan.period.start, plan.period.end) if plan.period else (None, None)
    return Period(start.first if start else None, end.last if end else None)


def _repeated(measure: Measure, path: Path, period: Period) -> Iterator[Problem]:
    yield from _repeated_in(measure.targets, (*path, "targets"), measure.id, period)
    yield from _repeated_in(measure.actual, (*path, "actual"), measure.id, period)


def _repeated_in(numbers: Mapping[Any, Any], path: Path, measure: str, period: Period) -> Iterator[Problem]:
    first: dict[object, Due | Day] = {}
    for date in numbers:
        other = first.setdefault(_day_of(date, period), date)
        if other is date:
            continue
        is_same = numbers[other].text == numbers[date].text
        what = "target" if path[-1] == "targets" else "reading"
        day = due_date(date, period) if isinstance(date, Due) else date.last
        words = f", {day}" if day else ""
        yield Problem(
            DUPLICATE_KEY,
            (*path, date.text),
            f"measure {measure} has two {what}s for one day: `{date.text}` is the same day as `{other.text}`{words}",
            "delete one of the two"
            if is_same
            else "delete one of the two, or correct its date; only the first is read",
            on_key=True,
            also=(*path, other.text),
            also_says="the first",
            fix=Remove((*path, date.text)) if is_same else None,
        )


def _day_of(date: Due | Day, period: Period) -> object:
    """The day that a number counts for, or what is written where that comes to none without a period."""
    if isinstance(date, Day):
        return date.last
    return due_date(date, period) or (date.kind, date.duration)


def _without(measure: Measure, paths: set[Path]) -> Measure:
    """A measure without the numbers at some paths."""
    kept = {
        name: {date: value for date, value in numbers.items() if (name, date.text) not in {path[-2:] for path in paths}}
        for name, numbers in (("targets", measure.targets), ("actual", measure.actual))
    }
    return _with_fields(measure, **kept)


def _with_fields(model: AnyShape, **fields: object) -> AnyShape:
    """A copy of a model with other values; pydantic's own keeps a note of them, which our models do without."""
    copied = copy(model)
    for name, value in fields.items():
        object.__setattr__(copied, name, value)
    return copied
