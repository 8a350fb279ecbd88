"""The orders of the list of actions: what needs a word first."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from tcplan.values.rag import Meaning
from tcplan.views.action_list.options import ListOrder
from tcplan.views.status.rows import ActionRow

_WORST_FIRST: Final = (
    Meaning.OFF_TRACK,
    Meaning.AT_RISK,
    Meaning.PAUSED,
    None,
    Meaning.NOT_STARTED,
    Meaning.IN_PROGRESS,
    Meaning.ON_TRACK,
    Meaning.COMPLETE,
)
"""The meanings of colours in the order of `--sort rag`; None is an action without a report that counts."""


def sort_rows(rows: Sequence[ActionRow], order: ListOrder) -> list[ActionRow]:
    """The rows in an order; those that are equal in it stay as they are."""
    return sorted(rows, key=_KEYS[order])


def _due(row: ActionRow) -> tuple[bool, date]:
    """The earliest first, those without a date last."""
    return row.due is None, row.due or date.max


def _rag(row: ActionRow) -> tuple[bool, int]:
    """The worst of what counts first; what starts later is not started, and what was closed is last."""
    return row.closed is not None, _WORST_FIRST.index(_counted_meaning(row))


def _counted_meaning(row: ActionRow) -> Meaning | None:
    if not row.started:
        return Meaning.NOT_STARTED
    return Meaning(row.meaning) if row.meaning and row.report_counts else None


def _lead(row: ActionRow) -> tuple[bool, str, tuple[str, ...]]:
    """By the name of the lead or, where there is none, the first owner; those of nobody last."""
    return not row.people, row.people[0].casefold() if row.people else "", row.people


def _report(row: ActionRow) -> date:
    """Those that nobody has reported on first, then the oldest last report."""
    return row.reported_on or date.min


_KEYS: Final[Mapping[ListOrder, Callable[[ActionRow], Any]]] = {
    ListOrder.PLAN: lambda _row: 0,
    ListOrder.DUE: _due,
    ListOrder.RAG: _rag,
    ListOrder.LEAD: _lead,
    ListOrder.REPORT: _report,
}
