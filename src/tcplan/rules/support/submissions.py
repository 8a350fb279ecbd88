"""What a submission is about: its form, the plan it submits, and whether anything of it can still be changed."""

from tcplan.model import Framework
from tcplan.rules.support.context import Context
from tcplan.values.words import FrameworkType
from tcplan.workspace import File, PlanFile, SubmissionFile, find_plan


def form_of(file: SubmissionFile, context: Context) -> Framework | None:
    """The form of a submission that has not been sent on the day; of one that has, nothing is asked any more."""
    sent, form = file.submission.sent, context.workspace.framework(file.submission.form)
    if sent and sent.first <= context.as_of:
        return None
    return form if form and form.type is FrameworkType.FORM else None


def is_read(file: File, key: str) -> bool:
    """Whether everything under a key of the file could be read; else nobody knows what is missing."""
    return all(path[:1] != (key,) for path in file.shaped.tainted)


def submitted_plan(file: SubmissionFile, context: Context) -> PlanFile | None:
    """The plan that is submitted, where it is in the workspace."""
    name = file.submission.submits
    return find_plan(context.workspace, context.folder, name).plan if name else None
