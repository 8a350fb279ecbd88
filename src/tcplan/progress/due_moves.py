"""The moves of a due date by reports: from which day to which, and why."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tcplan.model.parts import Update
from tcplan.progress.history import EntryState
from tcplan.values.dates import Due, Period, due_date


class DueMove(NamedTuple):
    """One move; `before` and `after` are the days, None for none, such as `ongoing`. `report` made it."""

    report: Update
    before_due: Due
    before: date | None
    after: date | None

    @property
    def is_slip(self) -> bool:
        """Whether the action is due later than before; no date is later than any."""
        return (self.after or date.max) > (self.before or date.max)


def due_moves(state: EntryState, period: Period) -> list[DueMove]:
    """The moves of an action's due date up to the day of its state, oldest first; the first is from what was published.

    As many of them are slips as the state counts. A report that gives the first date moves nothing.
    """
    action = state.node.action
    dues: list[tuple[Update | None, Due]] = [(None, due) for due in (action.due[-1:] if action else ())]
    dues += [(one, one.due) for one in state.updates if one.due]
    moves = [
        DueMove(report, earlier, due_date(earlier, period), due_date(later, period))
        for (_, earlier), (report, later) in pairwise(dues)
        if report
    ]
    return [move for move in moves if move.before != move.after]
