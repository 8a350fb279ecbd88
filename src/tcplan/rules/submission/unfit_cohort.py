"""A cohort that does not exist, or that is not the institution's (TC711)."""

import re
from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import UNFIT_COHORT
from tcplan.findings.finding import Problem
from tcplan.model import Institution
from tcplan.model.framework import ListItem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_supporter
from tcplan.values.dates import Day
from tcplan.workspace import InstitutionFolder
from tcplan.workspace.submission_dates import COHORTS


def unfit_cohort(folder: InstitutionFolder, context: Context) -> Iterator[Problem]:
    """The cohort is not one that is known, or the institution signed at another time, or is a supporter.

    The cohorts and the months in which they signed are those of the framework `cohorts`; a workspace can have a file of
    its own in place of it. Institutions also sign between two cohorts, so that the day may be anywhere after the cohort
    before and before the one that follows. After the last cohort of the framework institutions have signed one by one.

    Why: The cohort decides when the submissions are due, so a wrong one gives a document the wrong date. A supporter
    makes no submissions.

    Fix: Correct `cohort` or `signed`. If the institution belongs to no cohort, leave `cohort` out, and write the dates
    that were agreed under `due`.
    """
    framework, institution = context.workspace.framework(COHORTS), folder.institution
    if institution is None or institution.cohort is None or framework is None:
        return
    if is_supporter(institution):
        message = f"{institution.name} is a supporter, and has the cohort {institution.cohort}"
        help_text = "delete `cohort`: only signatories have one; or correct `role`"
        yield Problem(UNFIT_COHORT, ("cohort",), message, help_text, also=("role",), also_says="a supporter")
        return
    cohorts = [one for one in framework.items if one.signed] or list(framework.items)
    if all(one.id != institution.cohort for one in framework.items):
        yield _unknown(institution.cohort, cohorts, [one.id for one in framework.items])
    elif institution.signed and (problem := _at_another_time(institution, institution.signed, cohorts)):
        yield problem


def _unknown(named: str, cohorts: list[ListItem], known: list[str]) -> Problem:
    message = f"`{named}` is not one of the known cohorts, {known[0]} to {known[-1]}" if known else "no cohort is known"
    number = re.findall("[0-9]+", named)
    meant = next((one for one in known if len(number) == 1 and one == number[0].lstrip("0")), None)
    if meant:
        path = ("cohort",)
        return Problem(UNFIT_COHORT, path, message, f"did you mean `{meant}`?", fix=Set(path, meant))
    last = cohorts[-1].signed if cohorts else None
    since = f": those who signed after {last.text} are in none" if last else ""
    help_text = f"correct the number, or leave `cohort` out and write the agreed dates under `due`{since}"
    return Problem(UNFIT_COHORT, ("cohort",), message, help_text)


def _at_another_time(institution: Institution, signed: Day, cohorts: list[ListItem]) -> Problem | None:
    """The problem of a signature that is not of the time of the cohort."""
    fitting = [cohort.id for index, cohort in enumerate(cohorts) if _fits(signed, cohorts, index)]
    named = next((one for one in cohorts if one.id == institution.cohort), None)
    if named is None or named.signed is None or named.id in fitting:
        return None
    message = f"cohort {named.id} signed in {named.signed.text}, but {institution.name} in {signed.text}"
    help_text = f"correct the one that is wrong; those who signed then are in cohort {' or '.join(fitting)}"
    if not fitting:
        help_text = "correct the one that is wrong; for those who signed then no cohort is known"
    return Problem(UNFIT_COHORT, ("cohort",), message, help_text, also=("signed",), also_says="signed then")


def _fits(signed: Day, cohorts: list[ListItem], index: int) -> bool:
    """Whether a signature may be of a cohort: between the one before and the one that follows."""
    own = cohorts[index].signed
    before, after = (cohorts[at].signed if 0 <= at < len(cohorts) else None for at in (index - 1, index + 1))
    if own is None:
        return True
    is_late_enough = signed.last > before.last if before else signed.last >= own.first
    return is_late_enough and (signed.first < after.first if after else signed.first <= own.last)
