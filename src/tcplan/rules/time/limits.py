"""Time: what cannot be, whatever the plan wants (TC30x)."""

from collections.abc import Iterator

from tcplan.dates import due_date, start_date
from tcplan.finding import Code, Problem, Severity
from tcplan.progress.history import period_of
from tcplan.rules.context import Context
from tcplan.workspace import PlanFile

DUE_BEFORE_START = Code("TC303", "due-before-start", Severity.ERROR)
REVERSED_PERIOD = Code("TC304", "reversed-period", Severity.ERROR)


def due_before_start(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An action is due before it begins.

    Why: One of the two dates is a slip, and until it is mended nobody knows how long there is for the work. Every
    report of the plan would show the action as overdue from its first day.

    Mend: Look up which of the two was agreed, and put the other right.
    """
    period = period_of(plan.plan)
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
    period = period_of(plan.plan)
    if period.start and period.end and period.end < period.start:
        message = f"the plan ends on {period.end}, before it starts on {period.start}"
        path, also = ("period", "end"), ("period", "start")
        yield Problem(REVERSED_PERIOD, path, message, "exchange or mend the two", also=also, also_says="the start")
