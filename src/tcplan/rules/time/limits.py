"""Time: what cannot be, whatever the plan wants (TC30x)."""

from collections.abc import Iterator

from tcplan.findings.codes import DUE_BEFORE_START, DUE_OUTSIDE_PERIOD, REVERSED_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import plan_dates
from tcplan.values.dates import due_date, start_date
from tcplan.workspace import PlanFile


def due_outside_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """A date lies outside the plan's period.

    That is a due date, a checkpoint, or the due date of a success criterion or step, before the plan starts or after
    it ends; or an action that starts after the plan has ended. An action may have started before the plan: it may come
    from an earlier one. Due dates that reports have moved are not meant here.

    Why: Often it is the year that is wrong. Where it is not, the action outlasts the plan: its last report falls due
    when nobody reports on this plan any more, and the next plan does not have it.

    Mend: Put the date right. Where the work does go on after the plan, set a due date within it for what can be
    finished by then, and continue the rest in the next plan. Where the period is wrong, change `period`. A date that
    was agreed and published so can be accepted with the reason.
    """
    period = plan.period
    for one in plan_dates(plan):
        if period.end and one.day > period.end:
            message = f"{one.sentence}, after the plan ends {period.end}"
            help_text = f"move the {'start' if one.is_start else 'due date'}, or extend period.end"
            also = ("period", "end")
            yield Problem(DUE_OUTSIDE_PERIOD, one.path, message, help_text, also=also, also_says="the plan ends here")
        elif period.start and one.day < period.start and not one.is_start:
            message = f"{one.sentence}, before the plan starts {period.start}"
            help_text, also = "move the due date, or let period.start be earlier", ("period", "start")
            yield Problem(DUE_OUTSIDE_PERIOD, one.path, message, help_text, also=also, also_says="the plan starts here")


def due_before_start(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An action is due before it begins.

    Why: One of the two dates is a slip, and until it is mended nobody knows how long there is for the work. Every
    report of the plan would show the action as overdue from its first day.

    Mend: Look up which of the two was agreed, and put the other right.
    """
    period = plan.period
    for node in plan.tree.of("action"):
        action = node.action
        start = start_date(action.start, period) if action and action.start else None
        if action is None or action.start is None or start is None:
            continue
        for index, due in enumerate(action.due):
            day = due_date(due, period)
            if day is not None and day < start:
                message = f"action {node.id} is due {day}, before it starts on {start}"
                help_text = "move the start or the due date"
                path, also = (*node.path, "due", index), (*node.path, "start")
                yield Problem(DUE_BEFORE_START, path, message, help_text, also=also, also_says="the start")
                break


def reversed_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The plan ends before it starts.

    Why: No date of the plan can be judged as long as the period is the wrong way round.

    Mend: Exchange the two, or put the year right in one of them.
    """
    period = plan.period
    if period.start and period.end and period.end < period.start:
        message = f"the plan ends on {period.end}, before it starts on {period.start}"
        path, also = ("period", "end"), ("period", "start")
        yield Problem(REVERSED_PERIOD, path, message, "exchange or mend the two", also=also, also_says="the start")
