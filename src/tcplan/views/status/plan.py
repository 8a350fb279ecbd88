"""The page of one plan: what is stated, what is computed, and the counts of both."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from tcplan.progress import assess
from tcplan.progress.history import updates_until
from tcplan.progress.last_day import last_day_of
from tcplan.progress.thresholds import length_in_words
from tcplan.values.words import Priority
from tcplan.views.status.approvals import approval_rows
from tcplan.views.status.deadlines import deadline_rows
from tcplan.views.status.entries import action_rows, measure_rows, signal_rows
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.groups import groups_of, objective_rows
from tcplan.views.status.parts import closed_words, headline_row, key_rows, stated_row, tally_row
from tcplan.views.status.rows import CountsRow, OtherPlanRow, PlanPage
from tcplan.views.status.worst import worst_first
from tcplan.workspace import InstitutionFolder, Level, Node, PlanFile, Workspace

NONE = "none"
PRIORITIES = (*(priority.value for priority in Priority), NONE)


def plan_page(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date, by: Grouping) -> PlanPage:
    """Everything that a status page says about a plan."""
    now = assess(workspace, folder, plan, as_of)
    model, tally, headline = plan.plan, now.tally(), now.headline()
    pillars, objectives, actions = (now.nodes_in_plan(level) for level in Level)
    grouped_by, overlapping, groups = groups_of(now, by, workspace)
    rows = action_rows(now)
    others = [other for other in folder.plans.values() if other is not plan]
    return PlanPage(
        institution=folder.title,
        plan=plan.name,
        file=plan.file.name,
        title=model.title,
        period=period_words(plan),
        ends=plan.period.end,
        review_every=length_in_words(now.policy.review_every),
        deadlines=deadline_rows(workspace, now),
        approvals=approval_rows(workspace, folder, plan, as_of),
        headline=headline_row(headline),
        stated=stated_row(updates_until(model.updates, as_of), plan, folder.glossary),
        closed=closed_words(model.closed, as_of),
        key=key_rows(plan),
        counts=CountsRow(len(pillars), len(objectives), len(actions)),
        rag=tally_row(tally),
        reported=tally.reported,
        started=tally.started,
        priorities=_priorities(actions),
        objective_priorities=_priorities(objectives),
        timelines=_timelines(actions),
        grouped_by=grouped_by,
        overlapping=overlapping,
        groups=groups,
        objectives=objective_rows(now),
        actions=rows,
        needs_attention=tuple(row.id for row in worst_first(rows)),
        measures=measure_rows(now),
        signals=signal_rows(now),
        other_plans=tuple(_other(workspace, folder, other, as_of) for other in others),
    )


def period_words(plan: PlanFile) -> str:
    """The period as it was typed."""
    period = plan.plan.period
    start, end = (period.start, period.end) if period else (None, None)
    if start and end:
        return f"{start.text} to {end.text}"
    if start:
        return f"from {start.text}, without an end date"
    return f"until {end.text}, without a start date" if end else "without a period"


def _priorities(nodes: Iterable[Node]) -> dict[str, int]:
    counted = Counter(node.entry.priority or NONE for node in nodes)
    return {priority: counted[priority] for priority in PRIORITIES}


def _timelines(actions: Iterable[Node]) -> dict[str, int]:
    """The number of actions with each `due`, word for word."""
    counted = Counter(", ".join(due.text for due in node.action.due) or NONE for node in actions if node.action)
    return dict(sorted(counted.items(), key=lambda item: (item[0] == NONE, item[0])))


def _other(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date) -> OtherPlanRow:
    """Another plan in one line: as it is now or, if it has ended, as it was on its last day or at its last report."""
    end = plan.period.end
    ended = end is not None and end < as_of
    day = last_day_of(plan, as_of)
    headline = assess(workspace, folder, plan, day).headline()
    return OtherPlanRow(plan.name, plan.plan.title, period_words(plan), day, ended, headline.colour, headline.words)
