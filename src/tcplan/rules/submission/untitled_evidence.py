"""Evidence that a document cannot name (TC719)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNTITLED_EVIDENCE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import Evidence
from tcplan.rules.support.context import Context
from tcplan.rules.support.report_places import report_lists
from tcplan.workspace import PlanFile, SubmissionFile


def untitled_evidence(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A piece of evidence has neither a title nor a link, nor a case study.

    This rule looks at answers, at closing colours, and at the reports of a plan up to the day of the check.

    Why: What is under `internal` is never published, so a document can only say that there is some evidence.

    Fix: Write as `title` what it is, such as "Minutes of the June meeting". The link may stay under `internal`.
    """
    for reports in report_lists(plan):
        for index, update in enumerate(reports.updates):
            if update.date.first <= context.as_of:
                says = f"the report of {update.date.text} on {reports.subject}"
                yield from _untitled((*reports.path, index), update.evidence, says)


def untitled_evidence_of_submission(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """The same in the answers and the closing colours of a submission."""
    submission = file.submission
    for index, answer in enumerate(submission.answers):
        yield from _untitled(("answers", index), answer.evidence, f"the answer to {answer.question}")
    for index, review in enumerate(submission.reviews):
        for number, closing in enumerate(review.closing):
            says = f"the closing colour of {review.plan}/{closing.ref}"
            yield from _untitled(("reviews", index, "closing", number), closing.evidence, says)


def _untitled(path: Path, evidence: tuple[Evidence, ...], says: str) -> Iterator[Problem]:
    for index, one in enumerate(evidence):
        if not (one.title or one.url or one.ref):
            message = f"{says} has evidence without a title"
            help_text = "write as `title:` what it is; a link that only staff can open may stay under `internal`"
            yield Problem(UNTITLED_EVIDENCE, (*path, "evidence", index), message, help_text)
