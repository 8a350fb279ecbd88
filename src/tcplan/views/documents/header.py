"""The head of a document: its title and language, who submits what and by when, and the contents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol
from urllib.parse import quote

from tcplan.model import Framework, Submission
from tcplan.model.institution import Contact
from tcplan.progress.history import has_come
from tcplan.values.words import HeaderField, Role
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Address, Fact, TextItem, fact, ours, published
from tcplan.workspace import Glossary, InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.consent import published_contact, published_email
from tcplan.workspace.logo import find_logo
from tcplan.workspace.submission_dates import SubmissionDate, cohort_of, submission_date

DEFAULT_LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the table of contents, with those below it."""

    item: TextItem
    below: tuple[TextItem, ...] = ()


@dataclass(frozen=True, slots=True)
class LogoRow:
    """The logo of the institution: an address that holds the picture, and what it says."""

    address: Address
    alt: str


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """What is printed above the first section of every document; `title_is_ours` if it is that of the form.

    `is_draft` if it is one of a submission; then every page says so.
    """

    title: str
    organisation: str
    language: str
    as_of: str
    facts: tuple[Fact, ...]
    contents: tuple[ContentsRow, ...]
    title_is_ours: bool = False
    is_draft: bool = False
    logo: LogoRow | None = None


class RenderedDocument(Protocol):
    """What every document has: a head, and the name of its templates, `plan` for `html/plan.html.j2` and its like."""

    template: ClassVar[str]

    @property
    def head(self) -> DocumentHeader:
        """What is printed above the first section."""
        ...


def logo_row(workspace: Workspace, folder: InstitutionFolder) -> LogoRow | None:
    """The logo of the institution; None if it names none, or none that can be printed."""
    picture, institution = find_logo(workspace, folder), folder.institution
    if picture is None or institution is None or institution.logo is None or picture.problem:
        return None
    return LogoRow(Address(picture.address), institution.logo.alt or institution.name)


def document_language(file: PlanFile | None) -> str:
    """The language that the plan names, or British English if it names none."""
    return (file.plan.language if file else None) or DEFAULT_LANGUAGE


def own_language(language: str) -> str:
    """The language to mark the words of tcplan and of its forms with; empty where the document is in English too."""
    return "" if language.split("-", maxsplit=1)[0] == "en" else DEFAULT_LANGUAGE


def header_facts(folder: InstitutionFolder, asked: Iterable[HeaderField]) -> Iterator[Fact]:
    """What the header of a form asks for, each with its answer or that there is none yet."""
    institution = folder.institution
    contact = institution.contact if institution else None
    page = institution.webpage if institution else None
    found: dict[HeaderField, tuple[str, TextItem | None]] = {
        HeaderField.ORGANISATION: ("Organisation", TextItem(institution.name) if institution else None),
        HeaderField.CONTACT: (
            "Contact",
            published(published_contact(contact, folder.glossary)) if contact else None,
        ),
        HeaderField.EMAIL: ("E-mail", _email(contact, folder.glossary) if contact else None),
        HeaderField.PHONE: ("Telephone", TextItem(contact.phone) if contact and contact.phone else None),
        HeaderField.WEBPAGE: ("Web page", TextItem(page, Address(page)) if page else None),
    }
    for field in asked or HeaderField:
        label, item = found[field]
        yield fact(label, item or ours("Not given yet"))


def _email(contact: Contact, glossary: Glossary) -> TextItem | None:
    """The address of the contact as a link; only words where it is withheld."""
    email = published_email(contact, glossary)
    if email is None:
        return None
    return TextItem(email, Address(f"mailto:{quote(email, safe='@+')}")) if email == contact.email else published(email)


def form_facts(
    workspace: Workspace, folder: InstitutionFolder, submission: Submission, form: Framework, as_of: date
) -> Iterator[Fact]:
    """The form, when it is due, and when it was sent."""
    yield fact("Form", ours(form.title))
    institution, cohort = folder.institution, cohort_of(workspace, folder)
    due = submission_date(workspace, folder, submission)
    if institution is None or institution.role is not Role.SUPPORTER:
        signed, named = (institution.signed, institution.cohort) if institution else (None, None)
        if not has_come(signed, as_of):
            signed = named = cohort = None
            due = due._replace(usual=None, reckoned=None)
        yield fact("Signed the Commitment", ours(day_words(signed)) if signed else ours("Not given yet"))
        unknown = ours(named or "Not given")
        yield fact("Cohort", ours(f"{named}: {cohort.title}") if cohort else unknown)
    yield fact("Due", *_due(due))
    sent = submission.sent
    yield fact("Sent", ours(day_words(sent)) if sent and has_come(sent, as_of) else ours("Not sent yet"))


def _due(date: SubmissionDate) -> Iterator[TextItem]:
    """The day agreed with the institution, else that of its cohort, else what is reckoned from the signing."""
    if date.agreed:
        yield ours(day_words(date.agreed.date))
        than = f" instead of the cohort’s {day_words(date.usual)}" if date.usual else ""
        why = f": {date.agreed.why.strip()}" if date.agreed.why else ""
        yield TextItem(f"agreed{than}{why}")
        return
    if date.reckoned and not date.usual:
        earliest, latest = day_words(date.reckoned.earliest), day_words(date.reckoned.latest)
        yield ours(f"between {earliest} and {latest}, {date.reckoned.basis}")
        return
    yield ours(day_words(date.usual)) if date.usual else ours("No date known")
