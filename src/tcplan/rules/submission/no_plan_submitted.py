"""Submissions that name no plan (TC710)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_PLAN_SUBMITTED
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.workspace import ReferenceOutcome, SubmissionFile, find_plan


def no_plan_submitted(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submission names no plan, or one that is not in the workspace.

    A plan has to be named where the form says how long it may run. A submission that has been sent is left out.

    Why: Each stage is a self-assessment together with an action plan. If the submission does not name the plan, or if
    its file is missing, the rendered document has no plan in it.

    Fix: Write the name of the plan's file as `submits`, such as `submits: phase-3`, and put the file beside it.
    """
    form, named = form_of(file, context), file.submission.submits
    if form and named and find_plan(context.workspace, context.folder, named).outcome is ReferenceOutcome.ABSENT:
        message = f"the plan {named} is not in this workspace, so the document has no plan in it"
        yield Problem(NO_PLAN_SUBMITTED, ("submits",), message, "add the file of the plan, or correct the name")
    if form and form.plan_months and file.submission.submits is None and is_read(file.file, "submits"):
        names = list(context.folder.plans)
        help_text = (
            f"write `submits: {names[-1]}` with the plan's own name"
            if names
            else "add the plan, and name it as `submits`"
        )
        yield Problem(NO_PLAN_SUBMITTED, ("form",), f"the {file.submission.form} submission names no plan", help_text)
