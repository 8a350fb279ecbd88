"""A move of an action as a row: what it was and is counted as, who is to be asked, and what the plan says of it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from tcplan.comparison.movement import ActionMove, ComparedAction, MoveKind, Movement
from tcplan.model.parts import Update
from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import TallyCell
from tcplan.progress.owed_reports import people_asked
from tcplan.values.rag import NO_REPORT_LETTER, NO_REPORT_SYMBOL, NOT_REPORTED
from tcplan.views.movement.rows import MoveRow, StandingRow
from tcplan.views.status.parts import closed_words

_WITHOUT_COLOUR: Final = {
    TallyCell.UNREPORTED: (NO_REPORT_LETTER, NO_REPORT_SYMBOL, NOT_REPORTED),
    TallyCell.NOT_BEGUN: ("+", "+", "starts later"),
    TallyCell.CLOSED: ("x", "x", "closed"),
    TallyCell.ABSENT: ("", "", "not in the plan"),
}
_OF_DUE_DATES: Final = (MoveKind.SLIPPED, MoveKind.BROUGHT_FORWARD)
_OF_CLOSURE: Final = (MoveKind.CLOSED, MoveKind.REOPENED)
_OF_REPORTS: Final = (
    *(MoveKind.WORSENED, MoveKind.IMPROVED, MoveKind.RESTATED),
    *(MoveKind.COMPLETED, MoveKind.NO_LONGER_COMPLETE, MoveKind.NEWLY_REPORTED),
)


def move_row(move: ActionMove, found: Movement) -> MoveRow:
    """One move, with the words of the later state; of what is gone, those of the earlier one."""
    action, node = move.action, move.action.pair.node
    now = found.after if action.after else found.before
    before, after = action.pair
    return MoveRow(
        kind=move.kind,
        counted=move.kind.is_counted,
        id=node.id,
        was=before.id if before and after and before.id != after.id else None,
        title=node.entry.title,
        people=tuple(people_asked(node, now.folder.glossary).values()),
        before=_standing_row(action.from_cell, found.before),
        after=_standing_row(action.to_cell, found.after),
        due_before=_due(action.before),
        due_after=_due(action.after),
        last_report=action.after.reported_on if action.after else None,
        reason=_reason(move),
    )


def _due(state: EntryState | None) -> date | None:
    """When an action is due, as long as it is in the plan."""
    return state.due if state and state.in_plan else None


def _standing_row(cell: TallyCell, now: Assessment) -> StandingRow:
    if cell in _WITHOUT_COLOUR:
        return StandingRow(cell, *_WITHOUT_COLOUR[cell])
    key = next(one for colour, one in now.plan.rag_key.items() if colour.value == cell.value)
    return StandingRow(cell, key.letter, key.symbol, key.label)


def _reason(move: ActionMove) -> str | None:
    """What the plan says about a move: the note of the report that made it, or why something was closed."""
    action = move.action
    if move.kind in _OF_CLOSURE:
        state = action.after if move.kind is MoveKind.CLOSED else action.before
        return closed_words(state.closed, state.as_of) if state else None
    if move.kind in _OF_DUE_DATES:
        moved = [one for one in _reports_of_one(action) if one.due]
        return moved[-1].note if moved else None
    state = action.after or action.before
    stated = state.stated if state and move.kind in _OF_REPORTS else None
    return stated.note if stated else None


def _reports_of_one(action: ComparedAction) -> Iterator[Update]:
    """The reports that only one of the states has, oldest first."""
    before, after = _updates(action.before), _updates(action.after)
    yield from (one for one in before if one not in after)
    yield from (one for one in after if one not in before)


def _updates(state: EntryState | None) -> tuple[Update, ...]:
    return state.updates if state else ()
