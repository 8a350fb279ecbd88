"""Dates in the future for what has already happened (TC315)."""

from collections.abc import Iterator

from tcplan.findings.codes import FUTURE_DATE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import SignOff
from tcplan.rules.support.context import Context
from tcplan.values.dates import Day
from tcplan.workspace import CaseStudyFile, InstitutionFolder, PlanFile, SubmissionFile


def future_date(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Something that has happened is dated in the future.

    This rule looks at sign-offs and voice entries of a plan; the day a submission was sent, its sign-offs and the days
    of its reviews; case studies and their figures; and the day the institution signed. A closure may be decided in
    advance, so it is left out. Reports, readings and what is `done` have rules of their own.

    A day is in the future if it is after the day of the check; a month or year that has begun is not. A check with
    `--as-of` leaves this rule out: seen from an earlier day, much that has happened is in the future.

    Why: Usually the year is wrong. If it is not, something that is only planned is published as if it were done: a plan
    is shown as approved before anybody has approved it.

    Fix: Correct the date. If it is only planned, leave the date out until the day has come.
    """
    yield from _sign_offs(plan.plan.sign_off, "the plan", context)
    for index, voice in enumerate(plan.plan.voice):
        yield from _future(("voice", index, "date"), voice.date, f"voice entry {voice.id} is dated", context)


def future_in_submission(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The day it was sent, its approvals, and the days as of which it reviews plans."""
    submission = file.submission
    for index, review in enumerate(submission.reviews):
        yield from _future(("reviews", index, "date"), review.date, f"the review of {review.plan} is dated", context)
    yield from _sign_offs(submission.sign_off, "the submission", context)
    yield from _future(("sent",), submission.sent, "the submission was sent on", context)


def future_in_case_study(file: CaseStudyFile, context: Context) -> Iterator[Problem]:
    """When it happened, and when its figures were counted."""
    yield from _future(("date",), file.case_study.date, "the case study is dated", context)
    for index, figure in enumerate(file.case_study.figures):
        says = f"the figure {figure.value.text} of the case study is dated"
        yield from _future(("figures", index, "date"), figure.date, says, context)


def future_in_institution(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """When it signed the Technician Commitment."""
    if folder.institution:
        says = f"{folder.institution.name} signed the Technician Commitment on"
        yield from _future(("signed",), folder.institution.signed, says, context)


def _sign_offs(sign_off: tuple[SignOff, ...], of: str, context: Context) -> Iterator[Problem]:
    for index, one in enumerate(sign_off):
        yield from _future(("sign_off", index, "date"), one.date, f"the sign-off of {of} is dated", context)


def _future(path: Path, day: Day | None, says: str, context: Context) -> Iterator[Problem]:
    if day and day.first > context.as_of and not context.rewound:
        message = f"{says} {day.text}, which is after the day of this check, {context.as_of}"
        help_text = "correct the date, or leave it out until the day has come"
        yield Problem(FUTURE_DATE, path, message, help_text)
