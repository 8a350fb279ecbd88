"""The targets and readings of a measure with their places in the file."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tcplan.findings.span import Path
from tcplan.model.plan import Measure
from tcplan.progress.measures import Point, readings_of, targets_of
from tcplan.values.quantity import Quantity
from tcplan.workspace import PlanFile


class DatedValue(NamedTuple):
    """A target or a reading; `when` is its date in words, `first` and `last` the days that it may mean."""

    path: Path
    when: str
    first: date
    last: date
    quantity: Quantity

    @property
    def words(self) -> str:
        """The number with its date: `21% (2023-06)`."""
        return f"{self.quantity.text} ({self.when})"


class MeasureSeries(NamedTuple):
    """A measure with its place, its targets and its readings, each from the first to the last."""

    path: Path
    measure: Measure
    targets: list[DatedValue]
    readings: list[DatedValue]


def measure_series(plan: PlanFile) -> Iterator[MeasureSeries]:
    """Every measure of a plan, without the numbers that could not be read or whose day is not known."""
    for index, measure in enumerate(plan.plan.measures):
        path = ("measures", index)
        targets = _readable(plan, (*path, "targets"), targets_of(measure, plan.period))
        yield MeasureSeries(path, measure, targets, _readable(plan, (*path, "actual"), readings_of(measure)))


def readings_are_known(plan: PlanFile, one: MeasureSeries) -> bool:
    """Whether every reading could be read: otherwise nobody knows the first or the last, or whether there is one."""
    return not plan.file.shaped.is_tainted((*one.path, "actual"))


def _readable(plan: PlanFile, path: Path, points: list[Point]) -> list[DatedValue]:
    found = [DatedValue((*path, one.key), one.written, one.when.first, one.day, one.quantity) for one in points]
    return [one for one in found if not plan.file.shaped.is_tainted(one.path)]


WHOLE: Final = 100
"""A percentage cannot be higher than this."""
