"""Counts and percentages in one measure (TC408)."""

from collections.abc import Iterator

from tcplan.findings.codes import MIXED_UNITS
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import PlanFile


def mixed_units(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Some targets and readings of one measure are percentages, and some are not.

    Why: A count and a percentage cannot be compared, so tcplan says nothing about such a measure: neither that it is
    behind nor that it has missed a target. And people who read 31 in a report think of 31 people.

    Fix: Use the same unit throughout. If you mean `31%`, add the sign. If the measure has changed from a count to a
    percentage, give the new number a measure of its own.
    """
    for one in measure_series(plan):
        points = [*one.targets, *one.readings]
        shares = [point for point in points if point.quantity.percent]
        counts = [point for point in points if not point.quantity.percent]
        few, many = sorted((counts, shares), key=len)
        for point in few:
            kind, other = ("a percentage", "a count") if point.quantity.percent else ("a count", "a percentage")
            message = f"measure {one.measure.id} has {kind}, {point.words}, and {other}, {many[0].words}"
            help_text = "use the same unit throughout: all with `%`, or all without"
            yield Problem(MIXED_UNITS, point.path, message, help_text, also=many[0].path, also_says=other)
