"""What dates, measures and missing reports say, apart from the stated RAG. Each signal is a sentence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from tcplan.findings.span import Path
from tcplan.progress.history import EntryState
from tcplan.progress.measures import MeasureState, measure_state
from tcplan.progress.owed_reports import counted_from
from tcplan.progress.thresholds import DUE_SOON_DAYS, Policy, length_in_words
from tcplan.values.rag import Meaning, plain_words
from tcplan.workspace import PlanFile


class SignalKind(StrEnum):
    """What a signal is about."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    SILENT = "silent"
    DEPENDENCY = "dependency"
    MEASURE_BEHIND = "measure-behind"
    TARGET_MISSED = "target-missed"


class Signal(NamedTuple):
    """One sentence about an action or a measure; `day` is the date that it depends on, if any.

    `subject` is its id, `path` the action's place in the file, which differs even if two have the same id.
    """

    kind: SignalKind
    subject: str
    title: str
    sentence: str
    day: date | None = None
    checkpoint: bool = False
    path: Path = ()

    @property
    def of_measure(self) -> bool:
        """Whether its subject is a measure, not an action."""
        return self.kind in (SignalKind.MEASURE_BEHIND, SignalKind.TARGET_MISSED)


MOST_DEPENDENCIES: Final = 20
"""How many of the actions that one waits for are named: in all they could take many times the size of the file."""

DependencyState = Callable[[str], EntryState | None]
"""Finds the state of the action that a `depends_on` reference names."""


def action_signals(state: EntryState, policy: Policy, find: DependencyState, *, owes_report: bool) -> Iterator[Signal]:
    """All signals of one action; a closed or complete one has none. One that owes a report is silent."""
    if not state.is_open or state.is_complete:
        return
    yield from _overdue(state)
    yield from _due_soon(state)
    if owes_report:
        yield _silent(state, policy)
    yield from _dependencies(state, find)


def measure_signals(plan: PlanFile, as_of: date) -> Iterator[Signal]:
    """The signals of a plan's measures."""
    period = plan.period
    for measure in plan.plan.measures:
        state: MeasureState = measure_state(measure, period, as_of)
        if state.missed:
            yield Signal(SignalKind.TARGET_MISSED, measure.id, measure.title, state.missed)
        if state.behind:
            yield Signal(SignalKind.MEASURE_BEHIND, measure.id, measure.title, state.behind)


def in_order(signals: Iterable[Signal], order: Mapping[str, int]) -> list[Signal]:
    """Signals by kind, then by date, then in the order of the plan."""
    ranks = {kind: rank for rank, kind in enumerate(SignalKind)}
    return sorted(
        signals,
        key=lambda one: (ranks[one.kind], one.day or date.max, order.get(one.subject, len(order))),
    )


def _signal(
    kind: SignalKind, state: EntryState, sentence: str, day: date | None = None, *, checkpoint: bool = False
) -> Signal:
    return Signal(kind, state.node.id, state.node.entry.title, sentence, day, checkpoint, state.node.path)


def _overdue(state: EntryState) -> Iterator[Signal]:
    if not state.is_overdue or state.due is None:
        return
    days = (state.as_of - state.due).days
    stated = f"reported as {plain_words(state.meaning)}" if state.meaning else "not reported"
    sentence = f"was due {state.due}, {days} {'day' if days == 1 else 'days'} ago; {stated}"
    yield _signal(SignalKind.OVERDUE, state, sentence, state.due)


def _due_soon(state: EntryState) -> Iterator[Signal]:
    horizon = state.as_of + timedelta(days=DUE_SOON_DAYS)
    for day in state.checkpoints:
        if state.as_of <= day <= horizon:
            yield _signal(SignalKind.DUE_SOON, state, f"has a checkpoint on {day}", day, checkpoint=True)
    if state.due and state.as_of <= state.due <= horizon:
        yield _signal(SignalKind.DUE_SOON, state, f"is due {state.due}", state.due)


def _silent(state: EntryState, policy: Policy) -> Signal:
    """That an action owes a report; `day` is since when."""
    last = f"last reported {state.reported_on}" if state.reported_on else "never reported"
    sentence = f"{last}; a report is due every {length_in_words(policy.review_every)}"
    return _signal(SignalKind.SILENT, state, sentence, counted_from(state))


def _dependencies(state: EntryState, find: DependencyState) -> Iterator[Signal]:
    waited = [*_waited_for(state, find)]
    for sentence in waited[:MOST_DEPENDENCIES]:
        yield _signal(SignalKind.DEPENDENCY, state, f"depends on {sentence}")
    if len(waited) > MOST_DEPENDENCIES:
        rest = len(waited) - MOST_DEPENDENCIES
        words = f"depends on {rest} more, {'which is' if rest == 1 else 'which are'} off track or overdue"
        yield _signal(SignalKind.DEPENDENCY, state, words)


def _waited_for(state: EntryState, find: DependencyState) -> Iterator[str]:
    """What an action depends on and waits for, each with the reason."""
    for ref in state.node.action.depends_on if state.node.action else ():
        other = find(ref)
        if other is None or not other.is_open or other.is_complete:
            continue
        if other.meaning is Meaning.OFF_TRACK:
            yield f"{ref}, which is off track"
        elif other.is_overdue:
            yield f"{ref}, which was due {other.due}"
