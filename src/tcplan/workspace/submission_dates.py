"""When the submissions of an institution are due: on the day agreed with it, else on that of its cohort, else reckoned.

A form has one date, that of the institution's file or of its cohort, and this is the date of the first submission of
the form. An institution that submits a form again has another date for that, in the file of the submission; so what was
sent takes nothing away from what comes next. A date in the file of a submission comes before that of the form. Where no
file says a date, a form can: stage 1 falls so many months after the signing was announced.

A form that is due each year is another matter: see `yearly_dates.py`.
"""

from datetime import date
from typing import Final, NamedTuple

from tcplan.model import Submission
from tcplan.model.framework import ListItem as Cohort
from tcplan.model.institution import DueStage
from tcplan.model.submission import AgreedDate
from tcplan.values.dates import Day, Duration, add, parse_day
from tcplan.values.dates.each_year import year_day_of
from tcplan.values.words import Role
from tcplan.workspace.charters import is_commitment_form, is_same_charter, signed_on
from tcplan.workspace.institution_folder import InstitutionFolder, SubmissionFile
from tcplan.workspace.workspace import Workspace
from tcplan.workspace.yearly_dates import Yearly

COHORTS: Final = "cohorts"
"""The framework with the cohorts and their dates."""


class ReckonedDate(NamedTuple):
    """From when to when a submission is due, and how that is reckoned: `12 to 18 months after signing`."""

    earliest: Day
    latest: Day
    basis: str


class SubmissionDate(NamedTuple):
    """When a submission is due: `agreed` is what a file says of it, `usual` the day of the cohort, or of the year.

    `file` is None for a form that no file submits yet. `reckoned` is what comes of the day of signing for a form that
    is due so many months after it: nobody has said that day.
    """

    form: str
    file: SubmissionFile | None
    agreed: DueStage | AgreedDate | None
    usual: Day | None
    reckoned: ReckonedDate | None = None
    is_yearly: bool = False

    @property
    def day(self) -> Day | None:
        """The day that counts, which is the last one of those that are reckoned."""
        said = self.agreed.date if self.agreed else self.usual
        return said or (self.reckoned.latest if self.reckoned else None)

    @property
    def basis(self) -> str:
        """How the day is reckoned; empty if a file says it for this submission alone."""
        if self.is_yearly and not self.agreed:
            return "every year"
        return self.reckoned.basis if self.reckoned and not (self.agreed or self.usual) else ""


def submission_dates(workspace: Workspace, folder: InstitutionFolder, as_of: date) -> list[SubmissionDate]:
    """The submissions that are due at some time, and the forms that will be, on a day.

    A supporter of the Technician Commitment submits none of its forms.
    """
    if folder.institution is None:
        return []
    cohort = cohort_of(workspace, folder)
    forms = [one.form for one in folder.institution.due]
    forms += [one.form for one in cohort.due] if cohort else []
    forms += [one.submission.form for one in folder.submissions.values()]
    forms += _yearly_forms(workspace, folder)
    asked = (form for form in dict.fromkeys(forms) if not _is_left_to_signatories(workspace, folder, form))
    dates = [one for form in asked for one in _dates_of_form(workspace, folder, form, as_of)]
    return [one for one in dates if one.day]


def submission_date(
    workspace: Workspace, folder: InstitutionFolder, submission: Submission, as_of: date
) -> SubmissionDate:
    """When a submission is due, as far as that is known: not at all if a day was agreed and could not be read."""
    dates = _dates_of_form(workspace, folder, submission.form, as_of)
    return next(one for one in dates if one.file and one.file.submission is submission)


def cohort_of(workspace: Workspace, folder: InstitutionFolder) -> Cohort | None:
    """The cohort that an institution names, if its dates are known; the framework is read only for one that does."""
    named = folder.institution.cohort if folder.institution else None
    framework = workspace.framework(COHORTS) if named else None
    return next((one for one in framework.items if one.id == named), None) if framework else None


def next_date_of_form(workspace: Workspace, folder: InstitutionFolder, form: str, as_of: date) -> Day | None:
    """The day that the next submission of a form that is due each year would have; None for other forms."""
    if not _yearly(workspace, folder, form):
        return None
    dates = _dates_of_form(workspace, folder, form, as_of)
    return next((one.day for one in dates if one.file is None), None)


def _yearly_forms(workspace: Workspace, folder: InstitutionFolder) -> list[str]:
    """The forms that are due each year, of the charters that the institution has signed."""
    charters = folder.institution.charters if folder.institution else ()
    if not charters:
        return []
    forms = {name: workspace.framework(name) for name in workspace.framework_names()}
    return [
        name
        for name, form in forms.items()
        if form and form.due_each_year and any(is_same_charter(one.name, form.charter or "") for one in charters)
    ]


def _is_left_to_signatories(workspace: Workspace, folder: InstitutionFolder, form: str) -> bool:
    """Whether a form is one of the Technician Commitment, and the institution only a supporter of it."""
    is_supporter = folder.institution is not None and folder.institution.role is Role.SUPPORTER
    framework = workspace.framework(form) if is_supporter else None
    return is_supporter and (framework is None or framework.charter is None or is_commitment_form(framework))


def _yearly(workspace: Workspace, folder: InstitutionFolder, form: str) -> Yearly | None:
    """The day of every year on which a form is due: that of the institution's file, or else of the form."""
    own = folder.institution.due if folder.institution else ()
    said = next((one for one in own if one.form == form and one.each_year), None)
    if said:
        return Yearly(year_day_of(said.date), said.date.last.year)
    framework = workspace.framework(form)
    return Yearly(framework.due_each_year) if framework and framework.due_each_year else None


def _yearly_dates(
    yearly: Yearly, first: SubmissionDate, files: list[SubmissionFile], as_of: date
) -> list[SubmissionDate]:
    """The dates of the submissions of a form that is due each year, and the next one that has no file yet."""
    own = first.agreed if isinstance(first.agreed, DueStage) and not first.agreed.each_year else None
    found = [SubmissionDate(first.form, file, None, day, is_yearly=True) for file, day in yearly.days(files, as_of)]
    year = yearly.day.nearest(own.date.last) if own else None
    agreed = [one._replace(agreed=own) if one.usual and one.usual.last.year == year else one for one in found]
    return [_with_own_date(one) if one.file and not _says_the_usual(one) else one for one in agreed]


def _says_the_usual(found: SubmissionDate) -> bool:
    """Whether the file of a submission says no more than the day of its year, as `tcplan add submission` writes it."""
    due = found.file.submission.due if found.file else None
    return bool(due and found.usual and due.date.text == found.usual.text and not due.why)


def _dates_of_form(workspace: Workspace, folder: InstitutionFolder, form: str, as_of: date) -> list[SubmissionDate]:
    """The dates of the submissions of a form: the first has that of the form, unless it has one of its own."""
    files = sorted((one for one in folder.submissions.values() if one.submission.form == form), key=_order)
    if yearly := _yearly(workspace, folder, form):
        return _yearly_dates(yearly, _date_of_form(workspace, folder, form), files, as_of)
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
    framework = workspace.framework(form)
    signed = signed_on(folder, framework.charter if framework else None)
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
