"""Plans without a start or an end (TC313)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.values.dates import Due, DueKind
from tcplan.workspace import PlanFile

_RELATIVE = (DueKind.DURATION, DueKind.PLAN_YEAR)


def no_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The plan does not say when it starts or when it ends.

    Why: Due dates such as `12 months` and `year 2` count from the plan's start, and `end` is its last day. Without a
    period nobody can work out these dates, so nothing in the plan can be overdue. Nor can anybody tell which plan an
    institution is working on now.

    Fix: Write the period with its first and last month, such as `period: {start: 2025-01, end: 2027-12}`.
    """
    period = plan.plan.period
    start, end = (period.start, period.end) if period else (None, None)
    if start and end:
        return
    key = "end" if start else "start"
    without = _without_date(plan, (DueKind.END,) if start else _RELATIVE if end else (*_RELATIVE, DueKind.END))
    message = (f"the plan's period has no {key}" if period else "the plan has no period") + without
    path = ("period", key) if period else ("period",)
    yield Problem(
        NO_PERIOD, path, message, "write the first and the last month, such as {start: 2025-01, end: 2027-12}"
    )


def _without_date(plan: PlanFile, kinds: tuple[DueKind, ...]) -> str:
    """The dates that cannot be calculated: nothing, or the first text of these kinds and the number of the others."""
    texts = [due.text for due in _dues(plan) if due.kind in kinds]
    if not texts:
        return ""
    return f", so `{texts[0]}`{f' and {len(texts) - 1} more have' if len(texts) > 1 else ' has'} no date"


def _dues(plan: PlanFile) -> Iterator[Due]:
    """Every date of the plan that may be a length of time or the plan's end."""
    for action in plan.plan.actions:
        yield from (*action.due, *((action.start,) if action.start else ()))
    for node in plan.tree.nodes:
        parts = (*node.entry.success, *(node.action.steps if node.action else ()))
        yield from (one.due for one in parts if one.due)
        yield from (one.due for one in node.entry.updates if one.due)
    for measure in plan.plan.measures:
        yield from measure.targets
