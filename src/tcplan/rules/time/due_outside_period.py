"""Dates outside the plan's period (TC302)."""

from collections.abc import Iterator

from tcplan.findings.codes import DUE_OUTSIDE_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import plan_dates
from tcplan.workspace import PlanFile


def due_outside_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A date is outside the plan's period.

    It is a due date, a checkpoint, or the due date of a success criterion or step, before the plan starts or after it
    ends; or an action starts after the plan has ended. An action may have started before the plan, because it may come
    from an earlier one. Due dates that reports have moved are left out.

    Why: Often the year is wrong. If it is not, the action outlasts the plan: its last report falls due when nobody
    reports on this plan any more, and the next plan does not have it.

    Fix: Correct the date. If the work does go on after the plan, set a due date within the plan for what can be
    finished by then, and continue the rest in the next plan. If the period is wrong, change `period`. If the date was
    agreed and published in this form, you can accept it with the reason.
    """
    period = plan.period
    for one in plan_dates(plan):
        if period.end and one.day > period.end:
            message = f"{one.sentence}, after the plan ends on {period.end}"
            help_text = f"move the {'start' if one.is_start else 'due date'}, or extend period.end"
            also = ("period", "end")
            yield Problem(DUE_OUTSIDE_PERIOD, one.path, message, help_text, also=also, also_says="the plan ends here")
        elif period.start and one.day < period.start and not one.is_start:
            message = f"{one.sentence}, before the plan starts on {period.start}"
            help_text, also = "move the due date, or make period.start earlier", ("period", "start")
            yield Problem(DUE_OUTSIDE_PERIOD, one.path, message, help_text, also=also, also_says="the plan starts here")
