"""People who are named without their consent on record (TC803)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import PERSON_WITHOUT_CONSENT
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import SignOff
from tcplan.rules.support.context import Context
from tcplan.rules.support.owner_mentions import OwnerMention, everybody_named
from tcplan.values.text_length import shortened
from tcplan.workspace import INSTITUTION_STEM, File, InstitutionFolder, PlanFile, SubmissionFile, fold_name

ROLE_INSTEAD: Final = "write the role instead of the name, or add `consent: yes` here once they have agreed"

_GLOSSARY: Final = ("owners",)


@cache
def _titled_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|Revd|Doctor)\.?\s+(?=[^\W\d_])[^,;()]+")


@cache
def _named_after_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b[^\W\d_]{2,}\.?\s+(?:Institute|Building|Centre|Hall|Library|Foundation|Trust|School|College|Labs?"
        r"|Laborator(?:y|ies)|Team|Group|Fund|Room|Suite|Theatre|Wing|Unit|Facility|Museum|Lecture|Prize|Award|Network|Forum"
        r"|Committee|Board|Panel|Scheme|Office|Services)\b"
    )


@cache
def _no_name_pattern() -> re.Pattern[str]:
    """What follows the title of a post, or what is not a title: `Professor Technical Practice`, `Prof. Services`."""
    return re.compile(r"(?:of|Emeritus|Services|Technical|Project|Practice|Chair)\b", re.IGNORECASE)


def person_without_consent(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A person is named, but nothing says that they agreed to it.

    Two kinds of name count: the `name` in a sign-off, and a lead, owner, reporter or contact with a title such as `Dr`,
    `Professor` or `Ms`. Names of buildings and institutes are left out, and so are roles. Write `consent: yes` beside
    the name to record consent: in the sign-off, in the `contact`, or in the glossary of owners in `institution.yaml`,
    where it holds for all plans. There is one finding for each person.

    Why: A name in a plan or a report is personal data, and both are published. People change posts, and those who leave
    are named on a public page for years. A role says who is responsible for the work, and stays right.

    Fix: Write the role or the team. If the name matters, ask the person, and write `consent: yes` once they have
    agreed.
    """
    yield from _signatories(plan.plan.sign_off, plan.file)
    folder = context.folder
    if INSTITUTION_STEM in folder.unreadable or (folder.file and _GLOSSARY in folder.file.shaped.tainted):
        return  # nobody knows who has agreed
    contact = folder.institution.contact if folder.institution else None
    known = {fold_name(contact.name)} if contact else set()
    people: dict[str, OwnerMention] = {}
    counts: Counter[str] = Counter()
    for one in everybody_named(plan, context):
        key = fold_name(one.name)
        if is_person(one.name) and key not in known and not folder.glossary.listed(one.name):
            people.setdefault(key, one)
            counts[key] += 1
    for key, first in people.items():
        times = f", {counts[key]} times in this plan" if counts[key] > 1 else ""
        message = f"{first.sentence}{times}; nothing says that the person agreed to be named"
        listed = f"- {{name: {first.name}, consent: yes}}"
        help_text = f"write the role instead, or list the person in institution.yaml under `owners`: {listed}"
        yield Problem(PERSON_WITHOUT_CONSENT, first.path, message, help_text)


def signatory_without_consent(file: SubmissionFile, _context: Context) -> Iterator[Problem]:
    """The people who sign it."""
    yield from _signatories(file.submission.sign_off, file.file)


def listed_without_consent(folder: InstitutionFolder, _context: Context) -> Iterator[Problem]:
    """The contact, and the owners of the glossary."""
    institution, file = folder.institution, folder.file
    if institution is None or file is None:
        return
    contact = institution.contact
    if contact and is_person(contact.name) and not contact.consent:
        yield from _problem(file, ("contact",), "name", "the contact is", contact.name)
    for index, owner in enumerate(institution.owners):
        key = "name" if is_person(owner.name) else "long"
        name = owner.name if key == "name" else owner.long or ""
        if is_person(name) and not owner.consent:
            yield from _problem(file, ("owners", index), key, "the glossary of owners lists", name)


def is_person(name: str) -> bool:
    """Whether a name is clearly that of a person: a title and a capitalised name after it."""
    found = _titled_pattern().search(name)
    if found is None or _named_after_pattern().search(found[0]):
        return False
    name = found[0].split(maxsplit=1)[1]
    return name[:1].isupper() and not _no_name_pattern().match(name)


def _signatories(sign_off: tuple[SignOff, ...], file: File) -> Iterator[Problem]:
    for index, one in enumerate(sign_off):
        if one.name and not one.consent:
            yield from _problem(file, ("sign_off", index), "name", "the sign-off names", one.name)


def _problem(file: File, holder: Path, key: str, says: str, name: str) -> Iterator[Problem]:
    """One finding, unless there is a consent that cannot be read."""
    if not file.shaped.is_tainted((*holder, "consent")):
        message = f"{says} `{shortened(name)}`; nothing says that the person agreed to be named"
        yield Problem(PERSON_WITHOUT_CONSENT, (*holder, key), message, ROLE_INSTEAD)
