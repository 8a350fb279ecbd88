"""What has moved since the day before, in the words of a committee: one row for each action."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.comparison.level_moves import LevelMove, level_moves
from tcplan.comparison.measure_moves import MeasureMove, measure_moves
from tcplan.comparison.movement import ActionMove, ComparedAction, MoveKind, Movement
from tcplan.model.parts import Update
from tcplan.progress.measures import Point, measure_state
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.parts import Row, Table, TextItem, cell, no_badge, ours, plural, upper_first
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.measure_words import is_reached
from tcplan.views.documents.progress_paper.people import note_item, people_items
from tcplan.views.documents.progress_paper.states import headline_mark, state_badge, was_words
from tcplan.workspace import Level

MOST_MOVED: Final = 8
"""The number of actions, and of measures, that are listed."""

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

_WITH_NOTE: Final = (MoveKind.WORSENED, MoveKind.NO_LONGER_COMPLETE, MoveKind.SLIPPED)


@dataclass(frozen=True, slots=True)
class MovedPart:
    """What has moved: a sentence of counts, headlines of pillars, a table of actions, how many more, measures."""

    counts: str
    headlines: Table | None
    actions: Table | None
    more: str
    measures: Table | None
    more_measures: str
    nothing: str


def moved_part(context: DocumentContext, found: ProgressComparison) -> MovedPart:
    """What has moved in the plan since the earlier day."""
    if found.moved is None:
        return MovedPart("", None, None, "", None, "", "There is no earlier state of this plan to compare with.")
    headlines, actions, measures = _headlines(found), _by_action(found.moved), _measures(found)
    some = headlines or actions or measures
    return MovedPart(
        counts=_sentence(found.moved),
        headlines=headlines,
        actions=_actions(context, found, actions) if actions else None,
        more=_more(len(actions), "action"),
        measures=_measure_table(found, measures) if measures else None,
        more_measures=_more(len(measures), "measure"),
        nothing="" if some else f"Nothing is different from {found.day_before}.",
    )


def _sentence(moved: Movement) -> str:
    """How many actions did what; an action may have done several things."""
    counts = Counter(move.kind for move in moved.moves)
    parts = [f"{counts[kind]} {words}" for kind, words in _COUNTED.items() if counts[kind]]
    if not parts:
        return ""
    *first, last = parts
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"Of the actions, {listed}."


def _by_action(moved: Movement) -> list[list[ActionMove]]:
    """The moves of each action together; what needs a word comes first."""
    found: dict[int, list[ActionMove]] = {}
    for move in moved.moves:
        found.setdefault(id(move.action), []).append(move)
    return list(found.values())


def _actions(context: DocumentContext, found: ProgressComparison, actions: list[list[ActionMove]]) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Action", "Now", "What has moved", "Who"))
    rows = [_row(context, found, moves) for moves in actions[:MOST_MOVED]]
    return Table(f"Actions that have moved since {found.day_before}", columns, tuple(rows))


def _row(context: DocumentContext, found: ProgressComparison, moves: list[ActionMove]) -> Row:
    action = moves[0].action
    node = action.pair.node
    words = [one for move in moves if (one := _words(move, moves))]
    items = [ours(upper_first("; ".join(words)))]
    badge = state_badge(action.after, found.now) if action.after else no_badge("no longer in the plan", gap=False)
    if any(move.kind in _WITH_NOTE for move in moves) and (note := note_item(_new_report(action))):
        items.append(note)
    cells = (cell(TextItem("", badge=badge)), cell(*items), cell(*people_items(context, node)))
    return Row(cell(f"{node.id} {node.entry.title}"), cells)


def _words(move: ActionMove, beside: list[ActionMove]) -> str:
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


def _new_report(action: ComparedAction) -> Update | None:
    """The last report that was not there before."""
    known = action.before.updates if action.before else ()
    new = [one for one in (action.after.updates if action.after else ()) if one not in known]
    return new[-1] if new else None


def _more(count: int, noun: str) -> str:
    hidden = count - MOST_MOVED
    return f"And {plural(hidden, f'more {noun}')}." if hidden > 0 else ""


def _headlines(found: ProgressComparison) -> Table | None:
    """The pillars whose computed headline is another."""
    moves = level_moves(found.before, found.now) if found.before else ()
    rows = [row for move in moves if (row := _headline_row(move))]
    columns = tuple(cell(ours(one)) for one in ("Pillar", f"On {found.day_before}", "Now"))
    return Table("Pillars whose headline has changed", columns, tuple(rows)) if rows else None


def _headline_row(move: LevelMove) -> Row | None:
    node, was, now = move.pair.node if move.pair else None, move.before, move.after
    if node is None or node.level is not Level.PILLAR or was is None or now is None:
        return None
    before, after = headline_mark(was.computed), headline_mark(now.computed)
    badges = (cell(TextItem("", badge=before)), cell(TextItem("", badge=after)))
    return Row(cell(f"{node.id} {node.entry.title}"), badges) if before != after else None


def _measures(found: ProgressComparison) -> list[MeasureMove]:
    return [*measure_moves(found.before, found.now)] if found.before else []


def _measure_table(found: ProgressComparison, moves: list[MeasureMove]) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Measure", "Before", "Now", "Compared with the target"))
    rows = [
        Row(cell(move.measure.title), tuple(cell(one) for one in _measure_cells(found, move)))
        for move in moves[:MOST_MOVED]
    ]
    return Table(f"Measures with another reading than on {found.day_before}", columns, tuple(rows))


def _measure_cells(found: ProgressComparison, move: MeasureMove) -> Iterator[TextItem]:
    yield ours(point_words(move.before))
    yield ours(point_words(move.after))
    if move.target is None:
        yield ours("–")
        return
    readings = measure_state(move.measure, found.now.plan.period, found.now.as_of).readings
    way = {True: "nearer to ", False: "further from ", None: ""}[move.is_better]
    if move.after and readings and is_reached(readings[0], move.after, move.target):
        way = "reached: "
    yield ours(f"{way}{move.target.quantity.text} by {day_words(move.target.when)}")


def point_words(point: Point | None) -> str:
    """A reading or a target with its day."""
    return f"{point.quantity.text} ({day_words(point.when)})" if point else "–"
