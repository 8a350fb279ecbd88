"""What the header of a form asks for and the contact does not have (TC722)."""

from collections.abc import Iterator

from tcplan.findings.codes import INCOMPLETE_HEADER
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_supporter
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.values.words import HeaderField
from tcplan.workspace import SubmissionFile


def incomplete_header(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The header of the form asks for an e-mail address or a telephone number, and the contact has none.

    A contact who is missing altogether is another finding. Supporters are left out, and so is a submission that has
    been sent.

    Why: The people who read the submission, and technicians and other institutions after them, need a way to ask.

    Fix: Add `email` and `phone` to `contact` in `institution.yaml`. Both are published, so take an address and a number
    that several people answer. If there is no such number, accept the finding.
    """
    form, institution = form_of(file, context), context.folder.institution
    contact = institution.contact if institution else None
    folder_file = context.folder.file
    if (
        form is None
        or contact is None
        or is_supporter(institution)
        or not (folder_file and is_read(folder_file, "contact"))
    ):
        return
    found = {
        "e-mail address": HeaderField.EMAIL in form.header and not contact.email,
        "telephone number": HeaderField.PHONE in form.header and not contact.phone,
    }
    lacking = tuple(what for what, is_lacking in found.items() if is_lacking)
    if lacking:
        message = f"the header of {file.submission.form} asks for the {join_names(list(lacking))} of the contact"
        help_text = "add it to `contact` in institution.yaml, as it may be published"
        yield Problem(INCOMPLETE_HEADER, ("form",), message, help_text, entries=lacking)
