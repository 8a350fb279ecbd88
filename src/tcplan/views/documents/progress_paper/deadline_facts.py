"""The deadlines of a plan for the head of the paper: what is late, and what is next."""

from collections.abc import Iterator
from typing import assert_never

from tcplan.progress import Assessment
from tcplan.progress.deadlines import Deadline, DeadlineKind, deadlines
from tcplan.progress.thresholds import length_in_words
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import Fact, fact, ours
from tcplan.workspace import Workspace


def deadline_facts(workspace: Workspace, now: Assessment) -> Iterator[Fact]:
    """The submissions that should have been sent, then the next date that the plan is kept for."""
    found = deadlines(workspace, now)
    if late := [one for one in found if one.day < now.as_of]:
        yield fact("Late", *(ours(f"{_dated(workspace, now, one)}, not sent") for one in late))
    if ahead := next((one for one in found if one.day >= now.as_of), None):
        yield fact("Next deadline", ours(_dated(workspace, now, ahead)))


def _dated(workspace: Workspace, now: Assessment, one: Deadline) -> str:
    return f"{long_day(one.day)}, {deadline_words(workspace, now, one)}"


def deadline_words(workspace: Workspace, now: Assessment, one: Deadline) -> str:
    """What a day is for; a form by its title."""
    form = workspace.framework(one.form) if one.form else None
    match one.kind:
        case DeadlineKind.SUBMISSION:
            return f"{form.title if form else 'submission'}{f', {one.basis}' if one.basis else ''}"
        case DeadlineKind.MEETING:
            return "meeting of the steering group"
        case DeadlineKind.REVIEW:
            return f"review, every {length_in_words(now.policy.review_every)}"
        case DeadlineKind.PLAN_END:
            return "end of the plan"
        case never:
            assert_never(never)
