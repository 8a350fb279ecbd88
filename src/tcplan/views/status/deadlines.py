"""The deadlines of a plan as rows."""

from tcplan.progress import Assessment
from tcplan.progress.deadlines import deadlines
from tcplan.views.status.rows import DeadlineRow
from tcplan.workspace import Workspace


def deadline_rows(workspace: Workspace, now: Assessment) -> tuple[DeadlineRow, ...]:
    """What is late and what is ahead, by date."""
    return tuple(
        DeadlineRow(one.day, one.kind.value, one.form, one.submission, (one.day - now.as_of).days, one.basis)
        for one in deadlines(workspace, now)
    )
