"""Readings of a day that is still to come (TC411)."""

from collections.abc import Iterator

from tcplan.findings.codes import FUTURE_READING
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import PlanFile


def future_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A reading is of a day that is still to come.

    The day is the one on which the plan is checked. A check of a day that `--as-of` names finds none: from there
    every later reading lies ahead. A month or year that has begun is not still to come.

    Why: Nobody can have read it. Mostly the year is a slip, and the reading then counts for nothing until that day.

    Fix: Put the date right. A number that is hoped for belongs under `targets`.
    """
    for one in measure_series(plan):
        for reading in one.readings:
            if reading.first > context.as_of and not context.rewound:
                says = f"measure {one.measure.id} has a reading of {reading.when}"
                message = f"{says}, which is after the day of this check, {context.as_of}"
                help_text = "put the date right; a number that is hoped for belongs under `targets`"
                yield Problem(FUTURE_READING, reading.path, message, help_text, on_key=True)
