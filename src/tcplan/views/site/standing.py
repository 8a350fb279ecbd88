"""Where an institution is with its charters: signed, cohort, what was submitted, and what is due next."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

from tcplan.progress.history import has_come
from tcplan.values.words import Role
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Fact, TextItem, fact, ours
from tcplan.workspace import InstitutionFolder, SubmissionFile, Workspace
from tcplan.workspace.charters import (
    TECHNICIAN_COMMITMENT,
    belongs_to_commitment,
    charters_of,
    is_commitment,
    signed_on,
)
from tcplan.workspace.submission_dates import SubmissionDate, cohort_of

NOT_STATED: Final = "Not yet stated"

_Dated = TypeVar("_Dated", SubmissionFile, SubmissionDate)


def standing_facts(
    workspace: Workspace,
    folder: InstitutionFolder,
    sent: Sequence[SubmissionFile],
    dates: Sequence[SubmissionDate],
    day: date,
) -> Iterator[Fact]:
    """The status of an institution: what it is to the Technician Commitment, then to each other charter."""
    if belongs_to_commitment(workspace, folder):
        yield from _commitment_facts(workspace, folder, sent, dates, day)
    others = [one for one in charters_of(workspace, folder) if not is_commitment(one)]
    for charter in others:
        yield fact(charter, *_charter_items(workspace, folder, charter, sent, dates, day))
    own, own_dates = _of_charter(workspace, None, sent), _of_charter(workspace, None, dates)
    if own or own_dates:
        yield fact("Last submission", _reached(workspace, own))
        yield fact("Next submission", *_next(workspace, own_dates, own, day))


def _commitment_facts(
    workspace: Workspace,
    folder: InstitutionFolder,
    sent: Sequence[SubmissionFile],
    dates: Sequence[SubmissionDate],
    day: date,
) -> Iterator[Fact]:
    """The status of a signatory; of a supporter, who has no cohort and submits nothing, that it is one."""
    institution = folder.institution
    if institution is not None and institution.role is Role.SUPPORTER:
        yield fact("Role", ours("Supporter of the Technician Commitment"))
        return
    yield fact("Role", ours("Signatory of the Technician Commitment"))
    signed = signed_on(folder, TECHNICIAN_COMMITMENT)
    has_signed = signed is not None and has_come(signed, day)
    yield fact("Signed", ours(day_words(signed) if signed and has_signed else NOT_STATED))
    named = institution.cohort if institution and (has_signed or not signed) else None
    cohort = cohort_of(workspace, folder) if named else None
    if cohort:
        yield fact("Cohort", TextItem(f"{cohort.id}: {cohort.title}", ours=True))
    elif named:
        yield fact("Cohort", named)
    own = _of_charter(workspace, TECHNICIAN_COMMITMENT, sent)
    yield fact("Stage reached", _reached(workspace, own))
    yield fact("Next submission", *_next(workspace, _of_charter(workspace, TECHNICIAN_COMMITMENT, dates), own, day))


def _charter_items(  # noqa: PLR0913, PLR0917 (what the status is made of)
    workspace: Workspace,
    folder: InstitutionFolder,
    charter: str,
    sent: Sequence[SubmissionFile],
    dates: Sequence[SubmissionDate],
    day: date,
) -> Iterator[TextItem]:
    """When another charter was signed, what was sent to it, and what is due next."""
    signed = signed_on(folder, charter)
    if signed and has_come(signed, day):
        yield ours(f"signed {day_words(signed)}")
    own, own_dates = _of_charter(workspace, charter, sent), _of_charter(workspace, charter, dates)
    if own:
        yield _reached(workspace, own)
    if own_dates:
        yield ours("next")
        yield from _next(workspace, own_dates, own, day)
    if not (own or own_dates or signed):
        yield ours(NOT_STATED)


def _of_charter(workspace: Workspace, charter: str | None, found: Sequence[_Dated]) -> list[_Dated]:
    """The submissions, or dates of them, of one charter: those of several do not mix."""
    folded = charter.casefold() if charter else None
    return [one for one in found if (_charter(workspace, one) or "").casefold() == (folded or "")]


def _charter(workspace: Workspace, one: SubmissionFile | SubmissionDate) -> str | None:
    """The charter of a form; a form that cannot be read counts as one of the Technician Commitment."""
    form = workspace.framework(one.form if isinstance(one, SubmissionDate) else one.submission.form)
    return form.charter if form else TECHNICIAN_COMMITMENT


def sent_in_order(sent: Sequence[SubmissionFile]) -> list[SubmissionFile]:
    """Submissions by the day on which they were sent, the last first."""
    return sorted(sent, key=_sent_on, reverse=True)


def form_title(workspace: Workspace, form: str) -> TextItem:
    """What a form is called."""
    found = workspace.framework(form)
    return ours(found.title) if found else TextItem(form)


def _sent_on(one: SubmissionFile) -> tuple[date, str]:
    return (one.submission.sent.last if one.submission.sent else date.min, one.name)


def _reached(workspace: Workspace, sent: Sequence[SubmissionFile]) -> TextItem:
    """The form that was sent last, and when."""
    if not sent:
        return ours("Nothing has been submitted yet")
    last = sent_in_order(sent)[0].submission
    when = f", sent {day_words(last.sent)}" if last.sent else ""
    return ours(f"{form_title(workspace, last.form).text}{when}")


def _next(
    workspace: Workspace, dates: Sequence[SubmissionDate], sent: Sequence[SubmissionFile], day: date
) -> Iterator[TextItem]:
    """What is due first of all that has not been sent."""
    last = max((_sent_on(one)[0] for one in sent), default=date.min)
    waiting = [(one.day.last, one.day, one) for one in dates if one.day and not _is_done(one, last, day)]
    if not waiting:
        yield ours("No date is known")
        return
    _, when, first = min(waiting, key=lambda one: one[0])
    was = "was due" if when.last < day else "due"
    by, basis = (" by", f", {first.basis}") if first.basis else ("", "")
    yield ours(f"{form_title(workspace, first.form).text}, {was}{by} {day_words(when)}{basis}")


def _is_done(one: SubmissionDate, last: date, day: date) -> bool:
    """Whether something has been sent, or was due before what was sent last: then it was before these files."""
    sent = one.file.submission.sent if one.file else None
    if sent:
        return has_come(sent, day)
    return one.day is not None and one.day.last < last
