"""The plans that a page is about, with what has to be said beside it on standard error."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from tcplan.cli.support.incomplete import warn_incomplete, warn_unread
from tcplan.cli.support.options import require_path
from tcplan.errors import ExitCode
from tcplan.progress.last_day import day_to_show
from tcplan.views.status.page import doubts_at, plans_at
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, open_workspace
from tcplan.workspace.selection import select_institutions
from tcplan.workspace.unseen import unseen_institutions


class LoadedPlans(NamedTuple):
    """The plan that a path names, or the current one of each institution there.

    `code` is the exit code of the command: other than 0 if it is not clear which plan of an institution is meant, or if
    something was not read.
    """

    workspace: Workspace
    plans: list[tuple[InstitutionFolder, PlanFile]]
    code: int

    def day_to_show(self, today: date) -> date:
        """The day for a page if none is asked for: today, or the last day of the one plan if others have followed."""
        return shown_day(self.workspace, self.plans, today)


def load_plans(path: Path, day: date) -> LoadedPlans:
    """Read the plans at a path, and say what is not read, what has errors, and where it is not clear what is meant.

    Raises NothingReadError if no plan can be read, or what makes it unclear which one is meant.
    """
    path = require_path(path)
    workspace, root = open_workspace(path)
    warn_unread(workspace.source, root)
    plans = plans_at(workspace, root, path, day)
    return LoadedPlans(workspace, plans, warn_missing(workspace, root, path, day))


def shown_day(workspace: Workspace, plans: list[tuple[InstitutionFolder, PlanFile]], today: date) -> date:
    """The day for a page about some plans: today, unless it is about a single one that has ended."""
    return day_to_show(workspace, *plans[0], today) if len(plans) == 1 else today


def warn_missing(workspace: Workspace, root: Path, path: Path, day: date) -> int:
    """Say which files at a path have errors, and where it is not clear which plan is meant; returns the exit code."""
    warn_incomplete(workspace, root, select_institutions(workspace, root, path), day)
    doubts = doubts_at(workspace, root, path, day)
    for doubt in doubts:
        from tcplan.cli.support.refusals import print_refusal

        print_refusal(doubt)
    code = max((doubt.exit_code for doubt in doubts), default=ExitCode.CLEAN)
    # Which institutions are not read at all, `warn_unread` has said.
    return max(code, ExitCode.NOTHING_READ) if any(unseen_institutions(workspace, root, path)) else code
