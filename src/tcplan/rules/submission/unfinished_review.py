"""Reviews without a date or a summary (TC716, TC723)."""

from collections.abc import Iterator

from tcplan.findings.codes import REVIEW_WITHOUT_DATE, REVIEW_WITHOUT_SUMMARY
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import SubmissionFile


def review_without_date(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A review does not say on which day the plan was reviewed.

    A submission that has been sent is left out.

    Why: The document shows the plan as it was on the day of the review. Without a day it shows it as it is today, and
    the colours change with each report until the submission is sent.

    Fix: Write the day as `date` of the review.
    """
    for index, review in enumerate(file.submission.reviews if form_of(file, context) else ()):
        path = ("reviews", index, "date")
        if review.date is None and not file.file.shaped.is_tainted(path):
            message = f"the review of {review.plan} has no date"
            yield Problem(REVIEW_WITHOUT_DATE, path, message, f"write the day of the review: `date: {context.as_of}`")


def review_without_summary(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A review does not say in a few sentences what the plan has achieved.

    A submission that has been sent is left out.

    Why: The colours say how many actions were finished. What that has changed for technicians, and what was learned
    from what was not finished, nobody can read from a table.

    Fix: Write three or four sentences as `summary` of the review.
    """
    for index, review in enumerate(file.submission.reviews if form_of(file, context) else ()):
        if not (review.summary or "").strip():
            message = f"the review of {review.plan} has no summary"
            help_text = "write as `summary:` what the plan has achieved, in a few sentences"
            yield Problem(REVIEW_WITHOUT_SUMMARY, ("reviews", index, "summary"), message, help_text)
