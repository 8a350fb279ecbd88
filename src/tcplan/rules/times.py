"""Time: what cannot be, whatever the plan wants (TC30x)."""

from collections.abc import Iterator

from tcplan.dates import due_date, start_date
from tcplan.finding import Code, Problem, Severity
from tcplan.progress.history import period_of
from tcplan.workspace import Home, PlanFile, Workspace

DUE_BEFORE_START = Code("TC303", "due-before-start", Severity.ERROR)
REVERSED_PERIOD = Code("TC304", "reversed-period", Severity.ERROR)


def due_before_start(plan: PlanFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """An action that is due before it begins."""
    del home, workspace
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


def reversed_period(plan: PlanFile, home: Home, workspace: Workspace) -> Iterator[Problem]:
    """A plan that ends before it starts: no date of it can be judged."""
    del home, workspace
    period = period_of(plan.plan)
    if period.start and period.end and period.end < period.start:
        message = f"the plan ends on {period.end}, before it starts on {period.start}"
        path, also = ("period", "end"), ("period", "start")
        yield Problem(REVERSED_PERIOD, path, message, "exchange or mend the two", also=also, also_says="the start")
