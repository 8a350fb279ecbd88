"""People who are named without their consent on record (TC803)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import PERSON_WITHOUT_CONSENT
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.institution import Contact
from tcplan.model.parts import SignOff
from tcplan.rules.support.context import Context
from tcplan.rules.support.people import how_to_confirm, unconfirmed_in
from tcplan.shape.recovery import value_or_none
from tcplan.values.name_parts import has_title
from tcplan.values.person_names import people_in
from tcplan.values.text_length import shortened
from tcplan.workspace import File, Glossary, InstitutionFolder, PlanFile, SubmissionFile
from tcplan.workspace.consent import (
    has_agreed,
    is_person,
    people_in_role,
    published_contact,
    published_email,
)

ROLE_INSTEAD: Final = (
    "documents do not print the name; write the role instead, or write `consent: yes` here once they have agreed"
)


def person_without_consent(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A person is named, but nothing says that they agreed to it.

    These names count: the `name` in a sign-off, a contact or an owner in the glossary that looks like a person, and a
    lead, owner or reporter with a title such as `Dr`, `Professor` or `Ms`. Names of buildings and institutes are left
    out, and so are roles. Write `consent: yes` beside the name to record consent: in the sign-off, in the `contact`, or
    in the glossary of owners in `institution.yaml`, where it holds for all plans. There is one finding for each person.

    Documents do not print these names: they print the role that is written with the name, or `Name withheld`. Nor do
    they print the e-mail address of a contact if it has the name in it.

    Why: A name in a plan or a report is personal data, and both are published. People change posts, and those who leave
    are named on a public page for years. A role says who is responsible for the work, and stays right.

    Fix: Write the role or the team. If the name matters, ask the person, and write `consent: yes` once they have
    agreed. If a name in the glossary is not that of a person, write `person: no` beside it.
    """
    yield from _signatories(plan.plan.sign_off, plan.file, context)
    for one in unconfirmed_in(plan, context):
        if has_title(one.person):
            message = f"{one.sentence}; nothing says that the person agreed to be named"
            help_text = f"write the role instead, or {how_to_confirm(one.person, context, is_certain=True)}"
            yield Problem(PERSON_WITHOUT_CONSENT, one.mention.path, message, help_text)


def signatory_without_consent(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The people who sign it."""
    yield from _signatories(file.submission.sign_off, file.file, context)


def listed_without_consent(folder: InstitutionFolder, _context: Context) -> Iterator[Problem]:
    """The contact, and the owners of the glossary."""
    institution, file = folder.institution, folder.file
    if institution is None or file is None:
        return
    if institution.contact:
        yield from _contact(institution.contact, file, folder.glossary)
    for index, owner in enumerate(institution.owners):
        key = "long" if not people_in(owner.name) and people_in(owner.long or "") else "name"
        name = owner.long if key == "long" and owner.long else owner.name
        if is_person(owner) and not owner.consent and not has_agreed(name, folder.glossary):
            instead = "" if has_title(name) or owner.consent is False else ", or `person: no` if it is not a person"
            yield from _problem(
                file, ("owners", index, key), "the glossary of owners lists", name, f"{ROLE_INSTEAD}{instead}"
            )


def _contact(contact: Contact, file: File, glossary: Glossary) -> Iterator[Problem]:
    if published_contact(contact, glossary) != contact.name:
        yield from _problem(file, ("contact", "name"), "the contact is", contact.name)
    elif contact.email and published_email(contact, glossary) != contact.email:
        message = f"the address of the contact, {shortened(contact.email)}, looks like that of one person"
        help_text = (
            "documents do not print it; write the address of an office, or add `consent: yes` once they have agreed"
        )
        yield Problem(PERSON_WITHOUT_CONSENT, ("contact", "email"), message, help_text)


def _signatories(sign_off: tuple[SignOff, ...], file: File, context: Context) -> Iterator[Problem]:
    glossary = context.folder.glossary
    for index, one in enumerate(sign_off):
        if one.consent:
            continue
        if one.name and (one.consent is False or not has_agreed(one.name, glossary)):
            yield from _problem(file, ("sign_off", index, "name"), "the sign-off names", one.name)
        elif people_in_role(one.role, glossary):
            yield from _problem(file, ("sign_off", index, "role"), "the sign-off names", one.role)


def _problem(file: File, path: Path, says: str, name: str, help_text: str = ROLE_INSTEAD) -> Iterator[Problem]:
    """One finding, unless there is a consent that cannot be read."""
    if not file.shaped.is_tainted((*path[:-1], "consent")):
        consent = value_or_none(file.document.data, file.shaped.path_map.origin((*path[:-1], "consent")))
        why = (
            "nothing says that the person agreed to be named" if consent is None else "the person has not agreed to it"
        )
        yield Problem(PERSON_WITHOUT_CONSENT, path, f"{says} `{shortened(name)}`; {why}", help_text)
