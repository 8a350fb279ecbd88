"""What has moved since the day before, in the words of a committee: one row for each action."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.comparison.level_moves import LevelMove, level_moves
from tcplan.comparison.measure_moves import MeasureMove, measure_moves
from tcplan.comparison.movement import ActionMove, ComparedAction, MoveKind, Movement
from tcplan.model.parts import Update
from tcplan.progress.measures import Point, measure_state
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import Row, Table, TextItem, cell, no_badge, ours, plural, upper_first
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.measure_words import is_reached
from tcplan.views.documents.progress_paper.move_words import counts_sentence, move_words
from tcplan.views.documents.progress_paper.people import note_item, people_items
from tcplan.views.documents.progress_paper.states import headline_mark, state_badge
from tcplan.workspace import Level

MOST_MOVED: Final = 8
"""The number of actions, and of measures, that are listed."""

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
        counts=counts_sentence(found.moved),
        headlines=headlines,
        actions=_actions(context, found, actions) if actions else None,
        more=_more(len(actions), "action"),
        measures=_measure_table(found, measures) if measures else None,
        more_measures=_more(len(measures), "measure"),
        nothing="" if some else f"Nothing is different from {found.day_before}.",
    )


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
    words = [one for move in moves if (one := move_words(move, moves))]
    items = [ours(upper_first("; ".join(words)))]
    badge = state_badge(action.after, found.now) if action.after else no_badge("no longer in the plan")
    if any(move.kind in _WITH_NOTE for move in moves) and (note := note_item(_new_report(action))):
        items.append(note)
    cells = (cell(TextItem("", badge=badge)), cell(*items), cell(*people_items(context, node)))
    return Row(cell(f"{node.id} {node.entry.title}"), cells)


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
