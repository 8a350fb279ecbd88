"""Whole documents: a plan as it stands, and a submission as it is sent, as rows that are ready to print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tcplan.model import Framework, Submission
from tcplan.progress import assess
from tcplan.views.documents.answers import QuestionRow, other_rows, question_rows
from tcplan.views.documents.contents import ContentsRow, FormParts, form_contents, plan_contents, register_sections
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.evidence import CaseRow, case_rows
from tcplan.views.documents.header import form_facts, header_facts
from tcplan.views.documents.parts import Fact, Prose, prose
from tcplan.views.documents.plan import PlanPart, plan_part, sign_off_items
from tcplan.views.documents.review import ReviewPart, review_part
from tcplan.views.documents.summary import PlanSummary, progress_of, summary_of
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace, find_plan

DEFAULT_LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """What stands above every document."""

    title: str
    organisation: str
    language: str
    as_of: str
    facts: tuple[Fact, ...]
    contents: tuple[ContentsRow, ...]


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan with the reports up to a day."""

    head: DocumentHeader
    plan: PlanPart
    summary: PlanSummary
    cases: tuple[CaseRow, ...]
    signatures: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SubmissionDocument:
    """A self-assessment: the answers, the review of earlier plans, the new plan and the approval."""

    head: DocumentHeader
    form: tuple[Fact, ...]
    form_about: Prose | None
    provisional: str
    questions: tuple[QuestionRow, ...]
    others: tuple[QuestionRow, ...]
    reviews: tuple[ReviewPart, ...]
    reviews_missing: str
    plan: PlanPart | None
    plan_missing: str
    cases: tuple[CaseRow, ...]
    signatures: tuple[Fact, ...]


def plan_document(workspace: Workspace, home: InstitutionFolder, file: PlanFile, as_of: date) -> PlanDocument:
    """A plan as it stood on a day."""
    context = DocumentContext(workspace, home, as_of)
    register_sections(context)
    assessment = assess(workspace, home, file, as_of)
    part = plan_part(context, file, progress_of(assessment))
    cases = case_rows(context)
    head = DocumentHeader(
        title=file.plan.title,
        organisation=home.title,
        language=_language(file),
        as_of=long_day(as_of),
        facts=tuple(header_facts(home, ("contact", "email", "phone", "webpage"))),
        contents=tuple(plan_contents(part, summary=True, cases=bool(cases))),
    )
    return PlanDocument(head, part, summary_of(assessment, context.anchors), cases, (Fact("The plan", part.sign_off),))


def submission_document(
    workspace: Workspace, home: InstitutionFolder, file: SubmissionFile, form: Framework, as_of: date
) -> SubmissionDocument:
    """A submission as it stood on a day."""
    submission = file.submission
    context = DocumentContext(workspace, home, as_of)
    register_sections(context)
    submitted = find_plan(workspace, home, submission.submits).plan if submission.submits else None
    part = plan_part(context, submitted) if submitted else None
    questions = question_rows(context, form, submission)
    others = other_rows(context, form, submission)
    reviews = tuple(review_part(context, form, review, submitted) for review in submission.reviews)
    parts = FormParts(questions, others, reviews, reviews_wanted=bool(form.reviews_earlier_plans))
    cases = case_rows(context)
    return SubmissionDocument(
        head=DocumentHeader(
            title=submission.title or form.title,
            organisation=home.title,
            language=_language(submitted),
            as_of=long_day(as_of),
            facts=tuple(header_facts(home, form.header)),
            contents=tuple(form_contents(parts, part, cases=bool(cases))),
        ),
        form=tuple(form_facts(workspace, home, submission, form, as_of)),
        form_about=prose(form.about, 2, form.title),
        provisional="This form is provisional: its wording is not attested." if form.provisional else "",
        questions=questions,
        others=others,
        reviews=reviews,
        reviews_missing="No earlier plan is reviewed yet." if form.reviews_earlier_plans and not reviews else "",
        plan=part,
        plan_missing="" if part else _plan_missing(submission),
        cases=cases,
        signatures=tuple(_signatures(context, submission, part)),
    )


def _signatures(context: DocumentContext, submission: Submission, part: PlanPart | None) -> Iterator[Fact]:
    yield Fact("This submission", sign_off_items(context, submission.sign_off))
    if part:
        yield Fact("The plan", part.sign_off)


def _plan_missing(submission: Submission) -> str:
    if submission.submits is None:
        return "No plan is submitted yet."
    return f"The plan {submission.submits} is not in this workspace or cannot be read."


def _language(file: PlanFile | None) -> str:
    """The language that the plan names, where it is one that a browser knows how to read."""
    language = (file.plan.language if file else None) or DEFAULT_LANGUAGE
    return language if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", language) else DEFAULT_LANGUAGE
