"""The day on which a plan that has ended is shown, so that every page says the same of it."""

from datetime import date

from tcplan.workspace import InstitutionFolder, Level, PlanFile, Workspace
from tcplan.workspace.current import find_current


def last_day_of(plan: PlanFile, as_of: date) -> date:
    """The day itself or, if the plan has ended by then, its last day or that of its last report."""
    end = plan.period.end
    return min(as_of, max(end, _last_report(plan, end))) if end else as_of


def day_to_show(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, today: date) -> date:
    """The day for a page about a plan if none is asked for: today, or the last day of one that others have followed.

    What has ended and is still the current plan is shown as it is today: its submission may be to come.
    """
    last = last_day_of(plan, today)
    if last == today or plan in find_current(workspace, folder, today).plans:
        return today
    return last


def _last_report(plan: PlanFile, otherwise: date) -> date:
    updates = [one.date.last for node in plan.tree.of(Level.ACTION) for one in node.entry.updates]
    return max(updates, default=otherwise)
