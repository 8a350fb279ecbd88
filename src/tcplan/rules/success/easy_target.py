"""Targets that are no better than the baseline (TC404)."""

from collections.abc import Iterator

from tcplan.findings.codes import EASY_TARGET
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import WHOLE, DatedValue, measure_series, readings_are_known
from tcplan.values.dates import add
from tcplan.workspace import PlanFile


def easy_target(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A target is no better than the baseline: it is the same number, or on the wrong side of it.

    The baseline is the first reading, if it was taken before the target and not later than one review period into the
    plan. The last target shows which side is the wrong one, since a number may be meant to fall. An earlier target that
    equals the baseline is left out, since nothing may change at first. So are 0 and 100%, which can only be kept.

    Why: Such a target was met before the plan began. If it is a typing error, the plan is judged by a wrong number; if
    it is not, the target promises nothing.

    Fix: Check both numbers, and set a target that asks for something. If keeping a number is the aim, say so in the
    title, and accept the finding with that reason.
    """
    every, start = context.assessment(plan).policy.review_every, plan.period.start
    for one in measure_series(plan):
        baseline = next(iter(one.readings), None)
        if baseline is None or not readings_are_known(plan, one) or (start and baseline.last > add(start, every)):
            continue
        ahead = [target for target in one.targets if target.last > baseline.last]
        for target in ahead:
            if _is_easy(target, baseline, ahead[-1]):
                message = f"the target of {one.measure.id} for {target.when} is {target.quantity.text}, "
                message += f"no better than its baseline, {baseline.words}"
                help_text = "set a target that asks for more, or correct the number that is wrong"
                yield Problem(
                    EASY_TARGET, target.path, message, help_text, also=baseline.path, also_says="the baseline"
                )


def _is_easy(target: DatedValue, baseline: DatedValue, last: DatedValue) -> bool:
    if target.quantity.percent != baseline.quantity.percent or last.quantity.percent != baseline.quantity.percent:
        return False
    gain, wanted = target.quantity.value - baseline.quantity.value, last.quantity.value - baseline.quantity.value
    if gain == 0:
        ceiling = target.quantity.percent and target.quantity.value == WHOLE
        return target is last and target.quantity.value != 0 and not ceiling
    return (gain > 0) != (wanted > 0) and wanted != 0
