"""The course of a measure as a small picture: its readings as a line, its targets as a dashed one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tcplan.progress.measures import MeasureState, Point

_WIDTH, _HEIGHT, _EDGE = 120, 36, 4
_MIDDLE: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A place in the picture, in its own units."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class MeasureChart:
    """The readings and targets of a measure, the oldest first. The dashed line begins at the first reading."""

    width: int
    height: int
    readings: tuple[ChartPoint, ...]
    targets: tuple[ChartPoint, ...]

    @property
    def line(self) -> str:
        """The line through the readings."""
        return _points(self.readings)

    @property
    def dashed(self) -> str:
        """The line from the first reading through the targets."""
        return _points((*self.readings[:1], *self.targets))


def measure_chart(state: MeasureState) -> MeasureChart | None:
    """The picture of a measure; None without a reading and a second point, or where counts and percentages mix."""
    points = (*state.readings, *state.targets)
    days = {one.day for one in points}
    units = {one.quantity.percent for one in points}
    if not state.readings or len(days) < 2 or len(units) > 1:  # noqa: PLR2004 (a line has two ends)
        return None
    return MeasureChart(_WIDTH, _HEIGHT, _placed(state.readings, points), _placed(state.targets, points))


def _placed(some: Sequence[Point], points: Sequence[Point]) -> tuple[ChartPoint, ...]:
    """Where some points are, if all of them just fit the picture."""
    days = [one.day.toordinal() for one in points]
    values = [one.quantity.value for one in points]
    return tuple(
        ChartPoint(
            x=_place(_share(Decimal(one.day.toordinal()), Decimal(min(days)), Decimal(max(days))), _WIDTH),
            y=_place(1 - _share(one.quantity.value, min(values), max(values)), _HEIGHT),
        )
        for one in some
    )


def _share(value: Decimal, least: Decimal, most: Decimal) -> Decimal:
    return (value - least) / (most - least) if most > least else _MIDDLE


def _place(share: Decimal, length: int) -> str:
    return f"{_EDGE + share * (length - 2 * _EDGE):.1f}"


def _points(some: Sequence[ChartPoint]) -> str:
    return " ".join(f"{one.x},{one.y}" for one in some)
