"""When the submissions of an institution are due: on the day agreed with it, else on that of its cohort, else reckoned.

A form has one date, that of the institution's file or of its cohort, and this is the date of the first submission of
the form. An institution that submits a form again has another date for that, in the file of the submission; so what was
sent takes nothing away from what comes next. A date in the file of a submission comes before that of the form. Where no
file says a date, a form can: stage 1 falls so many months after the signing was announced.
"""

from datetime import date
from typing import Final, NamedTuple

from tcplan.model import Submission
from tcplan.model.framework import ListItem as Cohort
from tcplan.model.institution import DueStage
from tcplan.model.submission import AgreedDate
from tcplan.values.dates import Day, Duration, add, parse_day
from tcplan.values.words import Role
from tcplan.workspace.institution_folder import InstitutionFolder, SubmissionFile
from tcplan.workspace.workspace import Workspace

COHORTS: Final = "cohorts"
"""The framework with the cohorts and their dates."""


class ReckonedDate(NamedTuple):
    """From when to when a submission is due, and how that is reckoned: `12 to 18 months after signing`."""

    earliest: Day
    latest: Day
    basis: str


class SubmissionDate(NamedTuple):
    """When a submission is due: `agreed` is what a file says of it, `usual` the day of the cohort.

    `file` is None for a form that no file submits yet. `reckoned` is what comes of the day of signing for a form that
    is due so many months after it: nobody has said that day.
    """

    form: str
    file: SubmissionFile | None
    agreed: DueStage | AgreedDate | None
    usual: Day | None
    reckoned: ReckonedDate | None = None

    @property
    def day(self) -> Day | None:
        """The day that counts, which is the last one of those that are reckoned."""
        said = self.agreed.date if self.agreed else self.usual
        return said or (self.reckoned.latest if self.reckoned else None)

    @property
    def basis(self) -> str:
        """How the day is reckoned; empty if it is said in a file."""
        return self.reckoned.basis if self.reckoned and not (self.agreed or self.usual) else ""


def submission_dates(workspace: Workspace, folder: InstitutionFolder) -> list[SubmissionDate]:
    """The submissions that are due at some time, and the forms that will be; a supporter submits none."""
    if folder.institution is None or folder.institution.role is Role.SUPPORTER:
        return []
    cohort = cohort_of(workspace, folder)
    forms = [one.form for one in folder.institution.due]
    forms += [one.form for one in cohort.due] if cohort else []
    forms += [one.submission.form for one in folder.submissions.values()]
    dates = [one for form in dict.fromkeys(forms) for one in _dates_of_form(workspace, folder, form)]
    return [one for one in dates if one.day]


def submission_date(workspace: Workspace, folder: InstitutionFolder, submission: Submission) -> SubmissionDate:
    """When a submission is due, as far as that is known: not at all if a day was agreed and could not be read."""
    dates = _dates_of_form(workspace, folder, submission.form)
    return next(one for one in dates if one.file and one.file.submission is submission)


def cohort_of(workspace: Workspace, folder: InstitutionFolder) -> Cohort | None:
    """The cohort that an institution names, if its dates are known; the framework is read only for one that does."""
    named = folder.institution.cohort if folder.institution else None
    framework = workspace.framework(COHORTS) if named else None
    return next((one for one in framework.items if one.id == named), None) if framework else None


def _dates_of_form(workspace: Workspace, folder: InstitutionFolder, form: str) -> list[SubmissionDate]:
    """The dates of the submissions of a form: the first has that of the form, unless it has one of its own."""
    files = sorted((one for one in folder.submissions.values() if one.submission.form == form), key=_order)
    first = _date_of_form(workspace, folder, form)
    if not files:
        return [first]
    others = (SubmissionDate(form, file, None, None) for file in files[1:])
    return [_with_own_date(one) for one in (first._replace(file=files[0]), *others)]


def _order(file: SubmissionFile) -> tuple[date, bool, date, str]:
    """What was sent comes first, then the file that has the name of the form, then what is due first."""
    submission = file.submission
    sent = submission.sent.first if submission.sent else date.max
    due = submission.due.date.first if submission.due else date.max
    return sent, file.name != submission.form, due, file.name


def _with_own_date(found: SubmissionDate) -> SubmissionDate:
    file = found.file
    if file is None or file.file.shaped.is_tainted(("due", "date")):
        return found._replace(agreed=None, usual=None, reckoned=None)
    return found._replace(agreed=file.submission.due) if file.submission.due else found


def _date_of_form(workspace: Workspace, folder: InstitutionFolder, form: str) -> SubmissionDate:
    """The date that was agreed with the institution for a form, or else that of its cohort."""
    cohort = cohort_of(workspace, folder)
    usual = next((one.date for one in cohort.due if one.form == form), None) if cohort else None
    own = folder.institution.due if folder.institution else ()
    for index, one in enumerate(own):
        if one.form == form and folder.file:
            is_read = not folder.file.shaped.is_tainted(("due", index, "date"))
            return SubmissionDate(form, None, one, usual) if is_read else SubmissionDate(form, None, None, None)
    return SubmissionDate(form, None, None, usual, _reckoned_date(workspace, folder, form))


def _reckoned_date(workspace: Workspace, folder: InstitutionFolder, form: str) -> ReckonedDate | None:
    """The months after signing in which a form is due, if it says so and the day of signing is known."""
    signed = folder.institution.signed if folder.institution else None
    framework = workspace.framework(form) if signed else None
    if signed is None or framework is None or not framework.months_after_signing:
        return None
    fewest, most = min(framework.months_after_signing), max(framework.months_after_signing)
    months = str(most) if fewest == most else f"{fewest} to {most}"
    is_day = signed.first == signed.last
    earliest = _months_after(signed.first, fewest, is_day=is_day)
    latest = _months_after(signed.last, most, is_day=is_day)
    return ReckonedDate(earliest, latest, f"{months} months after signing")


def _months_after(day: date, months: int, *, is_day: bool) -> Day:
    """A day, or a month if the day of signing is not known exactly."""
    later = add(day.replace(day=day.day if is_day else 1), Duration(months=months))
    return parse_day(later.isoformat() if is_day else f"{later:%Y-%m}")
