"""When the submissions of an institution are due: on the day agreed with it, or else on that of its cohort."""

from typing import Final, NamedTuple

from tcplan.model.framework import ListItem as Cohort
from tcplan.model.institution import DueStage
from tcplan.values.dates import Day
from tcplan.values.words import Role
from tcplan.workspace.institution_folder import InstitutionFolder
from tcplan.workspace.workspace import Workspace

COHORTS: Final = "cohorts"
"""The framework with the cohorts and their dates."""


class SubmissionDate(NamedTuple):
    """When a form is due: `agreed` is what the institution's file says of it, `usual` the day of the cohort."""

    form: str
    agreed: DueStage | None
    usual: Day | None

    @property
    def day(self) -> Day | None:
        """The day that counts."""
        return self.agreed.date if self.agreed else self.usual


def submission_dates(workspace: Workspace, folder: InstitutionFolder) -> list[SubmissionDate]:
    """The forms that are due at some time; a supporter submits none."""
    if folder.institution is None or folder.institution.role is Role.SUPPORTER:
        return []
    cohort = cohort_of(workspace, folder)
    forms = [one.form for one in folder.institution.due]
    forms += [one.form for one in cohort.due] if cohort else []
    dates = (submission_date(workspace, folder, form) for form in dict.fromkeys(forms))
    return [one for one in dates if one.day]


def submission_date(workspace: Workspace, folder: InstitutionFolder, form: str) -> SubmissionDate:
    """When a form is due, as far as that is known: not at all if a day was agreed and could not be read."""
    cohort = cohort_of(workspace, folder)
    usual = next((one.date for one in cohort.due if one.form == form), None) if cohort else None
    own = folder.institution.due if folder.institution else ()
    for index, one in enumerate(own):
        if one.form == form and folder.file:
            is_read = not folder.file.shaped.is_tainted(("due", index, "date"))
            return SubmissionDate(form, one, usual) if is_read else SubmissionDate(form, None, None)
    return SubmissionDate(form, None, usual)


def cohort_of(workspace: Workspace, folder: InstitutionFolder) -> Cohort | None:
    """The cohort that an institution names, if its dates are known; the framework is read only for one that does."""
    named = folder.institution.cohort if folder.institution else None
    framework = workspace.framework(COHORTS) if named else None
    return next((one for one in framework.items if one.id == named), None) if framework else None
