"""Submission: the plan that is submitted (TC708, TC710)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_PLAN_SUBMITTED, UNFIT_PLAN_LENGTH
from tcplan.findings.finding import Problem
from tcplan.rules.submission.parts import form_of, is_read, submitted_plan
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import stretch_of
from tcplan.rules.support.sentences import join_choices
from tcplan.workspace import SubmissionFile


def unfit_plan_length(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The plan that is submitted runs for a length of time that the form does not allow.

    A month more or less does not count. Where the period is given in years, it may begin and end on any day of them. A
    submission that has been sent is left out.

    Why: The Technician Commitment asks for a plan of 24 or 36 months, so that the next self-assessment falls due when
    the plan ends.

    Mend: Put `period` right in the plan if it is a slip. Otherwise agree with the Commitment team, and accept the
    finding with what was agreed.
    """
    form, plan = form_of(file, context), submitted_plan(file, context)
    stretch = stretch_of(plan) if plan else None
    if form and stretch and form.plan_months and not stretch.is_one_of(form.plan_months):
        asked = f"{file.submission.form} asks for {join_choices([str(length) for length in form.plan_months])}"
        message = f"{file.submission.submits} runs for {stretch.months} months, {stretch.words}; {asked}"
        yield Problem(UNFIT_PLAN_LENGTH, ("submits",), message, "mend the plan's `period`, or accept what was agreed")


def no_plan_submitted(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submission names no plan.

    Only for a form that says how long a submitted plan may run. A submission that has been sent is left out.

    Why: Each stage is a self-assessment together with an action plan. Without the plan's name the document that is
    rendered has no plan in it.

    Mend: Write the name of the plan's file as `submits`, such as `submits: phase-3`.
    """
    form = form_of(file, context)
    if form and form.plan_months and file.submission.submits is None and is_read(file.file, "submits"):
        names = list(context.home.plans)
        help_text = f"write `submits: {names[-1]}` with the plan's own name" if names else "add the plan and name it"
        yield Problem(NO_PLAN_SUBMITTED, ("form",), f"the {file.submission.form} submission names no plan", help_text)
