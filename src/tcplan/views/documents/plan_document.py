"""The document of a plan: the plan itself, its state, and the case studies that its reports cite."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from tcplan.comparison.approvals.approval import plan_approval
from tcplan.progress import assess
from tcplan.values.words import HeaderField
from tcplan.views.documents.case_studies import CaseRow, case_rows
from tcplan.views.documents.contents import plan_contents
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.header import DocumentHeader, document_language, header_facts, logo_row
from tcplan.views.documents.page_one.page import PageOne
from tcplan.views.documents.page_one.plan_page import page_one_of_plan
from tcplan.views.documents.parts import fact, ours
from tcplan.views.documents.plan import PlanPart, period_item, plan_part, plan_targets, sections_of_plan
from tcplan.views.documents.plan_scope import PlanOptions, PlanScope, assessed_scope
from tcplan.views.documents.sections import Sections
from tcplan.views.documents.sign_off import SignOffPart, approved_words, sign_off_part
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.charters import serves_commitment

_ASKED: Final = (HeaderField.CONTACT, HeaderField.EMAIL, HeaderField.PHONE, HeaderField.WEBPAGE)
"""What the head of a plan says of its institution, whose name is printed above."""

_AS_IT_IS: Final = PlanOptions()


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan with the reports up to a day."""

    template: ClassVar[str] = "plan"

    head: DocumentHeader
    sections: Sections
    plan: PlanPart
    page_one: PageOne
    cases: tuple[CaseRow, ...]
    sign_off: SignOffPart


def plan_document(
    workspace: Workspace,
    folder: InstitutionFolder,
    file: PlanFile,
    as_of: date,
    options: PlanOptions = _AS_IT_IS,
) -> PlanDocument:
    """A plan as it was on a day."""
    assessment = assess(workspace, folder, file, as_of)
    scope = assessed_scope(assessment, options)
    context = plan_context(workspace, folder, file, as_of, scope)
    sections = sections_of_plan(context).with_plan_title("About the plan", ours=True)
    part = plan_part(context, file, scope)
    return PlanDocument(
        head=DocumentHeader(
            title=file.plan.title,
            organisation=folder.title,
            language=document_language(file),
            as_of=long_day(as_of),
            facts=(
                *header_facts(folder, _ASKED),
                fact("Period", period_item(file.plan)),
                fact("Status", ours(approved_words(context, file.plan.sign_off))),
            ),
            logo=logo_row(workspace, folder),
            contents=tuple(plan_contents(sections, part, page_one=True, cases=bool(context.cases))),
        ),
        sections=sections,
        plan=part,
        page_one=page_one_of_plan(context, assessment),
        cases=case_rows(context),
        sign_off=sign_off_part(context, [("The plan", file.plan.sign_off, plan_approval(folder, file, as_of))]),
    )


def plan_context(
    workspace: Workspace, folder: InstitutionFolder, file: PlanFile, as_of: date, scope: PlanScope | None = None
) -> DocumentContext:
    """What all parts of the document of a plan know."""
    is_commitment = serves_commitment(workspace, folder, file)
    context = DocumentContext(workspace, folder, as_of, of_commitment=is_commitment)
    return context.with_targets(plan_targets(context, file, scope))
