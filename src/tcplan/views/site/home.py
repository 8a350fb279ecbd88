"""The first page of an institution: status, contact, the state of the plan, and where everything else is."""

from dataclasses import dataclass
from typing import ClassVar

from tcplan.progress import Assessment
from tcplan.values.words import HeaderField
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.header import DocumentHeader, header_facts
from tcplan.views.documents.page_one.page import PageOne
from tcplan.views.documents.page_one.plan_page import page_one_of_plan
from tcplan.views.documents.parts import Fact, Prose
from tcplan.views.site.frame import SiteFrame, SiteLink
from tcplan.workspace import InstitutionFolder, PlanFile


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """A plan, a submission or a case study: its page, what is said of it, and the files beside it."""

    page: SiteLink
    remark: str
    files: tuple[SiteLink, ...] = ()


@dataclass(frozen=True, slots=True)
class CurrentState:
    """The current plan with its headline and the colours of its actions."""

    item: PublishedItem
    page_one: PageOne


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page of an institution."""

    template: ClassVar[str] = "home"

    head: DocumentHeader
    site: SiteFrame
    about: Prose | None
    standing: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    current: CurrentState | None
    earlier: tuple[PublishedItem, ...]
    submissions: tuple[PublishedItem, ...]
    case_studies: tuple[PublishedItem, ...]


@dataclass(frozen=True, slots=True)
class InstitutionsPage:
    """The first page of a site with several institutions."""

    template: ClassVar[str] = "institutions"

    head: DocumentHeader
    institutions: tuple[PublishedItem, ...]


def contact_facts(folder: InstitutionFolder) -> tuple[Fact, ...]:
    """The contact as it may be published; what is not given is not listed."""
    contact = folder.institution.contact if folder.institution else None
    if contact is None:
        return ()
    given = (
        (HeaderField.CONTACT, contact.name),
        (HeaderField.EMAIL, contact.email),
        (HeaderField.PHONE, contact.phone),
    )
    return tuple(header_facts(folder, [field for field, value in given if value]))


def current_state(item: PublishedItem, context: DocumentContext, assessment: Assessment) -> CurrentState:
    """The current plan, as page one of its document has it."""
    return CurrentState(item, page_one_of_plan(context, assessment))


def period_words(plan: PlanFile) -> str:
    """From when to when a plan runs."""
    period = plan.plan.period
    start, end = (period.start, period.end) if period else (None, None)
    words = (f"from {day_words(start)}" if start else "", f"to {day_words(end)}" if end else "")
    return " ".join(filter(None, words))
