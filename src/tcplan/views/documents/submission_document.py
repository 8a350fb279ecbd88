"""The document of a submission: the answers, the review of earlier plans, the new plan and the approval."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tcplan.check.gaps import SubmissionGaps
from tcplan.comparison.approvals.approval import Approval, plan_approval, submission_approval
from tcplan.model import Framework, Submission
from tcplan.model.parts import SignOff
from tcplan.model.submission import Review
from tcplan.progress.figures.live_figures import live_figures
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.answers import QuestionRow, other_rows, question_rows, question_targets
from tcplan.views.documents.case_studies import CaseRow, case_rows
from tcplan.views.documents.contents import FormParts, form_contents
from tcplan.views.documents.context import DocumentContext, name_in_words
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.draft import DraftBox, draft_box
from tcplan.views.documents.draft_anchors import entry_anchors
from tcplan.views.documents.feedback import FeedbackPart, feedback_parts
from tcplan.views.documents.header import DocumentHeader, document_language, form_facts, form_header_facts, logo_row
from tcplan.views.documents.page_one.page import PageOne
from tcplan.views.documents.page_one.submission_page import SubmittedParts, page_one_of_submission
from tcplan.views.documents.parts import Fact, Prose, TextItem, fact, ours, prose
from tcplan.views.documents.plan import PlanPart, period_item, plan_part, plan_targets, sections_of_plan
from tcplan.views.documents.plan_review import review_targets
from tcplan.views.documents.review import ReviewPart, review_part
from tcplan.views.documents.sections import Sections
from tcplan.views.documents.sign_off import SignOffPart, approved_words, last_approval, sign_off_part
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace, find_plan
from tcplan.workspace.charters import is_commitment_form
from tcplan.workspace.submission_dates import submission_date


@dataclass(frozen=True, slots=True)
class SubmissionDocument:
    """A self-assessment; a `draft` of it also has what it lacks."""

    template: ClassVar[str] = "submission"

    head: DocumentHeader
    draft: DraftBox | None
    sections: Sections
    page_one: PageOne
    form: tuple[Fact, ...]
    form_about: Prose | None
    questions: tuple[QuestionRow, ...]
    others: tuple[QuestionRow, ...]
    reviews: tuple[ReviewPart, ...]
    reviews_missing: TextItem | None
    feedback: tuple[FeedbackPart, ...]
    plan: PlanPart | None
    plan_missing: TextItem | None
    cases: tuple[CaseRow, ...]
    sign_off: SignOffPart


def submission_document(  # noqa: PLR0913 (what a document is made of)
    workspace: Workspace,
    folder: InstitutionFolder,
    file: SubmissionFile,
    form: Framework,
    as_of: date,
    *,
    gaps: SubmissionGaps | None = None,
) -> SubmissionDocument:
    """A submission as it was on a day; with its `gaps` it is a draft."""
    submission, context = file.submission, submission_context(workspace, folder, file, form, as_of)
    is_draft = gaps is not None
    submitted = _submitted_plan(workspace, folder, submission)
    sections = Sections()
    if submitted:
        sections = sections_of_plan(context).with_plan_title(f"The plan: {submitted.plan.title}")
    part = plan_part(context, submitted) if submitted else None
    questions = question_rows(context, form, submission)
    others = other_rows(context, form, submission)
    reviewed = _reviews(context, submission)
    reviews = tuple(review_part(context, form, review, submitted) for review in reviewed)
    due = submission_date(workspace, folder, submission, as_of).day
    feedback = feedback_parts(context, file, submitted)
    parts = FormParts(
        questions,
        others,
        reviews,
        reviews_wanted=bool(form.reviews_earlier_plans),
        plan_wanted=bool(submission.submits or form.plan_months),
        feedback=feedback,
    )
    return SubmissionDocument(
        head=DocumentHeader(
            title=submission.title or form.title,
            organisation=folder.title,
            language=document_language(submitted),
            as_of=long_day(as_of),
            facts=(
                *form_header_facts(folder, submission, form, is_draft=is_draft),
                *_cover_facts(context, submission, submitted, is_draft=is_draft),
            ),
            logo=logo_row(workspace, folder),
            contents=tuple(form_contents(sections, parts, part, cases=bool(context.cases))),
            title_is_ours=submission.title is None,
            is_draft=is_draft,
        ),
        draft=draft_box(workspace, gaps, entry_anchors(context, file, form, submitted), sections) if gaps else None,
        sections=sections,
        page_one=page_one_of_submission(context, SubmittedParts(submission, reviewed, reviews, submitted, due)),
        form=tuple(form_facts(workspace, folder, submission, form, as_of, is_draft=is_draft)),
        form_about=prose(form.about, 2, form.title),
        questions=questions,
        others=others,
        reviews=reviews,
        reviews_missing=ours("No earlier plan has been reviewed yet.")
        if form.reviews_earlier_plans and not reviews
        else None,
        feedback=feedback,
        plan=part,
        plan_missing=ours(_plan_missing(submission)) if parts.plan_wanted and not part else None,
        cases=case_rows(context),
        sign_off=sign_off_part(context, _approvals(context, file, submitted), submission.endorsement),
    )


def submission_context(
    workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, form: Framework, as_of: date
) -> DocumentContext:
    """What all parts of the document of a submission know."""
    figures = live_figures(workspace, folder, file, as_of)
    context = DocumentContext(workspace, folder, as_of, figures=figures, of_commitment=is_commitment_form(form))
    submitted = _submitted_plan(workspace, folder, file.submission)
    return context.with_targets(_targets(context, file.submission, form, submitted))


def _targets(
    context: DocumentContext, submission: Submission, form: Framework, submitted: PlanFile | None
) -> Iterator[LinkTarget]:
    """Everything that is printed: the plan first, because its entries have the shortest anchors."""
    if submitted:
        yield from plan_targets(context, submitted)
    yield from question_targets(context, form, submission)
    for review in _reviews(context, submission):
        yield from review_targets(context, review)


def _reviews(context: DocumentContext, submission: Submission) -> list[Review]:
    """The reviews that were made by the day of the document."""
    return [review for review in submission.reviews if context.has_come(review.date)]


def _submitted_plan(workspace: Workspace, folder: InstitutionFolder, submission: Submission) -> PlanFile | None:
    return find_plan(workspace, folder, submission.submits).plan if submission.submits else None


def _plan_missing(submission: Submission) -> str:
    if submission.submits is None:
        return "No plan has been submitted yet."
    return f"The plan that is submitted, {name_in_words(submission.submits)}, is not at hand."


def _cover_facts(
    context: DocumentContext, submission: Submission, submitted: PlanFile | None, *, is_draft: bool
) -> Iterator[Fact]:
    """How long the submitted plan runs, and how far the submission is."""
    if submitted:
        yield fact("Plan period", period_item(submitted.plan))
    sent = submission.sent
    if sent and context.has_come(sent):
        yield fact("Status", ours(f"Final, sent on {day_words(sent)}"))
    elif last_approval(context, submission.sign_off) is None:
        if is_draft:
            yield fact("Status", ours("Draft, not approved yet"))
    else:
        yield fact("Status", ours(approved_words(context, submission.sign_off)))


def _approvals(
    context: DocumentContext, file: SubmissionFile, submitted: PlanFile | None
) -> Iterator[tuple[str, tuple[SignOff, ...], Approval | None]]:
    last = submission_approval(context.workspace, context.folder, file, context.as_of)
    yield "This submission", file.submission.sign_off, last
    if submitted:
        yield "The plan", submitted.plan.sign_off, plan_approval(context.folder, submitted, context.as_of)
