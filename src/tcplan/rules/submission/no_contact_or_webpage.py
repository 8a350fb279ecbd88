"""The contact and the web page that charters ask signatories for (TC704, TC705)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import NO_CONTACT, NO_WEBPAGE
from tcplan.findings.finding import Problem
from tcplan.model import Institution
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_supporter
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.values.words import HeaderField
from tcplan.workspace import INSTITUTION_STEM, InstitutionFolder, SubmissionFile
from tcplan.workspace.charters import belongs_to_commitment, is_commitment_form
from tcplan.workspace.form_header import header_field

_CONTACT: Final = frozenset({HeaderField.CONTACT, HeaderField.EMAIL, HeaderField.PHONE})


def no_contact(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The institution names no point of contact.

    This rule applies to signatories of the Technician Commitment, and not to supporters, and to institutions with a
    submission whose form asks for the contact. If a submission that has not been sent has no file `institution.yaml`
    beside it, there is one finding, in the submission.

    Why: A signatory states its status, its plan and a named contact on a public page, and the header of the form asks
    for the same contact. Technicians and other institutions need somebody to turn to.

    Fix: Add `contact` with a name and an e-mail address to `institution.yaml`. The name may be a role, and the address
    one that several people read.
    """
    there = context.folder.file or INSTITUTION_STEM in context.folder.unreadable
    if form_of(file, context) and not there:
        message = "there is no institution.yaml beside this submission, so its header has no name, contact or web page"
        help_text = "add institution.yaml with `name`, `contact` and `webpage` to the same folder"
        yield Problem(NO_CONTACT, ("form",), message, help_text)


def institution_without_contact(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """The institution has a file of its own, but the file has no contact."""
    institution = asked_institution(folder, "contact", context, _CONTACT)
    if institution and institution.contact is None:
        message = f"{institution.name} names no point of contact"
        help_text = "add `contact: {name: Lead of the action plan, email: plan@example.ac.uk}` with your own details"
        yield Problem(NO_CONTACT, ("name",), message, help_text)


def no_webpage(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """The institution names no web page about the charter.

    This rule applies to signatories of the Technician Commitment, and not to supporters, and to institutions with a
    submission whose form asks for the page.

    Why: The Commitment asks each signatory to state its status, its action plan and its contact on a web page of its
    own that people can find. If `institution.yaml` does not name the page, nobody remembers to update it with the plan.

    Fix: Add `webpage` with the address to `institution.yaml`. If there is no page yet, this is the time to make one.
    """
    institution = asked_institution(folder, "webpage", context, frozenset({HeaderField.WEBPAGE}))
    if institution and institution.webpage is None:
        message = f"{institution.name} names no web page with its status, plan and contact"
        yield Problem(NO_WEBPAGE, ("name",), message, "add `webpage:` with the address of the public page")


def asked_institution(
    folder: InstitutionFolder, key: str, context: Context, fields: frozenset[HeaderField]
) -> Institution | None:
    """The institution, where it is asked for this key and the file can be read there."""
    institution = folder.institution
    if institution is None or (folder.file and not is_read(folder.file, key)):
        return None
    is_signatory = not is_supporter(institution) and belongs_to_commitment(context.workspace, folder)
    return institution if is_signatory or _is_in_header(folder, context, fields) else None


def _is_in_header(folder: InstitutionFolder, context: Context, fields: frozenset[HeaderField]) -> bool:
    """Whether the form of a submission of another charter, which has not been sent, asks for one of these fields."""
    forms = (form_of(one, context) for one in folder.submissions.values())
    others = (form for form in forms if form and not is_commitment_form(form))
    return any(not fields.isdisjoint(map(header_field, form.header)) for form in others)
