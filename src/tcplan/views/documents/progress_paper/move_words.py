"""Moves of actions in the words of a committee: what an action did, and how many did what."""

from collections import Counter
from collections.abc import Callable
from typing import Final

from tcplan.comparison.movement import ActionMove, ComparedAction, MoveKind, Movement
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.progress_paper.states import was_words

_COUNTED: Final = {
    MoveKind.WORSENED: "got worse",
    MoveKind.NO_LONGER_COMPLETE: "went back from complete",
    MoveKind.NEWLY_OVERDUE: "became overdue",
    MoveKind.SLIPPED: "moved to a later date",
    MoveKind.GONE_SILENT: "began to owe a report",
    MoveKind.LAPSED: "lost a colour because the report is too old",
    MoveKind.COMPLETED: "became complete",
    MoveKind.IMPROVED: "got better",
    MoveKind.NEWLY_REPORTED: "got a colour",
    MoveKind.RESTATED: "got another colour with the same meaning",
    MoveKind.NO_LONGER_OVERDUE: "stopped being overdue",
    MoveKind.BROUGHT_FORWARD: "moved to an earlier date",
    MoveKind.NO_LONGER_SILENT: "stopped owing a report",
    MoveKind.BEGUN: "began without a report",
    MoveKind.PUT_OFF: "moved to a later start",
    MoveKind.ADDED: "joined the plan",
    MoveKind.REMOVED: "left the plan",
    MoveKind.CLOSED: "closed",
    MoveKind.REOPENED: "opened again",
}
"""What actions did, after their number."""


def counts_sentence(moved: Movement) -> str:
    """How many actions did what; an action may have done several things."""
    counts = Counter(move.kind for move in moved.moves)
    parts = [f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind]]
    if not parts:
        return ""
    *first, last = parts
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"Of the actions, {listed}."


def move_words(move: ActionMove, beside: list[ActionMove]) -> str:
    """A move in words; none where another one of the same action says it already."""
    kinds = {one.kind for one in beside}
    if move.kind is MoveKind.NO_LONGER_SILENT and kinds & _REPORTED:
        return ""
    if move.kind is MoveKind.NO_LONGER_OVERDUE and kinds & {MoveKind.COMPLETED, MoveKind.CLOSED, MoveKind.SLIPPED}:
        return ""
    return _WORDS[move.kind](move.action)


_REPORTED: Final = {
    *(MoveKind.COMPLETED, MoveKind.IMPROVED, MoveKind.WORSENED, MoveKind.NEWLY_REPORTED, MoveKind.RESTATED),
    MoveKind.NO_LONGER_COMPLETE,
}


def _was(action: ComparedAction) -> str:
    return was_words(action.before, action.from_cell)


def _due(action: ComparedAction) -> str:
    return f"due {_day(action, after=True)} instead of {_day(action, after=False)}"


def _day(action: ComparedAction, *, after: bool) -> str:
    state = action.after if after else action.before
    return long_day(state.due) if state and state.due else "on no date"


def _silent(action: ComparedAction) -> str:
    last = action.after.reported_on if action.after else None
    when = f"the last is of {long_day(last)}" if last else "there was none yet"
    return f"owes a report: {when}"


def _closing(action: ComparedAction) -> str:
    closed = action.after.closed if action.after else None
    return f"{closed.how} on {day_words(closed.date)}" if closed else "closed"


_WORDS: Final[dict[MoveKind, Callable[[ComparedAction], str]]] = {
    MoveKind.WORSENED: lambda action: f"worse: was {_was(action)}",
    MoveKind.NO_LONGER_COMPLETE: lambda _: "no longer complete",
    MoveKind.NEWLY_OVERDUE: lambda action: f"now overdue: was due {_day(action, after=True)}",
    MoveKind.SLIPPED: _due,
    MoveKind.GONE_SILENT: _silent,
    MoveKind.LAPSED: lambda action: f"was {_was(action)}; that report is too old to count",
    MoveKind.COMPLETED: lambda action: f"completed: was {_was(action)}",
    MoveKind.IMPROVED: lambda action: f"better: was {_was(action)}",
    MoveKind.NEWLY_REPORTED: lambda action: f"reported: {_was(action)} before",
    MoveKind.RESTATED: lambda _: "another colour with the same meaning",
    MoveKind.NO_LONGER_OVERDUE: lambda _: "no longer overdue",
    MoveKind.BROUGHT_FORWARD: _due,
    MoveKind.NO_LONGER_SILENT: lambda _: "no longer owes a report",
    MoveKind.BEGUN: lambda _: "has begun; not reported yet",
    MoveKind.PUT_OFF: lambda _: "starts later than before",
    MoveKind.ADDED: lambda _: "added to the plan",
    MoveKind.REMOVED: lambda _: "no longer in the plan",
    MoveKind.CLOSED: _closing,
    MoveKind.REOPENED: lambda _: "open again",
}
