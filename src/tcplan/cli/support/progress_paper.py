"""The paper on the progress of a plan, with what has to be said beside it on standard error."""

from datetime import date
from pathlib import Path

from tcplan.cli.support.messages import print_error
from tcplan.cli.support.since_option import read_since
from tcplan.comparison.since import since_last_review
from tcplan.progress import assess
from tcplan.views.documents.progress_paper.comparison import compare_progress
from tcplan.views.documents.progress_paper.document import ProgressDocument, progress_document
from tcplan.workspace import InstitutionFolder, Workspace
from tcplan.workspace.selection import select_plan


def load_progress(
    workspace: Workspace, root: Path, path: Path, day: date, since: str | None
) -> tuple[ProgressDocument, InstitutionFolder, date, str]:
    """The paper about the plan that a path names, its institution, its day and its file.

    Notes on what it is compared with name options, files and commits, so they are no part of the paper. Raises
    UsageError as `read_since` and `find_baseline` do.
    """
    folder, plan = select_plan(workspace, root, path, day)
    now = assess(workspace, folder, plan, day)
    compared = since_last_review(now) if since is None else read_since(since, workspace.source)
    found = compare_progress(workspace, now, compared, is_review=since is None)
    for note in found.baseline.notes:
        print_error(note, "")
    return progress_document(workspace, found), folder, day, plan.file.name
