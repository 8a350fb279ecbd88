"""Readings that are dated in the future (TC411)."""

from collections.abc import Iterator

from tcplan.findings.codes import FUTURE_READING
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import PlanFile


def future_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A reading is dated in the future.

    A day is in the future if it is after the day of the check; a month or year that has begun is not. A check with
    `--as-of` leaves this rule out: seen from an earlier day, every later reading is in the future.

    Why: Nobody can have taken this reading yet. Usually the year is wrong, and the reading then counts for nothing
    until that day.

    Fix: Correct the date. If you only hope for the number, put it under `targets`.
    """
    for one in measure_series(plan):
        for reading in one.readings:
            if reading.first > context.as_of and not context.rewound:
                says = f"measure {one.measure.id} has a reading of {reading.when}"
                message = f"{says}, which is after the day of this check, {context.as_of}"
                help_text = "correct the date; a number that you hope for belongs under `targets`"
                yield Problem(FUTURE_READING, reading.path, message, help_text, on_key=True)
