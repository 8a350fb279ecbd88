"""The end of a document: a statement of endorsement, and who approves it, with room for a signature on paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.comparison.approvals.approval import Approval
from tcplan.model.parts import SignOff
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Prose, Row, Table, TextItem, cell, ours, published
from tcplan.workspace.consent import published_signatory

_COLUMNS: Final = ("Approval of", "Role", "Name", "Approved on", "Signature")


@dataclass(frozen=True, slots=True)
class SignOffPart:
    """What the leadership says of the document, and its approvals, each with a line for a signature."""

    endorsement: Prose | None
    table: Table


def sign_off_part(
    context: DocumentContext,
    approvals: Iterable[tuple[str, tuple[SignOff, ...], Approval | None]],
    endorsement: str | None = None,
) -> SignOffPart:
    """The approvals given by the day of the document; a row to be filled in where there is none.

    With the approvals of each file comes the last of them, which says what has changed since.
    """
    rows = [row for what, given, last in approvals for row in _rows(context, what, given, last)]
    caption = "Who approves this document"
    return SignOffPart(
        context.prose(endorsement, 2, "the statement of endorsement"),
        Table(caption, tuple(cell(ours(one)) for one in _COLUMNS), tuple(rows)),
    )


def last_approval(context: DocumentContext, approvals: tuple[SignOff, ...]) -> SignOff | None:
    """The last approval in the file that was given by the day of the document."""
    return next((one for one in reversed(approvals) if context.has_come(one.date)), None)


def approved_words(context: DocumentContext, approvals: tuple[SignOff, ...]) -> str:
    """The last approval of a document, for its head."""
    last = last_approval(context, approvals)
    if last is None:
        return "No approval is recorded"
    return f"Approved on {day_words(last.date)}" if last.date else "Approved"


def _rows(context: DocumentContext, what: str, approvals: tuple[SignOff, ...], last: Approval | None) -> Iterator[Row]:
    given = [one for one in approvals if context.has_come(one.date)]
    for one in given:
        role, name = _signatory(context, one)
        yield Row(cell(ours(what)), (cell(role), cell(name), cell(*_when(one, last)), cell("")))
    if not given:
        yield Row(cell(ours(what)), (cell(""), cell(""), cell(ours("Not signed off yet")), cell("")))


def _signatory(context: DocumentContext, one: SignOff) -> tuple[TextItem, TextItem]:
    """The role, and the name of the person if it may be printed."""
    who = published_signatory(one, context.folder.glossary)
    name = one.name if one.name and who == f"{one.role}, {one.name}" else ""
    return published(one.role if name else who), TextItem(name)


def _when(one: SignOff, last: Approval | None) -> Iterator[TextItem]:
    """The day and the meeting of an approval and, of the last one, whether what was approved is still the same."""
    yield ours(day_words(one.date) if one.date else "Date not given")
    if one.meeting:
        yield TextItem(one.meeting)
    if last and last.sign_off is one and last.is_recorded:
        yield ours(f"Changed since: {', '.join(last.changed)}" if last.changed else "Nothing has changed since")
