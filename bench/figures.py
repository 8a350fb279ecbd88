"""Medians with their spread, and how they are printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Figure:
    """The median of some measurements, the smallest, and the largest."""

    median: float
    low: float
    high: float

    def divided_by(self, number: float) -> "Figure":
        """The figure in another unit: as a multiple of a number."""
        return Figure(self.median / number, self.low / number, self.high / number)


def figure(values: Sequence[float]) -> Figure:
    """The median and spread of measurements; raises ValueError where there are none."""
    if not values:
        raise ValueError("nothing was measured")
    return Figure(median(values), min(values), max(values))


def with_spread(value: Figure) -> str:
    """A figure for a table: `3.05 (2.98 to 3.21)`."""
    return f"{number(value.median)} ({number(value.low)} to {number(value.high)})"


def number(value: float) -> str:
    """A number with three figures that count: `0.0131`, `1.62`, `45.2`, `1,240`."""
    size = abs(value)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3 if size >= 0.1 else 4  # noqa: PLR2004
    return f"{value:,.{digits}f}"


def megabytes(value: float) -> str:
    """A number of bytes in megabytes."""
    return f"{number(value / MEGABYTE)} MB"
