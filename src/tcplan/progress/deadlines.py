"""The dates that a plan is kept for: its submission, its next review, and its end.

A submission is due on the day that `workspace/submission_dates.py` finds. It is late only if there is a file for it
that says nothing of `sent`: where there is no file nobody knows that it was not sent.

The next review is the end of the review period (`review_every`) that the day is in, counted from the start of the plan,
or the next of the steering group's meetings that the institution lists, if that is not later.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tcplan.progress.assessment import Assessment
from tcplan.values.dates import Duration, last_day_of
from tcplan.workspace import InstitutionFolder, Workspace
from tcplan.workspace.submission_dates import submission_dates


class DeadlineKind(StrEnum):
    """What there is a date for, in the order in which those of the same day are listed."""

    SUBMISSION = "submission"
    MEETING = "meeting"
    REVIEW = "review"
    PLAN_END = "plan-end"


class Deadline(NamedTuple):
    """A date that is ahead, or that has passed without a submission.

    `form` is that of a submission, and `submission` its file; a form that no file submits yet has none. `basis` says
    how the day is reckoned, if no file says it.
    """

    day: date
    kind: DeadlineKind
    form: str | None = None
    submission: str | None = None
    basis: str = ""


def deadlines(workspace: Workspace, now: Assessment) -> list[Deadline]:
    """What is late and what is ahead on the day of an assessment, by date: every submission, and the next of others."""
    reviews = _by_date([*_meetings(now), *_reviews(now)])[:1]
    return _by_date([*_submissions(workspace, now.folder, now.as_of), *reviews, *_plan_end(now)])


def deadlines_until(workspace: Workspace, now: Assessment, until: date) -> list[Deadline]:
    """What is late, and all that is ahead until a day: every meeting that is listed, and the next review."""
    submissions = _submissions(workspace, now.folder, now.as_of)
    return _by_date(one for one in (*submissions, *_meetings(now), *_reviews(now), *_plan_end(now)) if one.day <= until)


def _by_date(found: Iterable[Deadline]) -> list[Deadline]:
    ranks = {kind: rank for rank, kind in enumerate(DeadlineKind)}
    return sorted(found, key=lambda one: (one.day, ranks[one.kind]))


def _plan_end(now: Assessment) -> list[Deadline]:
    end = now.plan.period.end
    return [Deadline(end, DeadlineKind.PLAN_END)] if end and not now.is_over else []


def _submissions(workspace: Workspace, folder: InstitutionFolder, as_of: date) -> Iterator[Deadline]:
    """The submissions that are due, and those that are late."""
    for one in submission_dates(workspace, folder, as_of):
        if one.day is None or (one.file and one.file.file.shaped.is_tainted(("sent",))):
            continue
        sent = one.file.submission.sent if one.file else None
        if not (sent and sent.first <= as_of) and (one.file or one.day.last >= as_of):
            name = one.file.name if one.file else None
            yield Deadline(one.day.last, DeadlineKind.SUBMISSION, one.form, name, one.basis)


def _meetings(now: Assessment) -> list[Deadline]:
    """The meetings after the day and before the end of the plan."""
    days = {day.last for day in now.folder.institution.meetings} if now.folder.institution else set()
    return [Deadline(day, DeadlineKind.MEETING) for day in days if day > now.as_of and _is_before_end(now, day)]


def _reviews(now: Assessment) -> list[Deadline]:
    """The end of the review period that the day is in, or of the first one of a plan that has not begun."""
    start, length = now.plan.period.start, now.policy.review_every
    if start is None:
        return []
    if length.days:
        number = max(0, (now.as_of - start).days) // length.days
    else:  # the day may still be in the period before the one that these months come to
        months = (now.as_of.year - start.year) * 12 + now.as_of.month - start.month
        number = max(0, months // length.months - 1)
    ends = (_end_of_period(start, length, one) for one in range(number + 1, number + 4))
    day = next((day for day in ends if day >= now.as_of), None)
    return [Deadline(day, DeadlineKind.REVIEW)] if day and _is_before_end(now, day) else []


def _is_before_end(now: Assessment, day: date) -> bool:
    """Whether a plan still runs after a day: on its last day and when it is over, nothing is reviewed any more."""
    end = now.plan.period.end
    return not now.is_over and (end is None or day < end)


def _end_of_period(start: date, length: Duration, number: int) -> date:
    return last_day_of(start, Duration(months=number * length.months, days=number * length.days))
