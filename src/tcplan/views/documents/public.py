"""Documents for everybody: what page one asks of a committee or of reviewers is not in them."""

from dataclasses import replace
from typing import TypeVar

from tcplan.views.documents.plan_document import PlanDocument
from tcplan.views.documents.submission_document import SubmissionDocument

DocumentT = TypeVar("DocumentT", PlanDocument, SubmissionDocument)


def public_document(document: DocumentT) -> DocumentT:
    """The document without the box that is for those who decide about it."""
    return replace(document, page_one=replace(document.page_one, asked=()))
