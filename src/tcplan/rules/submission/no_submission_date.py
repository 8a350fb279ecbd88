"""Signatories for whose next submission no date is known (TC715)."""

from collections.abc import Iterator
from datetime import date

from tcplan.findings.codes import NO_SUBMISSION_DATE
from tcplan.findings.finding import Problem
from tcplan.model.framework import ListItem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_supporter
from tcplan.workspace import InstitutionFolder
from tcplan.workspace.submission_dates import COHORTS, submission_dates


def no_submission_date(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """The institution signed after the last cohort, and nothing says when its next submission is due.

    Institutions that sign now have no cohort, so nobody has published dates for them. Only stage 1 can be reckoned: it
    falls 12 to 18 months after the signing was announced. This rule leaves out supporters, and institutions that have
    sent the last form of which dates are known.

    Why: A team that does not see its date in `tcplan status` begins too late. Plans and case studies take months.

    Fix: Ask the Commitment team, and write the date under `due`, with what was agreed under `why`.
    """
    framework, institution = context.workspace.framework(COHORTS), folder.institution
    if institution is None or institution.signed is None or institution.cohort or institution.due:
        return
    if framework is None or is_supporter(institution) or _has_later_date(folder, context):
        return
    last = _last_signed(framework.items)
    forms = {due.form for one in framework.items for due in one.due}
    if last and institution.signed.first > last and not _has_sent(folder, forms, context.as_of):
        message = (
            f"{institution.name} signed in {institution.signed.text}, after the last known cohort ({last:%Y-%m}), "
            "and no date of a submission is given"
        )
        help_text = "ask the Commitment team for the date, and write it under `due` with the name of the form"
        yield Problem(NO_SUBMISSION_DATE, ("signed",), message, help_text)


def _last_signed(cohorts: tuple[ListItem, ...]) -> date | None:
    """The last day on which a cohort can have signed."""
    return max((one.signed.last for one in cohorts if one.signed), default=None)


def _has_later_date(folder: InstitutionFolder, context: Context) -> bool:
    """Whether a submission that has not been sent has a date."""
    dates = submission_dates(context.workspace, folder, context.as_of)
    return any(not (one.file and one.file.submission.sent) for one in dates)


def _has_sent(folder: InstitutionFolder, forms: set[str], as_of: date) -> bool:
    sent = (one.submission for one in folder.submissions.values() if one.submission.form in forms)
    return any(one.sent and one.sent.first <= as_of for one in sent)
