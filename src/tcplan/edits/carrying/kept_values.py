"""What the next plan takes of an entry or a measure: all that is not history, in the words of the plan before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tcplan.findings.span import Value
from tcplan.model.plan import Measure
from tcplan.progress import EntryState
from tcplan.progress.measures import measure_state
from tcplan.values.dates import Due, DueKind, Period, due_date, start_date

_KEPT: Final = ("themes", "priority", "about", "internal", "lead", "owners", "aligns", "measured_by")
"""The keys that are taken as they are written; the rest is changed, or is history."""

_UNDATED: Final = frozenset({DueKind.ONGOING, DueKind.TBC})


@dataclass(frozen=True)
class NextPeriod:
    """The days that the next plan begins on, and the period that relative dates of the old plan are read in."""

    start: date
    old: Period


def kept_entry(
    raw: Mapping[str, Any], state: EntryState, period: NextPeriod, map_ref: Callable[[str], str]
) -> dict[str, Value]:
    """The keys of an entry in the next plan, without those that say where it stands there.

    `map_ref` gives what a reference becomes, or nothing where it has lost its meaning.
    """
    kept: dict[str, Value] = {key: raw[key] for key in _KEPT if raw.get(key)}
    action = state.node.action
    if action:
        kept["start"] = _start(state, period)
        kept["due"] = _due(state, period)
        kept["depends_on"] = _refs(raw.get("depends_on"), map_ref)
    kept["related"] = _refs(raw.get("related"), map_ref)
    for key in ("success", "steps"):
        left = list(_undone(raw.get(key), getattr(state.node.entry, key, ()), period))
        kept[key] = left[0] if len(left) == 1 and isinstance(left[0], str) else left
    return {key: value for key, value in kept.items() if value}


def kept_measure(raw: Mapping[str, Any], measure: Measure, period: NextPeriod, as_of: date) -> dict[str, Value]:
    """A measure in the next plan: its last reading is the new baseline; targets that still lie ahead stay."""
    kept: dict[str, Value] = {key: raw[key] for key in ("id", "title", "about", "source", "internal") if raw.get(key)}
    ahead = ((due, amount) for due, amount in measure.targets.items() if _is_ahead(due, period))
    targets = {_as_date(due, period): amount.text for due, amount in ahead}
    readings = measure_state(measure, period.old, as_of).readings
    if targets:
        kept["targets"] = {**targets}
    if readings:
        kept["actual"] = {readings[-1].written: readings[-1].quantity.text}
    return kept


def _start(state: EntryState, period: NextPeriod) -> Value:
    """A start that lies in the next plan; one that counts from the start of the old plan becomes a date."""
    start = state.node.action.start if state.node.action else None
    day = start_date(start, period.old) if start else None
    if start is None or day is None or day < period.start:
        return None
    return start.text if start.day else day.isoformat()


def _due(state: EntryState, period: NextPeriod) -> Value:
    """The checkpoints and the end that lie in the next plan, as dates; `ongoing` and `tbc` stay."""
    dues = state.node.action.due if state.node.action else ()
    moved = [one.due for one in state.updates if one.due]
    last = moved[-1] if moved else dues[-1] if dues else None
    if last is None:
        return None
    if last.kind in _UNDATED:
        return last.text
    ahead = [one for one in (*dues[:-1], last) if _is_ahead(one, period)]
    written = [_as_date(one, period) for one in ahead]
    return written[0] if len(written) == 1 else [*written] or None


def _is_ahead(due: Due, period: NextPeriod) -> bool:
    day = due_date(due, period.old)
    return day is not None and day >= period.start


def _as_date(due: Due, period: NextPeriod) -> str:
    """A due date as it is written, unless it counts from the start of a plan, which is another one now."""
    return due.text if due.day else str(due_date(due, period.old))


def _undone(raw: object, steps: tuple[Any, ...], period: NextPeriod) -> Iterator[Value]:
    """Success criteria or steps that are not done; a date that has passed before the next plan begins is left out."""
    items = raw if isinstance(raw, list) else [raw] if raw else []
    for item, step in zip(items, steps, strict=False):
        if step.done:
            continue
        if not isinstance(item, dict):
            yield item
            continue
        keys = {key: one for key, one in item.items() if key != "due" and one}
        if step.due and (step.due.kind in _UNDATED or _is_ahead(step.due, period)):
            keys["due"] = step.due.text if step.due.kind in _UNDATED else _as_date(step.due, period)
        yield keys["title"] if set(keys) == {"title"} else keys


def _refs(raw: object, map_ref: Callable[[str], str]) -> Value:
    items = raw if isinstance(raw, list) else [raw] if raw else []
    found = [mapped for one in items if isinstance(one, str) and (mapped := map_ref(one))]
    return found[0] if len(found) == 1 else [*found] or None
