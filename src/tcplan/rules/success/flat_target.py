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

    There is one finding for each measure. Targets of 0 and of 100% are left out: they can only be kept.

    Why: By its own words the plan wants no change between the two dates. Usually one of the numbers or dates is left
    over from an earlier version. If a level is to be kept, the title should say so ("in a year").

    Fix: Correct the number, or delete the later target. If you want the same number each time, accept the finding with
    that reason.
    """
    for one in measure_series(plan):
        for before, after in pairwise(one.targets):
            number = after.quantity
            kept = number.value == 0 or (number.percent and number.value == WHOLE)
            same = (number.value, number.percent) == (before.quantity.value, before.quantity.percent)
            if kept or not same:
                continue
            message = (
                f"measure {one.measure.id} has the target {number.text} for {after.when}, the same as for {before.when}"
            )
            help_text = "ask for more by the later date, or delete one of the two"
            path, also = after.path, before.path
            yield Problem(FLAT_TARGET, path, message, help_text, also=also, also_says="the target before")
            break
