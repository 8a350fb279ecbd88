"""The measures of a plan that have another last reading than before, and whether that is nearer to their target."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tcplan.model.plan import Measure
from tcplan.progress import Assessment
from tcplan.progress.measures import MeasureState, Point, is_towards, measure_state


class MeasureMove(NamedTuple):
    """A measure with its last reading in two states; `is_better` is None where there is no target to say so."""

    measure: Measure
    before: Point | None
    after: Point | None
    target: Point | None
    is_better: bool | None


def measure_moves(before: Assessment, after: Assessment) -> Iterator[MeasureMove]:
    """The measures that have moved, in the order of the later state; of two with one id the first counts."""
    was, now = _states(before), _states(after)
    for id_ in dict.fromkeys((*now, *was)):
        earlier, later = was.get(id_), now.get(id_)
        old, new = _last(earlier), _last(later)
        if old == new:
            continue
        known = later or earlier
        if known:
            target = _target(earlier, later, max(before.as_of, after.as_of))
            yield MeasureMove(known.measure, old, new, target, _is_better(earlier, later, target))


def _states(now: Assessment) -> dict[str, MeasureState]:
    found: dict[str, MeasureState] = {}
    for measure in now.plan.plan.measures:
        found.setdefault(measure.id, measure_state(measure, now.plan.period, now.as_of))
    return found


def _last(state: MeasureState | None) -> Point | None:
    return state.readings[-1] if state and state.readings else None


def _target(before: MeasureState | None, after: MeasureState | None, day: date) -> Point | None:
    """The target that is next on the later day, or was last; that of the later state, if both have one."""
    targets = [*(after.targets if after else ()), *(before.targets if before else ())]
    coming = [one for one in targets if one.day >= day]
    return min(coming, key=lambda one: one.day) if coming else max(targets, key=lambda one: one.day, default=None)


def _is_better(before: MeasureState | None, after: MeasureState | None, target: Point | None) -> bool | None:
    """Whether the last reading has moved the way that the target lies from the first reading."""
    old, new = _last(before), _last(after)
    readings = [*(before.readings if before else ()), *(after.readings if after else ())]
    if old is None or new is None:
        return None
    return is_towards(old, new, min(readings, key=lambda one: one.day), target)
