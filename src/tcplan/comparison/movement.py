"""What has moved in a plan from one state to another: reports, due dates, signals, and what came and went.

Every action is counted as one thing on each day (`TallyCell`). Where that has changed there is one move that says so,
and the sum of these moves is the difference of the totals. Moves of due dates and signals stand beside them. A
comparison the other way round gives the same moves with the opposite kinds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tcplan.comparison.entry_pairs import EntryPair, pair_entries
from tcplan.findings.span import Path
from tcplan.progress import Assessment, EntryState, SignalKind
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.values.rag import Meaning
from tcplan.workspace import Level


class MoveKind(StrEnum):
    """How an action has moved: what needs a word first, then what went well, then what came and went."""

    WORSENED = "worsened"
    NO_LONGER_COMPLETE = "no-longer-complete"
    NEWLY_OVERDUE = "newly-overdue"
    SLIPPED = "slipped"
    GONE_SILENT = "gone-silent"
    LAPSED = "lapsed"
    COMPLETED = "completed"
    IMPROVED = "improved"
    NEWLY_REPORTED = "newly-reported"
    RESTATED = "restated"
    NO_LONGER_OVERDUE = "no-longer-overdue"
    BROUGHT_FORWARD = "brought-forward"
    NO_LONGER_SILENT = "no-longer-silent"
    BEGUN = "begun"
    PUT_OFF = "put-off"
    ADDED = "added"
    REMOVED = "removed"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def opposite(self) -> "MoveKind":
        """What the same move is the other way round."""
        return _OPPOSITES[self]

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the moves whose sum is the difference of the totals."""
        return self not in _BESIDE


_PAIRS: Final = (
    (MoveKind.WORSENED, MoveKind.IMPROVED),
    (MoveKind.NO_LONGER_COMPLETE, MoveKind.COMPLETED),
    (MoveKind.NEWLY_OVERDUE, MoveKind.NO_LONGER_OVERDUE),
    (MoveKind.SLIPPED, MoveKind.BROUGHT_FORWARD),
    (MoveKind.GONE_SILENT, MoveKind.NO_LONGER_SILENT),
    (MoveKind.LAPSED, MoveKind.NEWLY_REPORTED),
    (MoveKind.RESTATED, MoveKind.RESTATED),
    (MoveKind.BEGUN, MoveKind.PUT_OFF),
    (MoveKind.ADDED, MoveKind.REMOVED),
    (MoveKind.CLOSED, MoveKind.REOPENED),
)
_OPPOSITES: Final[Mapping[MoveKind, MoveKind]] = {
    **dict(_PAIRS),
    **{other: one for one, other in _PAIRS},
}
_BESIDE: Final = frozenset(kind for pair in _PAIRS[2:5] for kind in pair)
"""Moves of due dates and signals: an action may have them as well as another."""

_SIGNALS: Final = (
    (SignalKind.OVERDUE, MoveKind.NEWLY_OVERDUE),
    (SignalKind.SILENT, MoveKind.GONE_SILENT),
)

_WORST_FIRST: Final = (
    Meaning.OFF_TRACK,
    Meaning.AT_RISK,
    Meaning.PAUSED,
    Meaning.NOT_STARTED,
    Meaning.IN_PROGRESS,
    Meaning.ON_TRACK,
    Meaning.COMPLETE,
)
"""An action that begins and is off track has worsened: what is not started worries nobody yet."""


@dataclass(frozen=True, slots=True)
class ComparedAction:
    """An action in two states of a plan: its state on each day, where it is there, and what it is counted as."""

    pair: EntryPair
    before: EntryState | None
    after: EntryState | None
    from_cell: TallyCell
    to_cell: TallyCell


@dataclass(frozen=True, slots=True)
class ActionMove:
    """One thing that has moved about an action."""

    kind: MoveKind
    action: ComparedAction


