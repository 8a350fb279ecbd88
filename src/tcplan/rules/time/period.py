"""The plan's period: missing, or of an unusual length (TC308, TC313)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_PERIOD, UNUSUAL_PERIOD
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import stretch_of
from tcplan.rules.support.plan_state import is_over, is_supporter
from tcplan.rules.support.sentences import join_choices
from tcplan.values.dates import Due, DueKind
from tcplan.workspace import PlanFile, Workspace, find_plan

_RELATIVE = (DueKind.DURATION, DueKind.PLAN_YEAR)


def unusual_period(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The plan runs for neither 24 nor 36 months.

    These are the lengths that the forms of the Technician Commitment give for the plan that is submitted with them. A
    month more or less does not count. Where the period is given in years, it may begin and end on any day of them. A
    plan whose period is over is left out, and so are supporters, which submit no stages. For a plan that a submission
    names see unfit-plan-length.

    Why: The plan is reviewed at the next submission, two or three years on. A shorter one leaves a gap until then; a
    longer one is submitted when much of it cannot be reviewed yet.

    Mend: Put the dates of `period` right. Where another length was agreed, accept this with the reason.
    """
    if is_over(plan, context) or is_supporter(context.home.institution) or _is_submitted(plan, context):
        return
    lengths, stretch = _lengths_asked(context.workspace), stretch_of(plan)
    if stretch and lengths and not stretch.is_one_of(lengths):
        asked = join_choices([str(length) for length in lengths])
        message = f"the plan runs for {stretch.months} months, {stretch.words}, not {asked}"
        help_text = f"mend the dates, or accept this with the reason; the forms ask for a plan of {asked} months"
        yield Problem(UNUSUAL_PERIOD, ("period",), message, help_text)


def no_period(plan: PlanFile, _context: Context) -> Iterator[Problem]:
    """The plan does not say when it starts or when it ends.

    Why: Due dates such as `12 months` and `year 2` count from the plan's start, and `end` is its last day. Without them
    they are no dates, so nothing of it can be overdue. Nor can it be told which plan an institution is working on.

    Mend: Write the period with its first and last month, such as `period: {start: 2025-01, end: 2027-12}`.
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
    """What cannot be reckoned then: nothing, or the first of the texts of some kinds, and how many more there are."""
    texts = [due.text for due in _dues(plan) if due.kind in kinds]
    if not texts:
        return ""
    return f", so that `{texts[0]}`{f' and {len(texts) - 1} more' if len(texts) > 1 else ''} can be no date"


def _is_submitted(plan: PlanFile, context: Context) -> bool:
    """Whether a submission of the institution submits the plan: it is for the submission then to say how long."""
    names = {one.submission.submits for one in context.home.submissions.values() if one.submission.submits}
    return any(find_plan(context.workspace, context.home, name).plan is plan for name in names)


def _lengths_asked(workspace: Workspace) -> list[int]:
    """How many months a plan may run by the forms of the workspace."""
    frameworks = (workspace.framework(name) for name in workspace.framework_names())
    return sorted({months for one in frameworks if one and one.type == "form" for months in one.plan_months})


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
