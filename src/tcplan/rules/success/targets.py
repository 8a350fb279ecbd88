"""Measures: targets held against the baseline, the period and the unit (TC404, TC408, TC410)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import EASY_TARGET, MIXED_UNITS, TARGET_OUTSIDE_PLAN
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import DatedValue, measure_series, readings_known
from tcplan.values.dates import add
from tcplan.workspace import PlanFile

WHOLE: Final = 100
"""Of a share, as of nothing at all, no more can be wanted."""


def easy_target(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A target is no better than the baseline: it is the same number, or lies on the wrong side of it.

    The baseline is the first reading, where it was taken before the target and not later than one review period into
    the plan. Which side is the wrong one is told by the last target: a number may be meant to fall. An earlier target
    that equals the baseline is left out, since nothing may change at first; so are 0 and 100%, which can only be kept.

    Why: Such a target was met before the plan began. If it is a slip, the plan is judged by a wrong number; if not, it
    promises nothing.

    Mend: Look up both numbers, and set a target that asks for something. Where keeping a number is the aim, say so
    in the title, and accept this finding with that reason.
    """
    every, start = context.assessment(plan).policy.review_every, plan.period.start
    for one in measure_series(plan):
        baseline = next(iter(one.readings), None)
        if baseline is None or not readings_known(plan, one) or (start and baseline.last > add(start, every)):
            continue
        ahead = [target for target in one.targets if target.last > baseline.last]
        for target in ahead:
            if _is_easy(target, baseline, ahead[-1]):
                message = f"the target of {one.measure.id} for {target.when} is {target.quantity.text}, "
                message += f"no better than its baseline, {baseline.words}"
                help_text = "set a target that asks for more, or put the number right that is a slip"
                yield Problem(
                    EASY_TARGET, target.path, message, help_text, also=baseline.path, also_says="the baseline"
                )


def mixed_units(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """Of the targets and readings of one measure, some are percentages and some are not.

    Why: A count and a percentage cannot be compared, so tcplan says nothing about such a measure: neither that it is
    behind nor that a target was missed. And whoever reads 31 in a report takes it for 31 people.

    Mend: Write the same unit throughout. If `31%` is meant, add the sign; if the measure has changed from a count to a
    share, give the new number a measure of its own.
    """
    for one in measure_series(plan):
        points = [*one.targets, *one.readings]
        shares = [point for point in points if point.quantity.percent]
        counts = [point for point in points if not point.quantity.percent]
        few, many = sorted((counts, shares), key=len)
        for point in few:
            kind, other = ("a percentage", "a count") if point.quantity.percent else ("a count", "a percentage")
            message = f"measure {one.measure.id} has {kind}, {point.words}, beside {other}, {many[0].words}"
            help_text = "write the same unit throughout: all with `%`, or all without"
            yield Problem(MIXED_UNITS, point.path, message, help_text, also=many[0].path, also_says=other)


def target_outside_plan(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A target is for a day before the plan starts, or after it ends.

    Why: The plan cannot be judged by it: before the start nothing of it has been done, and after the end another plan
    runs. Mostly the year is a slip.

    Mend: Put the date right. An aim for a later year belongs into the `about` of the measure, with a target for the
    end of this plan beside it.
    """
    period = plan.period
    for one in measure_series(plan):
        for target in one.targets:
            if period.start and target.last < period.start:
                edge, says, day = "start", "before the plan starts", period.start
            elif period.end and target.first > period.end:
                edge, says, day = "end", "after the plan ends", period.end
            else:
                continue
            message = f"measure {one.measure.id} has a target for {target.when}, {says} on {day}"
            help_text = "put the date right, or set a target for a day within the plan"
            also_says = f"the plan {edge}s here"
            path, also = target.path, ("period", edge)
            yield Problem(TARGET_OUTSIDE_PLAN, path, message, help_text, on_key=True, also=also, also_says=also_says)


def _is_easy(target: DatedValue, baseline: DatedValue, last: DatedValue) -> bool:
    if target.quantity.percent != baseline.quantity.percent or last.quantity.percent != baseline.quantity.percent:
        return False
    gain, wanted = target.quantity.value - baseline.quantity.value, last.quantity.value - baseline.quantity.value
    if gain == 0:
        ceiling = target.quantity.percent and target.quantity.value == WHOLE
        return target is last and target.quantity.value != 0 and not ceiling
    return (gain > 0) != (wanted > 0) and wanted != 0
