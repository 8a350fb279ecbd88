"""Submissions that name no plan (TC710)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_PLAN_SUBMITTED
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.workspace import SubmissionFile


def no_plan_submitted(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submission names no plan.

    This rule applies to forms that say how long a submitted plan may run. A submission that has been sent is left out.

    Why: Each stage is a self-assessment together with an action plan. If the submission does not name the plan, the
    rendered document has no plan in it.

    Fix: Write the name of the plan's file as `submits`, such as `submits: phase-3`.
    """
    form = form_of(file, context)
    if form and form.plan_months and file.submission.submits is None and is_read(file.file, "submits"):
        names = list(context.folder.plans)
        help_text = (
            f"write `submits: {names[-1]}` with the plan's own name"
            if names
            else "add the plan, and name it as `submits`"
        )
        yield Problem(NO_PLAN_SUBMITTED, ("form",), f"the {file.submission.form} submission names no plan", help_text)
