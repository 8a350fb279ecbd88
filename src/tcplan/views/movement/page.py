"""The movement of a plan as rows."""

from collections import Counter
from collections.abc import Iterable

from tcplan.comparison.level_moves import LevelHeadline, LevelMove, level_moves
from tcplan.comparison.measure_moves import MeasureMove, measure_moves
from tcplan.comparison.movement import ComparedAction, Movement, movement
from tcplan.comparison.since import Baseline, Since, find_baseline
from tcplan.progress import Assessment
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.progress.owed_reports import people_asked
from tcplan.views.movement.moves import move_row
from tcplan.views.movement.rows import (
    BaselineRow,
    LevelHeadlineRow,
    LevelMoveRow,
    MeasureMoveRow,
    MovementRow,
    TotalsRow,
)
from tcplan.workspace import Level, Workspace


def movement_row(workspace: Workspace, now: Assessment, since: Since) -> MovementRow:
    """What has moved in a plan since a day, a meeting or a commit; raises UsageError as `find_baseline` does."""
    baseline = find_baseline(workspace, now, since)
    found = movement(baseline.plan, now) if baseline.plan else None
    cells = [cell_of(state, now.policy) for state in now.states_of(now.plan.tree.of(Level.ACTION))]
    return MovementRow(
        institution=now.folder.title,
        plan=now.plan.name,
        file=now.plan.file.name,
        since=_baseline_row(baseline, since),
        until=now.as_of,
        notes=baseline.notes,
        before=_totals(one.from_cell for one in found.actions) if found else None,
        after=_totals(cells),
        reports=sum(map(_is_reported_since, found.actions)) if found else 0,
        levels=_level_rows(found) if found else (),
        moves=tuple(move_row(move, found) for move in found.moves) if found else (),
        measures=_measure_rows(found) if found else (),
    )


def _baseline_row(baseline: Baseline, since: Since) -> BaselineRow:
    kind = "revision" if baseline.revision else "meeting" if baseline.is_meeting else "date"
    return BaselineRow(baseline.day, since.words, kind, baseline.revision.commit if baseline.revision else None)


def _totals(cells: Iterable[TallyCell]) -> TotalsRow:
    counted = Counter(cells)
    numbers = {cell.value: counted[cell] for cell in TallyCell if cell is not TallyCell.ABSENT}
    return TotalsRow(**numbers, actions=sum(numbers.values()))


def _is_reported_since(action: ComparedAction) -> bool:
    """Whether an action has a report that it did not have before."""
    known = action.before.updates if action.before else ()
    return action.after is not None and any(one not in known for one in action.after.updates)


def _level_rows(found: Movement) -> tuple[LevelMoveRow, ...]:
    return tuple(_level_row(move, found) for move in level_moves(found.before, found.after))


def _level_row(move: LevelMove, found: Movement) -> LevelMoveRow:
    node = move.pair.node if move.pair else None
    return LevelMoveRow(
        level=node.level.value if node else "plan",
        id=node.id if node else None,
        title=node.entry.title if node else found.after.plan.plan.title,
        moved=move.has_moved,
        before=_headline_row(move.before) if move.before else None,
        after=_headline_row(move.after) if move.after else None,
    )


def _headline_row(headline: LevelHeadline) -> LevelHeadlineRow:
    computed, key = headline.computed, headline.key
    return LevelHeadlineRow(
        colour=computed.colour,
        words=computed.words,
        reason=computed.reason,
        stated=key.label if key else None,
        stated_colour=key.colour if key else None,
    )


def _measure_rows(found: Movement) -> tuple[MeasureMoveRow, ...]:
    people: dict[str, dict[str, None]] = {}
    for node in found.after.plan.tree.nodes:
        asked = people_asked(node, found.after.folder.glossary) if node.entry.measured_by else {}
        for id_ in node.entry.measured_by:
            people.setdefault(id_, {}).update(dict.fromkeys(asked.values()))
    moves = measure_moves(found.before, found.after)
    return tuple(_measure_row(move, tuple(people.get(move.measure.id, ()))) for move in moves)


def _measure_row(move: MeasureMove, people: tuple[str, ...]) -> MeasureMoveRow:
    before, after, target = move.before, move.after, move.target
    return MeasureMoveRow(
        id=move.measure.id,
        title=move.measure.title,
        people=people,
        before=before.quantity.text if before else None,
        before_on=before.written if before else None,
        after=after.quantity.text if after else None,
        after_on=after.written if after else None,
        target=target.quantity.text if target else None,
        target_by=target.written if target else None,
        better=move.is_better,
    )
