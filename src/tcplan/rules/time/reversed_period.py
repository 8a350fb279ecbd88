"""Plans that end before they start (TC304)."""

from collections.abc import Iterator

from tcplan.findings.codes import REVERSED_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile


def reversed_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The plan ends before it starts.

    Why: No date of the plan can be checked while the period is the wrong way round.

    Fix: Swap the two dates, or correct the year in one of them.
    """
    period = plan.period
    if period.start and period.end and period.end < period.start:
        message = f"the plan ends on {period.end}, before it starts on {period.start}"
        path, also = ("period", "end"), ("period", "start")
        yield Problem(
            REVERSED_PERIOD,
            path,
            message,
            "swap the two dates, or correct one of them",
            also=also,
            also_says="the start",
        )
