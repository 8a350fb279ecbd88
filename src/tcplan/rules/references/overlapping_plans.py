"""Plans of one institution that run at the same time (TC127)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tcplan.findings.codes import OVERLAPPING_PLANS
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.copies import copies_in
from tcplan.workspace.succession import succession_of

MOST_COMPARED: Final = 50
"""Each plan is compared with so many that run when it begins; nobody has more."""


def overlapping_plans(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Two plans of an institution run at the same time, and neither follows the other.

    A plan that was closed runs until that day. Plans without a period are left out: see no-period.

    Why: Only one of them can be the current plan. Commands that need the current plan refuse to choose between the two,
    and ask for its name.

    Fix: If one replaces the other, name the earlier plan under `follows` of the later one. Otherwise correct the period
    that is wrong. If the two are meant to run side by side, accept the finding.
    """
    workspace, folder = context.workspace, context.folder
    overlaps = workspace.compute_once(("overlaps", folder.path), lambda: _overlaps(workspace, folder))
    other = overlaps.get(plan.file.name)
    if other:
        message = f"this plan runs {_days(plan)} and {other.name} {_days(other)}, and neither follows the other"
        help_text = f"write `follows: {other.name}` if this plan replaces it, or correct the period"
        yield Problem(OVERLAPPING_PLANS, ("period",), message, help_text)


def _overlaps(workspace: Workspace, folder: InstitutionFolder) -> dict[str, PlanFile]:
    """By the file of a plan one that already runs when it begins, as far as there is one."""
    are_related, copies = succession_of(workspace).are_related, copies_in(workspace, folder)
    found: dict[str, PlanFile] = {}
    running: list[PlanFile] = []
    plans = [plan for plan in folder.plans.values() if _is_known(plan) and plan.file.name not in copies]
    for plan in sorted(plans, key=lambda one: (one.period.start or date.min, one.file.name)):
        running = [one for one in running if _end(one) >= (plan.period.start or date.min)]
        other = next((one for one in running[-MOST_COMPARED:] if not are_related(one, plan)), None)
        if other:
            found[plan.file.name] = other
        running = [*running[-MOST_COMPARED:], plan]
    return found


def _is_known(plan: PlanFile) -> bool:
    """Whether a plan has a period, and all of it could be read."""
    return plan.period.start is not None and not plan.unsure_of_start and not plan.unsure_of_end


def _end(plan: PlanFile) -> date:
    return plan.running_until or date.max


def _days(plan: PlanFile) -> str:
    end = plan.running_until
    return f"from {plan.period.start} to {end}" if end else f"from {plan.period.start} on"
