"""Where an institution is with the Technician Commitment: signed, cohort, what was submitted, and what is due next."""

from collections.abc import Iterator, Sequence
from datetime import date

from tcplan.values.words import Role
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Fact, TextItem, fact, ours
from tcplan.workspace import InstitutionFolder, SubmissionFile, Workspace
from tcplan.workspace.submission_dates import SubmissionDate, cohort_of, submission_dates

NOT_STATED = "Not yet stated"


def standing_facts(
    workspace: Workspace, folder: InstitutionFolder, sent: Sequence[SubmissionFile], day: date
) -> Iterator[Fact]:
    """The status of a signatory; of a supporter, who has no cohort and submits nothing, that it is one."""
    institution = folder.institution
    if institution is not None and institution.role is Role.SUPPORTER:
        yield fact("Role", ours("Supporter of the Technician Commitment"))
        return
    yield fact("Role", ours("Signatory of the Technician Commitment"))
    signed = institution.signed if institution else None
    yield fact("Signed", ours(day_words(signed) if signed and signed.first <= day else NOT_STATED))
    cohort, named = cohort_of(workspace, folder), institution.cohort if institution else None
    if cohort:
        yield fact("Cohort", TextItem(f"{cohort.id}: {cohort.title}", ours=True))
    elif named:
        yield fact("Cohort", named)
    yield fact("Stage reached", _reached(workspace, sent))
    yield fact("Next submission", *_next(workspace, folder, sent, day))


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
    workspace: Workspace, folder: InstitutionFolder, sent: Sequence[SubmissionFile], day: date
) -> Iterator[TextItem]:
    """The first form with a known date that has not been sent."""
    done = {one.submission.form for one in sent}
    last = max((_sent_on(one)[0] for one in sent), default=date.min)
    waiting = [one for one in submission_dates(workspace, folder) if one.form not in done and _is_after(one, last)]
    if not waiting:
        yield ours("No date is known")
        return
    first = min(waiting, key=lambda one: one.day.last if one.day else date.max)
    if first.day:
        was = "was due" if first.day.last < day else "due"
        yield ours(f"{form_title(workspace, first.form).text}, {was} {day_words(first.day)}")


def _is_after(one: SubmissionDate, last: date) -> bool:
    """Whether a date is later than what was sent last: an earlier stage that has no file was before this workspace."""
    return one.day is not None and one.day.last >= last
