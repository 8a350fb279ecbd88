"""A submission that was sent before it can have been (TC712)."""

from collections.abc import Iterator

from tcplan.findings.codes import SENT_OUT_OF_ORDER
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import is_read
from tcplan.workspace import SubmissionFile
from tcplan.workspace.charters import signed_on


def sent_out_of_order(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A submission was sent before the institution signed, before it was approved, or before a review in it.

    If a submission has several approvals, it is enough that one of them is not later than the day it was sent. A month
    counts as a whole: what was approved on 11 December may have been sent in `2023-12`.

    Why: One of the dates is wrong, and both are printed in the document: a reader sees a self-assessment that was sent
    before anybody had approved it.

    Fix: Correct the date that is wrong.
    """
    submission, sent = file.submission, file.submission.sent
    if sent is None:
        return
    form = context.workspace.framework(submission.form)
    charter = form.charter if form else None
    signed = signed_on(context.folder, charter)
    if signed and signed.first > sent.last:
        message = f"the submission was sent on {sent.text}, before {context.folder.title} signed the {charter}"
        help_text = "correct the date, or `signed` in institution.yaml"
        yield Problem(SENT_OUT_OF_ORDER, ("sent",), f"{message} on {signed.text}", help_text)
    approved = [(index, one.date) for index, one in enumerate(submission.sign_off) if one.date]
    later = [(index, day) for index, day in approved if day.first > sent.last]
    if later and len(later) == len(submission.sign_off) and is_read(file.file, "sign_off"):
        index, day = later[0]
        says = f"the submission was approved on {day.text}, after it was sent on {sent.text}"
        yield _later(("sign_off", index, "date"), says)
    for index, review in enumerate(submission.reviews):
        if review.date and review.date.first > sent.last:
            says = (
                f"the review of {review.plan} is dated {review.date.text}, after the submission was sent on {sent.text}"
            )
            yield _later(("reviews", index, "date"), says)


def _later(path: Path, says: str) -> Problem:
    help_text = "correct the date that is wrong"
    return Problem(SENT_OUT_OF_ORDER, path, says, help_text, also=("sent",), also_says="sent then")
