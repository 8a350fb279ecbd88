"""Which institutions and which of their plans a path on the command line means."""

import os
from datetime import date
from pathlib import Path

from tcplan.workspace import InstitutionFolder, PlanFile, Workspace


def select_institutions(workspace: Workspace, root: Path, path: Path) -> list[InstitutionFolder]:
    """The institutions with a file at or below the path, in the order of the workspace."""
    names = {file.name for file in workspace.files if is_at(root, path, file.name)}
    return [home for home in workspace.homes.values() if names & _files_of(home)]


def current_plan(home: InstitutionFolder, as_of: date) -> PlanFile | None:
    """The plan whose period holds the day, of several the last to start; else the plan that starts last."""
    plans = list(home.plans.values())
    running = [plan for plan in plans if _runs_on(plan, as_of)]
    return max(running or plans, key=_begins, default=None)


def named_plan(home: InstitutionFolder, root: Path, path: Path) -> PlanFile | None:
    """The plan whose own file the path names."""
    named = Path(os.path.abspath(path))  # noqa: PTH100 (links stay as they are named)
    return next((plan for plan in home.plans.values() if root / plan.file.name == named), None)


def is_at(root: Path, path: Path, name: str) -> bool:
    """Whether a file of the workspace is the path, or lies below it."""
    return (root / name).is_relative_to(os.path.abspath(path))  # noqa: PTH100 (as above)


def _files_of(home: InstitutionFolder) -> set[str]:
    members = (*home.plans.values(), *home.submissions.values(), *home.case_studies.values())
    own = {home.file.name} if home.file else set()
    return own | {member.file.name for member in members}


def _begins(plan: PlanFile) -> tuple[date, date, str]:
    period = plan.period
    return (period.start or date.min, period.end or date.max, plan.file.name)


def _runs_on(plan: PlanFile, day: date) -> bool:
    period = plan.period
    return (period.start or date.min) <= day <= (period.end or date.max)
