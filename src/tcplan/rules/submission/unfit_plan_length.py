"""Submitted plans of a length that the form does not allow (TC708)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNFIT_PLAN_LENGTH
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import stretch_of
from tcplan.rules.support.sentences import join_choices
from tcplan.rules.support.submissions import form_of, submitted_plan
from tcplan.workspace import SubmissionFile


def unfit_plan_length(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submitted plan runs for a length of time that the form does not allow.

    A month more or less does not count. If the period is given in years, it may begin and end on any day of them. A
    submission that has been sent is left out.

    Why: The Technician Commitment asks for a plan of 24 or 36 months, so that the next self-assessment is due when the
    plan ends.

    Fix: Correct `period` in the plan if it is wrong. Otherwise agree the length with the Commitment team, and accept
    the finding with what was agreed.
    """
    form, plan = form_of(file, context), submitted_plan(file, context)
    stretch = stretch_of(plan) if plan else None
    if form and stretch and form.plan_months and not stretch.is_one_of(form.plan_months):
        asked = f"{file.submission.form} asks for {join_choices([str(length) for length in form.plan_months])}"
        message = f"{file.submission.submits} runs for {stretch.length}, {stretch.words}; {asked}"
        yield Problem(
            UNFIT_PLAN_LENGTH, ("submits",), message, "correct the plan's `period`, or accept what was agreed"
        )
