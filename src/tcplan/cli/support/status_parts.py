"""The parts of `tcplan status` that somebody has to ask for: what has moved."""

from pathlib import Path

from tcplan.cli.support.refusals import print_refusal
from tcplan.cli.support.since_option import read_since
from tcplan.errors import ExitCode
from tcplan.terminal.page import Page
from tcplan.terminal.status import AddParts
from tcplan.views.movement.rows import MovementRow
from tcplan.views.status.rows import PlanPage, StatusPage
from tcplan.views.status_report import assessments_at, movements, report_json, status_report
from tcplan.workspace import Workspace


class StatusParts:
    """A status page with its parts. Where they cannot be had of one plan of several, that is printed."""

    def __init__(self, workspace: Workspace, root: Path, path: Path, page: StatusPage, *, since: str) -> None:
        self.page = page
        plans = assessments_at(workspace, root, path, page)
        self.moved, refused = movements(workspace, plans, read_since(since, workspace.source))
        for one in refused:
            print_refusal(one)
        self.exit_code = max((one.exit_code for one in refused), default=ExitCode.CLEAN)

    def json(self) -> str:
        """The page with its parts for scripts."""
        return report_json(status_report(self.page, self.moved))

    def terminal_parts(self, *, everything: bool) -> AddParts:
        """What adds the parts to the page of each plan."""
        moved = {row.file: row for row in self.moved}

        def add(out: Page, plan: PlanPage) -> None:
            if row := moved.get(plan.file):
                _add_movement(out, plan, row, everything=everything)

        return add


def _add_movement(out: Page, plan: PlanPage, row: MovementRow, *, everything: bool) -> None:
    from tcplan.terminal.movement import add_movement

    add_movement(out, plan, row, everything=everything)
