"""Evidence that names a case study that does not exist (TC109)."""

from collections.abc import Iterator

from tcplan.findings.codes import UNKNOWN_CASE_STUDY
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.mentions import Mention, case_studies_in, evidence_mentioned
from tcplan.rules.support.suggestions import missing
from tcplan.workspace import PlanFile, SubmissionFile, find_case_study


def unknown_case_study(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Evidence names a case study that does not exist.

    Why: The evidence is missing from every report and submission that relies on it.

    Fix: Write the name of the file in the institution's folder without its ending, such as `case-studies/open-day`, or
    add the file.
    """
    yield from missing(
        UNKNOWN_CASE_STUDY, evidence_mentioned(plan), lambda ref: find_case_study(context.folder, ref), whole=True
    )


def unknown_case_study_of_submission(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """Evidence that names a case study which does not exist."""
    submission = file.submission
    mentions: list[Mention] = []
    for index, answer in enumerate(submission.answers):
        says = f"the evidence of the answer to {answer.question} is"
        mentions += case_studies_in(("answers", index, "evidence"), answer.evidence, says)
    for number, review in enumerate(submission.reviews):
        for index, closing in enumerate(review.closing):
            says = f"the evidence of the closing entry for {closing.ref} is"
            mentions += case_studies_in(("reviews", number, "closing", index, "evidence"), closing.evidence, says)
    yield from missing(UNKNOWN_CASE_STUDY, mentions, lambda ref: find_case_study(context.folder, ref), whole=True)
