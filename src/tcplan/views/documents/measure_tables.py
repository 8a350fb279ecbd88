"""Measures in one row each: the first reading, the latest, the target, and whether it is reached."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from tcplan.progress.measures import MeasureState, Point, measure_state
from tcplan.views.documents.days import day_words
from tcplan.views.documents.measure_words import compared_words, is_reached
from tcplan.views.documents.parts import Row, Table, cell, ours, upper_first
from tcplan.workspace import PlanFile

MOST_MEASURES: Final = 5
"""On page one; of more measures those that are behind or missed are listed first."""


def measure_states(file: PlanFile, as_of: date) -> list[MeasureState]:
    """The measures of a plan on a day, in the order of the file."""
    return [measure_state(one, file.period, as_of) for one in file.plan.measures]


def worst_measures(states: Sequence[MeasureState]) -> list[MeasureState]:
    """As many measures as page one has room for."""
    ranked = sorted(states, key=lambda one: not (one.missed or one.behind)) if len(states) > MOST_MEASURES else states
    return [*ranked[:MOST_MEASURES]]


def progress_table(file: PlanFile, states: Sequence[MeasureState], as_of: date, caption: str) -> Table | None:
    """How far each measure is on the way to its next target; None without a measure."""
    heads = ("Measure", "Baseline", "Latest", "Target", "Compared")
    return _table(file, states, caption, heads, [_next_target(one, as_of) for one in states])


def outcome_table(file: PlanFile, states: Sequence[MeasureState], caption: str) -> Table | None:
    """Whether each measure has reached its last target; None without a measure."""
    heads = ("Measure", "Baseline", "Reached", "Target", "Result")
    return _table(file, states, caption, heads, [one.targets[-1] if one.targets else None for one in states])


def _table(
    file: PlanFile,
    states: Sequence[MeasureState],
    caption: str,
    heads: Sequence[str],
    targets: Sequence[Point | None],
) -> Table | None:
    if not states:
        return None
    is_final = heads[-1] == "Result"
    rows = []
    for state, target in zip(states, targets, strict=True):
        said = _result(state, target) if is_final else _compared(state, target)
        texts = (*_readings(file, state), _target(file, state, target), said)
        rows.append(Row(cell(state.measure.title), tuple(cell(ours(one)) for one in texts)))
    return Table(caption, tuple(cell(ours(one)) for one in heads), tuple(rows))


def _next_target(state: MeasureState, as_of: date) -> Point | None:
    return next((one for one in state.targets if one.day >= as_of), state.targets[-1] if state.targets else None)


def _readings(file: PlanFile, state: MeasureState) -> tuple[str, str]:
    """The first reading and the latest, if there is a second."""
    if not state.readings:
        return "No reading yet", "–"
    first, last = state.readings[0], state.readings[-1]
    latest = _point(file, state, last, "actual") if last is not first else "No later reading"
    return _point(file, state, first, "actual"), latest


def _target(file: PlanFile, state: MeasureState, target: Point | None) -> str:
    return _point(file, state, target, "targets", between=" by ") if target else "Not yet stated"


def _point(file: PlanFile, state: MeasureState, point: Point, key: str, between: str = ", ") -> str:
    """An amount with its day; a question mark where the file has something that is no amount."""
    place = next(index for index, one in enumerate(file.plan.measures) if one is state.measure)
    is_unknown = file.file.shaped.is_tainted(("measures", place, key, point.key))
    return f"{'?' if is_unknown else point.quantity.text}{between}{day_words(point.when)}"


def _compared(state: MeasureState, target: Point | None) -> str:
    return upper_first("; ".join(compared_words(state, target))) or ("On course" if state.expected else "–")


def _result(state: MeasureState, target: Point | None) -> str:
    """Whether the last target is met by the last reading, which may be older than the target."""
    if target is None or len(state.readings) < 2:  # noqa: PLR2004 (the first is the baseline)
        return "Not known"
    first, last = state.readings[0], state.readings[-1]
    if is_reached(first, last, target):
        return "Met"
    if last.quantity.percent is not target.quantity.percent:
        return "Not known"
    return "Not met" if last.day >= target.day else "Not met yet"
