"""What the header of a form asks for and nothing answers (TC722)."""

from collections.abc import Iterator

from tcplan.findings.codes import INCOMPLETE_HEADER
from tcplan.findings.finding import Problem
from tcplan.model import Framework, Submission
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_supporter
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.values.words import HeaderField
from tcplan.workspace import SubmissionFile
from tcplan.workspace.charters import is_commitment_form, signed_on
from tcplan.workspace.form_header import header_answer, header_field, own_labels


def incomplete_header(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The header of the form asks for something that is not given.

    This is the e-mail address or the telephone number of the contact, or a label of the form's own, such as `Reporting
    period`, that the submission does not answer, or the day on which a charter other than the Technician Commitment was
    signed. A contact who is missing altogether is another finding. Supporters are
    left out where the form is of the Technician Commitment, and so is a submission that has been sent.

    Why: The people who read the submission, and others after them, need a way to ask. A header with a blank in it is
    sent back.

    Fix: Add `email` and `phone` to `contact` in `institution.yaml`. Both are published, so take an address and a number
    that several people answer. Write what other labels ask for under `header` in the submission, such as `header:
    {Reporting period: 2025/26}`. If there is nothing to write, accept the finding.
    """
    form = form_of(file, context)
    if form is None:
        return
    lacking = _lacking_of_contact(form, context)
    if lacking:
        message = f"the header of {file.submission.form} asks for the {join_names(list(lacking))} of the contact"
        help_text = "add it to `contact` in institution.yaml, as it may be published"
        yield Problem(INCOMPLETE_HEADER, ("form",), message, help_text, entries=lacking)
    if not is_commitment_form(form) and HeaderField.SIGNED in map(header_field, form.header):
        yield from _unsigned(form, file, context)
    blank = _unanswered_labels(form, file.submission) if is_read(file.file, "header") else ()
    if blank:
        message = f"the header of {file.submission.form} asks for {join_names([f'`{one}`' for one in blank])}"
        help_text = f"write it under `header` in the submission, such as `{blank[0]}: ...`"
        yield Problem(INCOMPLETE_HEADER, ("form",), message, help_text, entries=blank)


def _unsigned(form: Framework, file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The day of signing another charter; that of the Technician Commitment has rules of its own."""
    folder_file = context.folder.file
    is_known = signed_on(context.folder, form.charter) or not (folder_file and is_read(folder_file, "charters"))
    if not is_known:
        charter = form.charter or "charter"
        message = f"the header of {file.submission.form} asks when the {charter} was signed"
        name = (
            f"{{name: {form.charter}, signed: ...}}"
            if form.charter
            else "its name, and name it as `charter` in the form"
        )
        help_text = f"add it to `charters` in institution.yaml with {name}"
        yield Problem(INCOMPLETE_HEADER, ("form",), message, help_text, entries=("day of signing",))


def _lacking_of_contact(form: Framework, context: Context) -> tuple[str, ...]:
    """What the form asks of a contact that institution.yaml names, and is not there."""
    institution, folder_file = context.folder.institution, context.folder.file
    contact = institution.contact if institution else None
    is_asked = not (is_supporter(institution) and is_commitment_form(form))
    if contact is None or not is_asked or not (folder_file and is_read(folder_file, "contact")):
        return ()
    asked = set(map(header_field, form.header))
    found = {
        "e-mail address": HeaderField.EMAIL in asked and not contact.email,
        "telephone number": HeaderField.PHONE in asked and not contact.phone,
    }
    return tuple(what for what, is_lacking in found.items() if is_lacking)


def _unanswered_labels(form: Framework, submission: Submission) -> tuple[str, ...]:
    return tuple(label for label in dict.fromkeys(own_labels(form)) if header_answer(submission, label) is None)