@dataclass(frozen=True)
class Movement:
    """Two states of a plan: every action of both, and what has moved, in the order of `MoveKind` and of the plan."""

    before: Assessment
    after: Assessment
    actions: tuple[ComparedAction, ...]
    moves: tuple[ActionMove, ...]


def movement(before: Assessment, after: Assessment) -> Movement:
    """What has moved from one state of a plan to another."""
    pairs = pair_entries(before.plan.tree.of(Level.ACTION), after.plan.tree.of(Level.ACTION))
    actions = tuple(_compare(pair, before, after) for pair in pairs)
    found = [ActionMove(kind, one) for one in actions if (kind := _counted_kind(one))]
    found += _due_moves(actions)
    found += _signal_moves(actions, before, after)
    order = {kind: number for number, kind in enumerate(MoveKind)}
    return Movement(before, after, actions, tuple(sorted(found, key=lambda move: order[move.kind])))


def _compare(pair: EntryPair, before: Assessment, after: Assessment) -> ComparedAction:
    was = before.state(pair.before) if pair.before else None
    is_now = after.state(pair.after) if pair.after else None
    return ComparedAction(
        pair,
        was,
        is_now,
        cell_of(was, before.policy) if was else TallyCell.ABSENT,
        cell_of(is_now, after.policy) if is_now else TallyCell.ABSENT,
    )


def _counted_kind(action: ComparedAction) -> MoveKind | None:
    """How what an action is counted as has moved; None if it has not."""
    for cell, gone, come in (
        (TallyCell.ABSENT, MoveKind.REMOVED, MoveKind.ADDED),
        (TallyCell.CLOSED, MoveKind.CLOSED, MoveKind.REOPENED),
    ):
        if cell in (action.from_cell, action.to_cell):
            if action.from_cell is action.to_cell:
                return None
            return come if action.from_cell is cell else gone
    return _reported_kind(action)


def _reported_kind(action: ComparedAction) -> MoveKind | None:
    was = action.before.meaning if action.before and action.from_cell.is_colour else None
    now = action.after.meaning if action.after and action.to_cell.is_colour else None
    if was is now:
        return _same_meaning_kind(action)
    if Meaning.COMPLETE in (was, now):
        return MoveKind.COMPLETED if now is Meaning.COMPLETE else MoveKind.NO_LONGER_COMPLETE
    if was is None or now is None:
        return MoveKind.NEWLY_REPORTED if was is None else MoveKind.LAPSED
    return MoveKind.IMPROVED if _WORST_FIRST.index(now) > _WORST_FIRST.index(was) else MoveKind.WORSENED


def _same_meaning_kind(action: ComparedAction) -> MoveKind | None:
    """Without a report an action can only begin; with one it can have another colour that means the same."""
    if action.from_cell is action.to_cell:
        return None
    if action.to_cell.is_colour:
        return MoveKind.RESTATED
    return MoveKind.BEGUN if action.to_cell is TallyCell.UNREPORTED else MoveKind.PUT_OFF


def _due_moves(actions: tuple[ComparedAction, ...]) -> Iterator[ActionMove]:
    """The actions, open on both days, that are due on another day than before; no date is later than any."""
    for one in actions:
        if one.before and one.after and one.before.is_open and one.after.is_open and one.before.due != one.after.due:
            later = one.after.due is None or (one.before.due is not None and one.after.due > one.before.due)
            yield ActionMove(MoveKind.SLIPPED if later else MoveKind.BROUGHT_FORWARD, one)


def _signal_moves(actions: tuple[ComparedAction, ...], before: Assessment, after: Assessment) -> Iterator[ActionMove]:
    for signal, kind in _SIGNALS:
        had, has = _paths_with(before, signal), _paths_with(after, signal)
        for one in actions:
            was = one.pair.before is not None and one.pair.before.path in had
            now = one.pair.after is not None and one.pair.after.path in has
            if was != now:
                yield ActionMove(kind if now else kind.opposite, one)


def _paths_with(assessment: Assessment, kind: SignalKind) -> set[Path]:
    return {signal.path for signal in assessment.signals if signal.kind is kind}
