"""The actions of a plan that need attention, worst first."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from tcplan.values.rag import Meaning
from tcplan.views.status.rows import ActionRow

_RED: Final = (Meaning.OFF_TRACK,)
_AMBER: Final = (Meaning.AT_RISK, Meaning.PAUSED)


def worst_first(actions: Iterable[ActionRow]) -> list[ActionRow]:
    """The open actions that are off track, overdue, at risk or paused, or owe a report.

    First what is off track, then what is overdue, then the rest at risk, then those that only owe a report. Among those
    that are equally bad what has been due for longest comes first.
    """
    ranked = [(rank, row.due or date.max, row) for row in actions if (rank := _rank(row)) is not None]
    return [row for _, _, row in sorted(ranked, key=lambda one: one[:2])]


def _rank(row: ActionRow) -> int | None:
    """How bad the state of an action is, 0 for the worst; None if it needs no attention."""
    if row.closed or row.meaning == Meaning.COMPLETE:
        return None
    meaning = row.meaning if row.report_counts else None
    if meaning in _RED:
        return 0
    if row.overdue:
        return 1 if meaning in _AMBER else 2
    if meaning in _AMBER:
        return 3
    return 4 if row.owes_report else None
