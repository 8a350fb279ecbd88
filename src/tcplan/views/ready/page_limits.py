"""Limits in printed pages: a YAML file has none, so they are said, and left to whoever prints the document."""

from collections.abc import Iterator

from tcplan.model import Framework
from tcplan.workspace.form_header import length_in_pages


def page_limits(form: Framework) -> Iterator[str]:
    """A sentence for the form and for each question that may have no more than so many pages."""
    if form.pages:
        yield f"The document may have {length_in_pages(form.pages)}. {_NOT_COUNTED}"
    for question in form.questions:
        if question.pages:
            yield f"The answer to {question.id} may have {length_in_pages(question.pages)}. {_NOT_COUNTED}"


_NOT_COUNTED = "Pages are not counted: look at the printed document."
