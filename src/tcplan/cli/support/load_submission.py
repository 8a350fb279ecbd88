"""The submission that a form and a path name, with its day and what it lacks."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from tcplan.check.gaps import SubmissionGaps, gaps_of
from tcplan.cli.support.options import as_of_day
from tcplan.model import Framework
from tcplan.values.printed_command import printed_command
from tcplan.workspace import InstitutionFolder, SubmissionFile, Workspace
from tcplan.workspace.choice import check_plans_of
from tcplan.workspace.selection import select_form, select_submission


class LoadedSubmission(NamedTuple):
    """A submission as it is on a day; `gaps` is the same list for every command."""

    workspace: Workspace
    folder: InstitutionFolder
    file: SubmissionFile
    form: Framework
    day: date
    gaps: SubmissionGaps


def load_submission(
    workspace: Workspace, root: Path, what: str, path: Path, as_of: str | None, beside: tuple[str, ...] = ()
) -> LoadedSubmission:
    """The one submission of a form at a path, on the day asked for, else the day it was sent, else today.

    Raises UsageError or NothingReadError where it is not clear which is meant, or where it cannot be read.
    """
    name, form = select_form(workspace, what, beside=beside)
    folder, file = select_submission(workspace, root, path, name)
    check_plans_of(workspace, root, folder, file)
    day = document_day(file, as_of)
    gaps = gaps_of(workspace, folder, file, as_of=day, rewound=as_of is not None)
    return LoadedSubmission(workspace, folder, file, form, day, gaps)


def document_day(file: SubmissionFile, as_of: str | None) -> date:
    """The day asked for, else the day it was sent, else today.

    A month that has not ended, or a day that has not come, is not the day of a document.
    """
    sent, day = file.submission.sent, as_of_day(as_of)
    if sent is None or as_of is not None:
        return day
    if sent.first > day:
        from tcplan.cli.support.messages import print_error

        says = f"{file.file.name}: the day it was sent, {sent.text}, has not come; it is shown as of {day.isoformat()}"
        print_error(says, "")
    return min(sent.last, day)


def ready_command(form: str, path: Path, as_of: str | None) -> str:
    """The command that lists what a submission lacks, as it was on the day that was asked for."""
    places = (form,) if path == Path() else (form, path)
    return printed_command("ready", *places, options=("--as-of", as_of) if as_of else ())
