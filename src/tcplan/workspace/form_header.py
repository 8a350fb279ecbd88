"""What the header of a form asks for: a field that institution.yaml answers, or a label that the submission answers."""

from collections.abc import Iterator

from tcplan.model import Framework, Submission
from tcplan.values.words import HeaderField


def header_field(label: str) -> HeaderField | None:
    """The field of institution.yaml that a label means; None for a label of the form's own."""
    folded = _folded(label)
    return next((one for one in HeaderField if one.value == folded), None)


def own_labels(form: Framework) -> Iterator[str]:
    """The labels of a form that its submissions answer."""
    return (label for label in form.header if header_field(label) is None)


def header_answer(submission: Submission, label: str) -> str | None:
    """What a submission says for a label; capital letters and blanks do not count."""
    return next((said for given, said in submission.header.items() if is_same_label(given, label)), None)


def is_same_label(one: str, other: str) -> bool:
    """Whether two labels are the same but for capital letters, blanks and a colon at the end."""
    return _folded(one) == _folded(other)


def length_in_pages(pages: int) -> str:
    """A limit in printed pages."""
    return f"{pages} {'page' if pages == 1 else 'pages'}"


def _folded(label: str) -> str:
    return " ".join(label.casefold().split()).removesuffix(":").rstrip()
