"""The parts of `tcplan status` that somebody has to ask for: what has moved, and how the headlines came about."""

from pathlib import Path

from tcplan.cli.support.refusals import print_refusal
from tcplan.errors import ExitCode, UsageError
from tcplan.progress import Assessment
from tcplan.terminal.page import Page
from tcplan.terminal.status import AddParts
from tcplan.views.explanation.rows import ExplanationRow
from tcplan.views.movement.rows import MovementRow
from tcplan.views.status.rows import PlanPage, StatusPage
from tcplan.views.status_report import assessments_at, movements, report_json, status_report
from tcplan.workspace import Workspace


class AskedParts:
    """A status page with its parts. Where they cannot be had of one plan of several, that is printed."""

    def __init__(
        self, workspace: Workspace, root: Path, path: Path, page: StatusPage, *, since: str | None, explain: bool
    ) -> None:
        self.page = page
        plans = assessments_at(workspace, root, path, page)
        self.moved, refused = _moved(workspace, plans, since) if since is not None else ([], [])
        self.explained = _explained(workspace, plans) if explain else []
        for one in refused:
            print_refusal(one)
        self.exit_code = max((one.exit_code for one in refused), default=ExitCode.CLEAN)

    def json(self) -> str:
        """The page with its parts for scripts."""
        return report_json(status_report(self.page, self.moved, self.explained))

    def terminal_parts(self, *, everything: bool) -> AddParts:
        """What adds the parts to the page of each plan."""
        moved = {row.file: row for row in self.moved}
        explained = {row.file: row for row in self.explained}

        def add(out: Page, plan: PlanPage) -> None:
            if row := moved.get(plan.file):
                from tcplan.terminal.movement import add_movement

                add_movement(out, plan, row, everything=everything)
            if why := explained.get(plan.file):
                from tcplan.terminal.explanation import add_explanation

                add_explanation(out, why)

        return add


def _moved(workspace: Workspace, plans: list[Assessment], since: str) -> tuple[list[MovementRow], list[UsageError]]:
    from tcplan.cli.support.since_option import read_since

    return movements(workspace, plans, read_since(since, workspace.source))


def _explained(workspace: Workspace, plans: list[Assessment]) -> list[ExplanationRow]:
    from tcplan.views.explanation.page import explanation_row

    return [explanation_row(workspace, now) for now in plans]
