"""Targets that ask for the same number again (TC413)."""

from collections.abc import Iterator
from itertools import pairwise

from tcplan.findings.codes import FLAT_TARGET
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import WHOLE, measure_series
from tcplan.workspace import PlanFile


def flat_target(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A target asks for the same number as the target before it.

    It is said once for each measure. Targets of 0 and of 100% are left out: they can only be kept.

    Why: By the plan's own words nothing is to change between the two days. Mostly one of the numbers, or one of the
    dates, is left over from an earlier wording; where a level is to be kept, the title should say so ("in a year").

    Fix: Put the number right, or delete the later target. Where the same is wanted each time, accept this with that
    reason.
    """
    for one in measure_series(plan):
        for before, after in pairwise(one.targets):
            number = after.quantity
            kept = number.value == 0 or (number.percent and number.value == WHOLE)
            same = (number.value, number.percent) == (before.quantity.value, before.quantity.percent)
            if kept or not same:
                continue
            message = f"measure {one.measure.id} is to be {number.text} by {after.when}, as by {before.when} already"
            help_text = "ask for more by the later date, or delete one of the two"
            path, also = after.path, before.path
            yield Problem(FLAT_TARGET, path, message, help_text, also=also, also_says="the target before")
            break
