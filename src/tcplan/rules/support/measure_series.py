"""The targets and readings of a measure with their places in the file."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tcplan.findings.span import Path
from tcplan.model.plan import Measure
from tcplan.values.dates import Due, due_date
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
    period = plan.period
    for index, measure in enumerate(plan.plan.measures):
        path = ("measures", index)
        targets = [
            _target(path, due, last, value) for due, value in measure.targets.items() if (last := due_date(due, period))
        ]
        readings = [
            DatedValue((*path, "actual", day.text), day.text, day.first, day.last, value)
            for day, value in measure.actual.items()
        ]
        yield MeasureSeries(path, measure, _readable_in_order(plan, targets), _readable_in_order(plan, readings))


def readings_are_known(plan: PlanFile, one: MeasureSeries) -> bool:
    """Whether every reading could be read: else it is not known which is the first or the last, or whether one is."""
    return not plan.file.shaped.is_tainted((*one.path, "actual"))


def _target(path: Path, due: Due, last: date, value: Quantity) -> DatedValue:
    first, when = (due.day.first, due.day.text) if due.day else (last, str(last))
    return DatedValue((*path, "targets", due.text), when, first, last, value)


def _readable_in_order(plan: PlanFile, points: list[DatedValue]) -> list[DatedValue]:
    return sorted((one for one in points if not plan.file.shaped.is_tainted(one.path)), key=lambda one: one.last)


WHOLE: Final = 100
"""Of a share, as of nothing at all, no more can be wanted."""
