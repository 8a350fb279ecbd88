"""What has moved since the day before, in the words of a committee: one row for each action."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from tcplan.comparison.level_moves import LevelMove, level_moves
from tcplan.comparison.measure_moves import MeasureMove, measure_moves
from tcplan.comparison.movement import ActionMove, ComparedAction, MoveKind, Movement
from tcplan.model.parts import Update
from tcplan.progress.measures import measure_state
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.measure_words import is_reached, point_words
from tcplan.views.documents.parts import Row, Table, TextItem, cell, no_badge, ours, plural, upper_first
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.measure_lines import MeasureLine
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
    measures: tuple[MeasureLine, ...]
    more_measures: str
    nothing: str


def moved_part(context: DocumentContext, found: ProgressComparison, quoted: Container[str] = ()) -> MovedPart:
    """What has moved in the plan since the earlier day; reports on the entries of the ids in `quoted` are elsewhere."""
    if found.moved is None:
        return MovedPart("", None, None, "", (), "", "There is no earlier state of this plan to compare with.")
    if not found.compares:
        return MovedPart("", None, None, "", (), "", "Nothing: the plan is compared with its state of the same day.")
    headlines, actions, measures = _headlines(found), _by_action(found.moved), _measures(found)
    some = headlines or actions or measures
    return MovedPart(
        counts=counts_sentence(found.moved),
        headlines=headlines,
        actions=_actions(context, found, actions, quoted) if actions else None,
        more=_more(len(actions), "action"),
        measures=tuple(_measure_line(found, one) for one in measures[:MOST_MOVED]),
        more_measures=_more(len(measures), "measure"),
        nothing="" if some else f"Nothing is different from {found.day_before}.",
    )


def _by_action(moved: Movement) -> list[list[ActionMove]]:
    """The moves of each action together; what needs a word comes first."""
    found: dict[int, list[ActionMove]] = {}
    for move in moved.moves:
        found.setdefault(id(move.action), []).append(move)
    return list(found.values())


def _actions(
    context: DocumentContext, found: ProgressComparison, actions: list[list[ActionMove]], quoted: Container[str]
) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Action", "Now", "What has moved", "Who"))
    rows = [_row(context, found, moves, quoted) for moves in actions[:MOST_MOVED]]
    return Table(f"Actions that have moved since {found.day_before}", columns, tuple(rows))


def _row(context: DocumentContext, found: ProgressComparison, moves: list[ActionMove], quoted: Container[str]) -> Row:
    action = moves[0].action
    node = action.pair.node
    words = [one for move in moves if (one := move_words(move, moves))]
    items = [ours(upper_first("; ".join(words)))]
    badge = state_badge(action.after, found.now) if action.after else no_badge("no longer in the plan")
    is_told = node.id in quoted or not any(move.kind in _WITH_NOTE for move in moves)
    if not is_told and (note := note_item(_new_report(action))):
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
    """The pillars whose headline is another."""
    moves = level_moves(found.before, found.now) if found.before else ()
    rows = [row for move in moves if (row := _headline_row(move))]
    columns = tuple(cell(ours(one)) for one in ("Pillar", upper_first(found.on_day_before), "Now"))
    return Table("Pillars whose state has changed", columns, tuple(rows)) if rows else None


def _headline_row(move: LevelMove) -> Row | None:
    node, was, now = move.pair.node if move.pair else None, move.before, move.after
    if node is None or node.level is not Level.PILLAR or was is None or now is None:
        return None
    before, after = headline_mark(was.computed), headline_mark(now.computed)
    badges = (cell(TextItem("", badge=before)), cell(TextItem("", badge=after)))
    return Row(cell(f"{node.id} {node.entry.title}"), badges) if before != after else None


def _measures(found: ProgressComparison) -> list[MeasureMove]:
    return [*measure_moves(found.before, found.now)] if found.before else []


def _measure_line(found: ProgressComparison, move: MeasureMove) -> MeasureLine:
    """The reading now and before, and which way that is."""
    before = f", before {point_words(move.before)}" if move.before else ""
    now = point_words(move.after) if move.after else "no reading"
    way = _way(found, move)
    return MeasureLine(TextItem(move.measure.title), ours(f"{now}{before}{f'; {way}' if way else ''}"))


def _way(found: ProgressComparison, move: MeasureMove) -> str:
    if move.target is None:
        return ""
    readings = measure_state(move.measure, found.now.plan.period, found.now.as_of).readings
    target = f"{move.target.quantity.text} by {day_words(move.target.when)}"
    if move.after and readings and is_reached(readings[0], move.after, move.target):
        return f"reached: {target}"
    return {True: f"nearer to {target}", False: f"further from {target}", None: f"target {target}"}[move.is_better]
