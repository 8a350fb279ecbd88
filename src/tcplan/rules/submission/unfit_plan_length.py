"""Submitted plans of a length that the form does not allow (TC708)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNFIT_PLAN_LENGTH
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.period_lengths import length_asked, stretch_of
from tcplan.rules.support.submissions import form_of, submitted_plan
from tcplan.workspace import SubmissionFile


def unfit_plan_length(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submitted plan runs for a length of time that the form does not allow.

    A month more or less does not count. If the period is given in years, it may begin and end on any day of them. A
    submission that has been sent is left out.

    Why: How long a plan runs is a fact of each stage. At stages 2 and 3 the Technician Commitment asks for the next 36
    months; at stage 1 its older guidance asked for 24, and today's for two to three years. The next self-assessment
    is then due when the plan ends.

    Fix: Correct `period` in the plan if it is wrong. Otherwise agree the length with the Commitment team, and accept
    the finding with what was agreed.
    """
    form, plan = form_of(file, context), submitted_plan(file, context)
    asked, stretch = length_asked(form) if form else None, stretch_of(plan) if plan else None
    if asked and stretch and not stretch.is_as_asked(asked):
        wanted = f"{file.submission.form} asks for {asked.words}"
        message = f"{file.submission.submits} runs for {stretch.length}, {stretch.words}; {wanted}"
        yield Problem(
            UNFIT_PLAN_LENGTH, ("submits",), message, "correct the plan's `period`, or accept what was agreed"
        )
