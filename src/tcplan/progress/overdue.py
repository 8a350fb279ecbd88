"""When an action is due as of a day, how often that has slipped, and whether it is overdue."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tcplan.model.parts import Update
from tcplan.model.plan import Action
from tcplan.values.dates import Due, Period, due_date


class DueDates(NamedTuple):
    """The due dates of an action as they were on a day.

    `published` is the day that the plan gives and `current` the day after any slip, `text` the words for that day.
    `checkpoints` are the days before the published one. `slips` counts how often the due date moved to a later day.
    """

    published: date | None = None
    checkpoints: tuple[date, ...] = ()
    current: date | None = None
    text: str = ""
    slips: int = 0


def due_dates(action: Action | None, updates: tuple[Update, ...], period: Period) -> DueDates:
    """The due dates of an action, then of its reports, oldest first; other entries are due only by a report."""
    published = action.due if action else ()
    moved = [one.due for one in updates if one.due]
    last = moved[-1] if moved else published[-1] if published else None
    return DueDates(
        published=due_date(published[-1], period) if published else None,
        checkpoints=tuple(day for due in published[:-1] if (day := due_date(due, period))),
        current=due_date(last, period) if last else None,
        text=last.text if last else "",
        slips=_count_slips((*published[-1:], *moved), period),
    )


def is_overdue(due: date | None, as_of: date, *, is_unfinished: bool) -> bool:
    """Whether the due date has passed and the work is unfinished: open, and not reported as complete."""
    return is_unfinished and due is not None and due < as_of


def _count_slips(dues: tuple[Due, ...], period: Period) -> int:
    """How often a due date moved to a later day or to none; repeated or earlier dates are not slips."""
    days = [due_date(due, period) or date.max for due in dues]
    return sum(later > earlier for earlier, later in pairwise(days))
