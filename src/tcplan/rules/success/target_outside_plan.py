"""Targets for a day outside the plan's period (TC410)."""

from collections.abc import Iterator

from tcplan.findings.codes import TARGET_OUTSIDE_PLAN
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import measure_series
from tcplan.workspace import PlanFile


def target_outside_plan(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A target is for a day before the plan starts, or after it ends.

    Why: The plan cannot be judged by it: before the start nothing has been done yet, and after the end another plan
    runs. Usually the year is wrong.

    Fix: Correct the date. Put an aim for a later year into the `about` of the measure, and set a target for the end of
    this plan as well.
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
            help_text = "correct the date, or set a target for a day within the plan"
            also_says = f"the plan {edge}s here"
            path, also = target.path, ("period", edge)
            yield Problem(TARGET_OUTSIDE_PLAN, path, message, help_text, on_key=True, also=also, also_says=also_says)
