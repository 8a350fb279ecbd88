"""What the readings of a measure say: behind schedule, or a target missed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tcplan.model.plan import Measure
from tcplan.values.dates import Day, Period, due_date
from tcplan.values.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Point:
    """A target or a reading. `key` is its date as the file has it, `when` the days that it stands for."""

    key: str
    when: Day
    quantity: Quantity

    @property
    def day(self) -> date:
        """The day it counts for: the last day of a month or a year."""
        return self.when.last

    @property
    def written(self) -> str:
        """Its date in a sentence: `2023` is not one day of that year."""
        return self.when.text


@dataclass(frozen=True, slots=True)
class MeasureState:
    """A measure on a day: readings so far, dated targets, and a sentence for what is wrong with each.

    `expected` is where the line to the next target is on the day of the last reading; None if there is no line.
    """

    measure: Measure
    readings: tuple[Point, ...]
    targets: tuple[Point, ...]
    expected: "LineExpectation | None" = None
    behind: str = ""
    missed: str = ""


class Trend(StrEnum):
    """How the last reading differs from another."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


def trend_of(old: Point, new: Point) -> Trend | None:
    """How a reading differs from an earlier one; None if one is a count and the other a percentage."""
    if old.quantity.percent is not new.quantity.percent:
        return None
    if old.quantity.value == new.quantity.value:
        return Trend.SAME
    return Trend.UP if new.quantity.value > old.quantity.value else Trend.DOWN


def is_towards(old: Point, new: Point, baseline: Point, target: Point | None) -> bool | None:
    """Whether a measure has moved the way that its target lies from its first reading; None where nobody can say."""
    if target is None or len({one.quantity.percent for one in (old, new, baseline, target)}) > 1:
        return None  # a count says nothing about a percentage
    if old.quantity.value == new.quantity.value:
        return None
    return (new.quantity.value > old.quantity.value) == (target.quantity.value >= baseline.quantity.value)


@dataclass(frozen=True, slots=True)
class LineExpectation:
    """The value that the straight line to a target has on the day of a reading."""

    value: Decimal
    target: Point

    @property
    def text(self) -> str:
        """The value rounded to one decimal, in the unit of the target."""
        return f"{_rounded(self.value)}{'%' if self.target.quantity.percent else ''}"


def readings_of(measure: Measure) -> list[Point]:
    """All readings of a measure, from the first to the last."""
    points = (Point(day.text, day, value) for day, value in measure.actual.items())
    return sorted(points, key=lambda point: point.day)


def targets_of(measure: Measure, period: Period) -> list[Point]:
    """The targets of a measure whose day is known, from the first to the last; `end` and the like become that day."""
    dated = ((due, due_date(due, period), value) for due, value in measure.targets.items())
    points = (Point(due.text, due.day or Day(str(day), day, day), value) for due, day, value in dated if day)
    return sorted(points, key=lambda point: point.day)


def measure_state(measure: Measure, period: Period, as_of: date) -> MeasureState:
    """The measure as it was on a day."""
    readings = [point for point in readings_of(measure) if point.day <= as_of]
    targets = targets_of(measure, period)
    if len({point.quantity.percent for point in (*readings, *targets)}) > 1:
        return MeasureState(measure, tuple(readings), tuple(targets))  # a count says nothing about a percentage
    missed_at, missed = _missed(measure.title, readings, targets, as_of)
    is_same_reading = bool(readings) and missed_at is readings[-1]
    expected = _expected(readings, targets)
    behind = _behind(measure.title, readings, expected) if expected and not is_same_reading else ""
    return MeasureState(measure, tuple(readings), tuple(targets), expected, behind=behind, missed=missed)


def target_on(state: MeasureState, day: date) -> Point | None:
    """The target that is next on a day, or was last; None if no target has a known day."""
    upcoming = [target for target in state.targets if target.day >= day]
    return next(iter((*upcoming, *state.targets[-1:])), None)


def _expected(readings: list[Point], targets: list[Point]) -> LineExpectation | None:
    """Where the straight line to the next target is on the day of the last reading, if there is such a line.

    The line begins at the target before, or at the first reading if that is later. The reading is compared on its own
    date, because nothing is known between readings; the first reading is never compared.
    """
    if len(readings) < 2:  # noqa: PLR2004 (the first is the baseline)
        return None
    last, origin = readings[-1], readings[0]
    upcoming = next((target for target in targets if target.day > last.day), None)
    if upcoming is None:
        return None
    earlier = [target for target in targets if target.day <= last.day]
    start = max((*earlier[-1:], origin), key=lambda point: point.day)
    if start.day >= upcoming.day:
        return None
    share = Decimal((last.day - start.day).days) / Decimal((upcoming.day - start.day).days)
    value = start.quantity.value + (upcoming.quantity.value - start.quantity.value) * share
    return LineExpectation(value, upcoming)


def _behind(title: str, readings: list[Point], expected: LineExpectation) -> str:
    """The sentence for a last reading that is behind its line, else nothing."""
    last, target = readings[-1], expected.target
    rising = target.quantity.value >= readings[0].quantity.value
    if not _worse(last.quantity.value, expected.value, rising=rising):
        return ""
    line = f"behind schedule for {target.quantity.text} by {target.written}"
    return f"{title}: {last.quantity.text} ({last.written}), {line} (about {expected.text} expected)"


def _missed(title: str, readings: list[Point], targets: list[Point], as_of: date) -> tuple[Point | None, str]:
    """Whether the last target that has passed was missed, and by which reading: the first on or after its day."""
    passed = [target for target in targets if target.day <= as_of]
    if not passed or not readings:
        return None, ""
    target = passed[-1]
    reading = next((point for point in readings if point.day >= target.day), None)
    baseline = readings[0]
    if reading is None or reading is baseline:
        return None, ""
    if not _worse(
        reading.quantity.value, target.quantity.value, rising=target.quantity.value >= baseline.quantity.value
    ):
        return None, ""
    wanted = f"missing the target of {target.quantity.text} by {target.written}"
    return reading, f"{title}: {reading.quantity.text} ({reading.written}), {wanted}"


def _worse(value: Decimal, wanted: Decimal, *, rising: bool) -> bool:
    return value < wanted if rising else value > wanted


def _rounded(value: Decimal) -> str:
    """At most one decimal, and none if it is zero."""
    return f"{value.quantize(Decimal('0.1')):f}".removesuffix(".0")
