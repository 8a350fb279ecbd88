"""Much of the plan due at once (TC309)."""

from collections import defaultdict
from collections.abc import Iterator

from tcplan.findings.codes import CROWDED_MONTH
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over
from tcplan.rules.support.report_places import due_now
from tcplan.values.dates.calculation import month_end
from tcplan.values.dates.values import MONTHS
from tcplan.workspace import Level, PlanFile

FEWEST_DATES = 8
"""With fewer due dates a month is not crowded."""


def crowded_month(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Half of the plan or more is due in the same month.

    This rule counts all actions that are not closed, including complete ones, with their current due dates. At least
    eight must have one. A month that is over is left out.

    Why: The work piles up, and so do the reviews. If the dates are all the same, often nobody has asked when each
    action can be finished. Until that month nothing shows whether the plan is on track.

    Fix: Ask when each action can be finished. If it really takes that long, put checkpoints before the end: `due: [12
    months, 36 months]`.
    """
    assessment = context.assessment(plan)
    states = [state for node in plan.tree.of(Level.ACTION) if (state := assessment.state(node)).is_open]
    months: dict[tuple[int, int], list[EntryState]] = defaultdict(list)
    for state in states:
        if state.due:
            months[state.due.year, state.due.month].append(state)
    if is_over(plan, context) or sum(map(len, months.values())) < FEWEST_DATES:
        return
    for (year, month), due in sorted(months.items()):
        if 2 * len(due) >= len(states) and month_end(year, month) >= context.as_of:
            message = f"{len(due)} of the plan's {len(states)} actions are due in {MONTHS[month - 1]} {year}"
            help_text = "ask when each can be finished, or put checkpoints before the end"
            yield Problem(CROWDED_MONTH, due_now(due[0]), message, help_text)
