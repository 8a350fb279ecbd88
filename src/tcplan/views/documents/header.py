"""Who submits what and by when."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from tcplan.model import Framework, Submission
from tcplan.model.framework import Item as Cohort
from tcplan.views.documents.days import day_words
from tcplan.views.documents.text import Address, Fact, Item, fact, gap
from tcplan.workspace import Home, Workspace

COHORTS = "cohorts"
_HEADER = ("organisation", "contact", "email", "phone", "webpage")


def header_facts(home: Home, asked: tuple[str, ...]) -> Iterator[Fact]:
    """What the header of a form asks for, each answered or visibly missing."""
    institution = home.institution
    contact = institution.contact if institution else None
    page = institution.webpage if institution else None
    email = contact.email if contact else None
    found: dict[str, tuple[str, Item | None]] = {
        "organisation": ("Organisation", Item(institution.name) if institution else None),
        "contact": ("Contact", Item(contact.name) if contact else None),
        "email": ("E-mail", Item(email, Address(f"mailto:{quote(email, safe='@+')}")) if email else None),
        "phone": ("Telephone", Item(contact.phone) if contact and contact.phone else None),
        "webpage": ("Web page", Item(page, Address(page)) if page else None),
    }
    for word in asked or _HEADER:
        label, item = found[word]
        yield fact(label, item or gap("Not given yet"))


def form_facts(
    workspace: Workspace, home: Home, submission: Submission, form: Framework, as_of: date
) -> Iterator[Fact]:
    """The form and its source, when it is due, and when it was sent."""
    source = Item(form.source, Address(form.url) if form.url else None) if form.source else gap("Not stated")
    yield fact("Form", form.title)
    yield fact("Source of the form", source)
    institution = home.institution
    cohort = _cohort(workspace, home)
    if institution is None or institution.role != "supporter":
        signed = institution.signed if institution else None
        yield fact("Signed the Commitment", day_words(signed) if signed else gap("Not given yet"))
        named = institution.cohort if institution else None
        yield fact("Cohort", f"{named}: {cohort.title}" if cohort else named or gap("Not given"))
    yield fact("Due", *_due(home, cohort, submission.form))
    sent = submission.sent
    yield fact("Sent", day_words(sent) if sent and sent.first <= as_of else gap("Not sent yet"))


def _cohort(workspace: Workspace, home: Home) -> Cohort | None:
    framework = workspace.framework(COHORTS)
    named = home.institution.cohort if home.institution else None
    return next((one for one in framework.items if one.id == named), None) if framework else None


def _due(home: Home, cohort: Cohort | None, form: str) -> Iterator[Item]:
    """The day agreed with the institution, else that of its cohort."""
    usual = next((one.date for one in cohort.due if one.form == form), None) if cohort else None
    own = home.institution.due if home.institution else ()
    for index, one in enumerate(own):
        if one.form == form and home.file and not home.file.shaped.is_tainted(("due", index, "date")):
            yield Item(day_words(one.date))
            than = f" than the cohort’s {day_words(usual)}" if usual else ""
            why = f": {one.why.strip()}" if one.why else ""
            yield Item(f"agreed otherwise{than}{why}")
            return
    yield Item(day_words(usual)) if usual else gap("No date is known")
