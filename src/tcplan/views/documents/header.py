"""The head of a document: its title and language, who submits what and by when, and the contents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final, Protocol
from urllib.parse import quote

from tcplan.model import Framework, Submission
from tcplan.model.institution import Contact
from tcplan.progress.history import has_come
from tcplan.values.words import HeaderField, Role
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Address, Fact, TextItem, fact, ours, published
from tcplan.workspace import Glossary, InstitutionFolder, PlanFile, Workspace
from tcplan.workspace.charters import is_commitment_form, signed_on
from tcplan.workspace.consent import published_contact, published_email
from tcplan.workspace.form_header import header_answer, header_field, length_in_pages
from tcplan.workspace.logo import find_logo
from tcplan.workspace.submission_dates import SubmissionDate, cohort_of, submission_date

DEFAULT_LANGUAGE = "en-GB"

_USUAL: Final = (
    HeaderField.ORGANISATION,
    HeaderField.CONTACT,
    HeaderField.EMAIL,
    HeaderField.PHONE,
    HeaderField.WEBPAGE,
)
"""What is printed at the head of a submission; all of it where the form does not say what it asks for."""


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


def header_facts(folder: InstitutionFolder, asked: Iterable[HeaderField], *, is_draft: bool = False) -> Iterator[Fact]:
    """What a header asks for, each with its answer; what is not known is left to be filled in in a draft only."""
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
    for field in asked:
        yield from _known(*found[field], "Not given yet", is_draft=is_draft)


def _known(label: str, item: TextItem | None, lacking: str, *, is_draft: bool) -> Iterator[Fact]:
    """A fact; one that is not known is a row of a draft, which says so, and none of any other document."""
    if item or is_draft:
        yield fact(label, item or ours(lacking))


def form_header_facts(
    folder: InstitutionFolder, submission: Submission, form: Framework, *, is_draft: bool
) -> Iterator[Fact]:
    """What the header of a form asks for in its order; what is not known is left to be filled in in a draft only."""
    for label in form.header or _USUAL:
        field = header_field(label)
        if field is None:
            answer = header_answer(submission, label)
            yield from _known(label, _linked(answer) if answer else None, "Not given yet", is_draft=is_draft)
        elif field in _USUAL:
            yield from header_facts(folder, (field,), is_draft=is_draft)


def _linked(answer: str) -> TextItem:
    """An answer in the header, as a link if it is a web address."""
    is_address = answer.startswith(("https://", "http://")) and " " not in answer
    return TextItem(answer, Address(answer) if is_address else None)


def _email(contact: Contact, glossary: Glossary) -> TextItem | None:
    """The address of the contact as a link; only words where it is withheld."""
    email = published_email(contact, glossary)
    if email is None:
        return None
    return TextItem(email, Address(f"mailto:{quote(email, safe='@+')}")) if email == contact.email else published(email)


def form_facts(  # noqa: PLR0913 (what the facts are taken from)
    workspace: Workspace,
    folder: InstitutionFolder,
    submission: Submission,
    form: Framework,
    as_of: date,
    *,
    is_draft: bool,
) -> Iterator[Fact]:
    """The form, when it is due, and when it was sent; what is not known has a row in a draft only."""
    yield fact("Form", ours(form.title))
    signed, due = signed_on(folder, form.charter), submission_date(workspace, folder, submission, as_of)
    is_known = has_come(signed, as_of)
    if not is_known:
        signed, due = None, due._replace(usual=None, reckoned=None)
    institution = folder.institution
    if institution is None or institution.role is not Role.SUPPORTER or not is_commitment_form(form):
        asked = set(map(header_field, form.header))
        if HeaderField.SIGNED in asked:
            what = "Signed the Commitment" if is_commitment_form(form) else "Signed"
            yield from _known(what, ours(day_words(signed)) if signed else None, "Not given yet", is_draft=is_draft)
        if HeaderField.COHORT in asked:
            yield from _known(
                "Cohort", _cohort(workspace, folder) if is_known else None, "Not given", is_draft=is_draft
            )
    if form.pages:
        yield fact("Length", ours(f"at most {length_in_pages(form.pages)}"))
    if due_items := tuple(_due(due)):
        yield fact("Due", *due_items)
    else:
        yield from _known("Due", None, "No date known", is_draft=is_draft)
    sent = submission.sent if has_come(submission.sent, as_of) else None
    yield from _known("Sent", ours(day_words(sent)) if sent else None, "Not sent yet", is_draft=is_draft)


def _cohort(workspace: Workspace, folder: InstitutionFolder) -> TextItem | None:
    """The cohort of the institution, with the title that its framework gives it."""
    cohort, named = cohort_of(workspace, folder), folder.institution.cohort if folder.institution else None
    if cohort:
        return ours(f"{named}: {cohort.title}")
    return ours(named) if named else None


def _due(date: SubmissionDate) -> Iterator[TextItem]:
    """The day agreed with the institution, else that of its cohort, else what is reckoned; nothing if none is known."""
    if date.agreed:
        yield ours(day_words(date.agreed.date))
        whose = "" if date.is_yearly else "the cohort’s "
        than = f" instead of {whose}{day_words(date.usual)}" if date.usual and date.usual != date.agreed.date else ""
        why = f": {date.agreed.why.strip()}" if date.agreed.why else ""
        yield TextItem(f"agreed{than}{why}")
        return
    if date.reckoned and not date.usual:
        earliest, latest = day_words(date.reckoned.earliest), day_words(date.reckoned.latest)
        yield ours(f"between {earliest} and {latest}, {date.reckoned.basis}")
        return
    if date.usual:
        yield ours(day_words(date.usual))
