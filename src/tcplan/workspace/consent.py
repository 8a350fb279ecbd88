"""Who is named in what is published: people who agreed to it, and nobody else.

Documents ask here before they print a name. What looks like a person's name counts as one, unless the glossary says
`person: no`; only `consent: yes` is an agreement. Instead of others a document names their role, or nobody.
`tcplan status` and the questions for reports are working papers, and name everybody.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tcplan.model.institution import Contact, Owner
from tcplan.model.parts import SignOff
from tcplan.values.name_parts import is_office
from tcplan.values.person_names import is_surely_person, looks_like_person, people_in
from tcplan.values.without_people import without_people
from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder, spellings_of

WITHHELD: Final = "Name withheld"
EMAIL_WITHHELD: Final = "Address withheld"

_NAME_PART: Final = 3
"""With this many letters or more, a part of a name in an address tells whose it is."""


@cache
def _office_address_pattern() -> re.Pattern[str]:
    """What the address of an office has in it, also run together: `techcommitment@`."""
    return re.compile(r"tech|commit|enquir|info|admin|office|team|contact|hr\b|^hr|lead\b")


def is_person(owner: Owner) -> bool:
    """Whether an entry of the glossary is a person: as it says itself, else by its name.

    Only of people it says whether they agreed; beside an office, such as HROD, that plays no part.
    """
    if owner.person is not None:
        return owner.person
    if looks_like_person(owner.name) or looks_like_person(owner.long or ""):
        return True
    return owner.consent is not None and not is_office(owner.name)


def unconfirmed_people(name: str, glossary: Glossary) -> tuple[str, ...]:
    """The people in a name that is not listed of whom nothing says that they agreed, or that they are no people."""
    if is_placeholder(name) or _is_settled(name, glossary):
        return ()
    return tuple(person for person in people_in(name) if not _is_settled(person, glossary))


def published_name(name: str, glossary: Glossary, *, in_full: bool = False) -> str:
    """A lead, an owner or a reporter as a document may print it; `in_full` with the long name of the glossary."""
    if is_placeholder(name):
        return glossary.canonical(name)
    if owners := glossary.listed(name):
        return _published_owner(owners[0], glossary, in_full=in_full)
    people = unconfirmed_people(name, glossary)
    role = without_people(name, people) if people else name
    # Who has not agreed may also be named among words that do not look like a name.
    if not role or has_refused_name(role, glossary):
        return WITHHELD
    if people and role != name:
        return published_name(role, glossary, in_full=in_full)
    return glossary.long_name(name) if in_full else glossary.canonical(name)


def published_contact(contact: Contact, glossary: Glossary) -> str:
    """The point of contact: the name, else the role."""
    if contact.consent or _is_settled(contact.name, glossary):
        return contact.name
    people = unconfirmed_people(contact.name, glossary)
    if not people:
        return contact.name if contact.consent is None or is_office(contact.name) else WITHHELD
    return without_people(contact.name) or WITHHELD


def published_email(contact: Contact, glossary: Glossary) -> str | None:
    """The address of the contact, unless it says the name of somebody who has not agreed."""
    if contact.email is None or contact.consent or has_agreed(contact.name, glossary):
        return contact.email
    people = unconfirmed_people(contact.name, glossary)
    return EMAIL_WITHHELD if names_person(contact.email, people, is_open=contact.consent is None) else contact.email


def names_person(email: str, people: tuple[str, ...], *, is_open: bool = True) -> bool:
    """Whether an address may tell the name of a person: `jane.smith@`, and of one of these people also `jsmith@`.

    Unless it `is_open` who the contact is, or where the contact is a person, only the address of an office does not.
    """
    local = email.partition("@")[0].casefold().partition("+")[0]
    words = " ".join(re.split(r"[\W\d_]+", local)).strip()
    parts = [part for person in people for part in re.findall(r"\w+", person.casefold()) if len(part) >= _NAME_PART]
    if any(part in local for part in parts) or (" " in words and looks_like_person(words)):
        return True
    return (bool(people) or not is_open) and not (is_office(words) or _office_address_pattern().search(local))


def published_signatory(sign_off: SignOff, glossary: Glossary) -> str:
    """Who has signed: the role and, if the person agreed, the name."""
    if sign_off.consent:
        return f"{sign_off.role}, {sign_off.name}" if sign_off.name else sign_off.role
    role = sign_off.role
    if people := people_in_role(role, glossary):
        role = without_people(role, people) or WITHHELD
    elif sign_off.consent is False and not is_office(role) and not sign_off.name:
        role = WITHHELD
    named = sign_off.name and sign_off.consent is None and has_agreed(sign_off.name, glossary)
    return f"{role}, {sign_off.name}" if named else role


def people_in_role(role: str, glossary: Glossary) -> tuple[str, ...]:
    """The people in the role of a signatory; words that only have the form of a name are a role."""
    return tuple(person for person in unconfirmed_people(role, glossary) if is_surely_person(person))


def has_agreed(name: str, glossary: Glossary) -> bool:
    """Whether the glossary, or the contact, says that a person agreed to be named."""
    if any(owner.consent is not None for owner in glossary.listed(name)):
        return all(owner.consent for owner in glossary.listed(name) if owner.consent is not None)
    contact = glossary.contact
    return contact is not None and contact.consent is True and fold_name(contact.name) == fold_name(name)


def has_refused_name(text: str, glossary: Glossary) -> bool:
    """Whether a text has the name of somebody in it who has not agreed, in any case."""
    refused = refused_names(glossary)
    folded = fold_name(text) if refused else ""
    return any(key in folded and re.search(rf"\b{re.escape(key)}\b", folded) for key in refused)


@lru_cache(maxsize=8)
def refused_names(glossary: Glossary) -> dict[str, str]:
    """The names of the people in the glossary, and of the contact, who have not agreed, as `fold_name` makes them."""
    names = [
        spelling
        for owner in glossary.owners
        if is_person(owner) and not owner.consent
        for _, spelling in spellings_of(owner)
        if looks_like_person(spelling) or not is_office(spelling)
    ]
    contact = glossary.contact
    if contact and not contact.consent and published_contact(contact, glossary) != contact.name:
        names.extend(unconfirmed_people(contact.name, glossary) or (contact.name,))
    return {fold_name(name): name for name in names if not has_agreed(name, glossary)}


def _is_settled(name: str, glossary: Glossary) -> bool:
    """Whether somebody has said that a name may be printed: the person, or who knows that it is no person."""
    return has_agreed(name, glossary) or any(
        owner.person is False or not (is_person(owner) or looks_like_person(name)) for owner in glossary.listed(name)
    )


def _published_owner(owner: Owner, glossary: Glossary, *, in_full: bool) -> str:
    """An entry of the glossary: its names, or those that are no names of a person."""
    names = [name for name in ((owner.long, owner.name) if in_full else (owner.name,)) if name]
    if not is_person(owner) or has_agreed(owner.name, glossary):
        return f"{names[0]} ({names[1]})" if len(names) > 1 else names[0]
    roles = list(dict.fromkeys(_roles(owner)))
    return (roles[0] if in_full or owner.name not in roles else owner.name) if roles else WITHHELD


def _roles(owner: Owner) -> Iterator[str]:
    """The spellings of a person, or what is left of them, that name an office; not the person's initials."""
    spellings = [owner.long, owner.name, *owner.also]
    initials = {
        "".join(word[0] for word in re.findall(r"\w+", person)).casefold()
        for _, spelling in spellings_of(owner)
        for person in people_in(spelling)
    }
    for spelling in filter(None, spellings):
        role = without_people(spelling) if looks_like_person(spelling) else spelling
        if role and is_office(role) and not looks_like_person(role) and fold_name(role) not in initials:
            yield role
