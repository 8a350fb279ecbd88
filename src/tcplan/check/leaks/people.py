"""The people of a workspace of whom nothing says that they agreed to be named, and the addresses that name them."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tcplan.check.leaks.walk import WrittenText, written_texts
from tcplan.model.parts import SignOff
from tcplan.values.name_parts import TITLES, words_of
from tcplan.workspace import File, InstitutionFolder, Workspace
from tcplan.workspace.consent import (
    has_agreed,
    people_in_role,
    published_contact,
    published_email,
    refused_names,
    unconfirmed_people,
)

_NAMING: Final = ("lead", "owners", "by")
"""The keys of entries and reports that hold names."""


def names_without_consent(workspace: Workspace, day: date) -> Iterator[WrittenText]:
    """Each name with the place where it is written first; who has agreed in any file is not among them."""
    seen = set()
    for folder in workspace.folders.values():
        for found in _in_folder(folder, day):
            agreed = any(has_agreed(found.text, one.glossary) for one in workspace.folders.values())
            if found.text not in seen and not agreed:
                seen.add(found.text)
                yield found


def addresses_without_consent(workspace: Workspace, day: date) -> Iterator[WrittenText]:
    """The e-mail addresses of contacts that tell a name."""
    for folder in workspace.folders.values():
        contact = folder.institution.contact if folder.institution else None
        if folder.file and contact and contact.email and published_email(contact, folder.glossary) != contact.email:
            yield from _where(folder.file, contact.email, day)


def without_title(name: str) -> str:
    """A name without `Dr`, `Professor` and the like."""
    return " ".join(word for word in name.split() if word.casefold().strip(".") not in words_of(TITLES))


def _in_folder(folder: InstitutionFolder, day: date) -> Iterator[WrittenText]:
    glossary = folder.glossary
    if folder.file:
        contact = folder.institution.contact if folder.institution else None
        listed = [*refused_names(glossary).values()]
        if contact and published_contact(contact, glossary) != contact.name:
            listed += unconfirmed_people(contact.name, glossary)
        for name in dict.fromkeys(listed):
            yield from _where(folder.file, name, day)
    files = [(one.file, one.plan.sign_off) for one in folder.plans.values()]
    files += [(one.file, one.submission.sign_off) for one in folder.submissions.values()]
    for file, sign_off in files:
        yield from _signatories(folder, file, sign_off)
        for text in written_texts(file, day):
            if any(step in _NAMING for step in text.path):
                yield from (text._replace(text=one) for one in unconfirmed_people(text.text, glossary))


def _signatories(folder: InstitutionFolder, file: File, sign_off: tuple[SignOff, ...]) -> Iterator[WrittenText]:
    for index, one in enumerate(sign_off):
        if one.consent:
            continue
        path = ("sign_off", index)
        if one.name and (one.consent is False or not has_agreed(one.name, folder.glossary)):
            yield WrittenText(file, (*path, "name"), one.name)
        for person in people_in_role(one.role, folder.glossary):
            yield WrittenText(file, (*path, "role"), person)


def _where(file: File, words: str, day: date) -> Iterator[WrittenText]:
    """Some words with the first place where a file has them; at its top if they are only part of a text."""
    found = next((one for one in written_texts(file, day) if one.text.strip() == words), None)
    yield found or WrittenText(file, (), words)
