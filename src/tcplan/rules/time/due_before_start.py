"""Actions due before they begin (TC303)."""

from collections.abc import Iterator

from tcplan.findings.codes import DUE_BEFORE_START
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.values.dates import due_date, start_date
from tcplan.workspace import Level, PlanFile


def due_before_start(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """An action is due before it begins.

    Why: One of the two dates is wrong, and until you correct it nobody knows how long there is for the work. Every
    report of the plan would show the action as overdue from its first day.

    Fix: Look up which of the two was agreed, and correct the other.
    """
    period = plan.period
    for node in plan.tree.of(Level.ACTION):
        action = node.action
        start = start_date(action.start, period) if action and action.start else None
        if action is None or action.start is None or start is None:
            continue
        for index, due in enumerate(action.due):
            day = due_date(due, period)
            if day is not None and day < start:
                message = f"action {node.id} is due on {day}, before it starts on {start}"
                help_text = "move the start or the due date"
                path, also = (*node.path, "due", index), (*node.path, "start")
                yield Problem(DUE_BEFORE_START, path, message, help_text, also=also, also_says="the start")
                break
