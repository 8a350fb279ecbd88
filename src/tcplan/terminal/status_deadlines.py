"""The deadlines of a status page: what is late, what is next, and how many days are left."""

from typing import Final

from tcplan.progress.deadlines import DeadlineKind
from tcplan.terminal.page import QUIET, STRONG, Page, Part
from tcplan.views.status.rows import DeadlineRow, PlanPage

_LATE, _NEXT, _THEN = "Late", "Next", "then"
_WIDTH: Final = 4


def add_deadlines(out: Page, plan: PlanPage, *, brief: bool = False) -> None:
    """Add a line for each deadline: those that are late, then the next one; the rest are left out of a brief page."""
    late = [one for one in plan.deadlines if one.days_left < 0]
    ahead = [one for one in plan.deadlines if one.days_left >= 0]
    shown = [*((_LATE, one) for one in late[-1:] if brief), *((_LATE, one) for one in late if not brief)]
    shown += [(_THEN if number else _NEXT, one) for number, one in enumerate(ahead[:1] if brief else ahead)]
    for label, one in shown:
        style = QUIET if label == _THEN else STRONG
        first: tuple[Part, ...] = ((f"{label:{_WIDTH}}  ", style),)
        out.paragraph(out.screen.fit(deadline_words(plan, one)), indent=_WIDTH + 2, first=first)


def deadline_words(plan: PlanPage, one: DeadlineRow) -> str:
    """A deadline with its date and the days that are left."""
    match DeadlineKind(one.kind):
        case DeadlineKind.SUBMISSION if one.days_left < 0:
            what = f"{_submission(one)}, not sent, was due"
        case DeadlineKind.SUBMISSION:
            what = f"{_submission(one)} due"
        case DeadlineKind.MEETING:
            what = "meeting of the steering group"
        case DeadlineKind.REVIEW:
            what = f"review (every {plan.review_every}) due"
        case _:
            what = "the plan ends"
    basis = f" ({one.basis})" if one.basis else ""
    return f"{what} {'by ' if basis else ''}{one.day}, {_distance(one.days_left)}{basis}"


def _submission(one: DeadlineRow) -> str:
    """A submission by its form, and by its file where that has another name."""
    named = f" ({one.submission})" if one.submission not in {None, one.form} else ""
    return f"{one.form} submission{named}"


def _distance(days: int) -> str:
    """How far off a day is: `in 184 days`, `today`, `91 days ago`."""
    if days == 0:
        return "today"
    length = f"{abs(days)} {'day' if abs(days) == 1 else 'days'}"
    return f"in {length}" if days > 0 else f"{length} ago"
