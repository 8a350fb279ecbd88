"""The rows of a status page for single actions, measures and signals."""

from collections.abc import Iterable
from datetime import date

from tcplan.model.plan import Measure
from tcplan.progress import Assessment, EntryState, Signal
from tcplan.progress.action_counts import cell_of, counts_as_reported
from tcplan.progress.measures import MeasureState, Point, is_towards, measure_state, target_on, trend_of
from tcplan.progress.owed_reports import people_asked
from tcplan.progress.report_requests import due_reports
from tcplan.values.rag import NOT_REPORTED
from tcplan.views.status.counted import counted_words
from tcplan.views.status.parts import closed_words
from tcplan.views.status.rows import ActionRow, MeasureRow, ReadingRow, SignalRow
from tcplan.workspace import Level, Node


def action_rows(now: Assessment) -> tuple[ActionRow, ...]:
    """The actions that belong to the plan on the day, in the order of the file."""
    due = {node.path: day for day, node in due_reports(now)}
    states = now.states_of(now.nodes_in_plan(Level.ACTION))
    return tuple(_action_row(state, now, due.get(state.node.path)) for state in states)


def action_row(now: Assessment, node: Node) -> ActionRow:
    """One action, whether or not it belongs to the plan on the day yet."""
    due = next((day for day, one in due_reports(now) if one is node), None)
    return _action_row(now.state(node), now, due)


def measure_rows(now: Assessment, measures: Iterable[Measure] | None = None) -> tuple[MeasureRow, ...]:
    """Some measures, or all of them, in the order of the file."""
    period, wanted = now.plan.period, now.plan.plan.measures if measures is None else measures
    return tuple(_measure_row(measure_state(one, period, now.as_of), now) for one in wanted)


def signal_rows(now: Assessment, signals: Iterable[Signal] | None = None) -> tuple[SignalRow, ...]:
    """Some signals, or all of them, by kind, then by date."""
    glossary = now.folder.glossary
    people = {one.path: tuple(people_asked(one, glossary).values()) for one in now.plan.tree.of(Level.ACTION)}
    return tuple(
        SignalRow(
            one.kind.value,
            one.subject,
            one.title,
            one.sentence,
            one.day,
            one.checkpoint,
            () if one.of_measure else people.get(one.path, ()),
        )
        for one in (now.signals if signals is None else signals)
    )


def _action_row(state: EntryState, now: Assessment, report_due: date | None) -> ActionRow:
    node, entry, glossary = state.node, state.node.entry, now.folder.glossary
    pillar, objective = node.above(Level.PILLAR), node.above(Level.OBJECTIVE)
    dues, counted = node.action.due if node.action else (), cell_of(state, now.policy)
    return ActionRow(
        id=node.id,
        title=entry.title,
        pillar=pillar.id if pillar else None,
        objective=objective.id if objective else None,
        priority=node.priority,
        priority_stated=entry.priority,
        themes=node.themes,
        lead=glossary.canonical(entry.lead) if entry.lead else None,
        owners=tuple(map(glossary.canonical, entry.owners)),
        started=state.started,
        due=state.due,
        due_text=", ".join(due.text for due in dues),
        due_now=state.due_text,
        slips=state.slips,
        overdue=state.is_overdue,
        rag=state.key.colour if state.key else None,
        meaning=state.meaning,
        label=state.key.label if state.key else NOT_REPORTED,
        report_counts=counts_as_reported(state, now.policy),
        counts_as=counted.value,
        state=counted_words(state, counted),
        reported_on=state.reported_on,
        note=state.updates[-1].note if state.updates else None,
        closed=closed_words(state.closed, now.as_of),
        report_due=report_due,
        owes_report=now.owes_report(node),
        people=tuple(people_asked(node, glossary).values()),
    )


def _measure_row(state: MeasureState, now: Assessment) -> MeasureRow:
    target = target_on(state, now.as_of)
    trend = towards = None
    if len(state.readings) > 1:
        old, new = state.readings[-2:]
        trend, towards = trend_of(old, new), is_towards(old, new, state.readings[0], target)
    return MeasureRow(
        id=state.measure.id,
        title=state.measure.title,
        first=_reading(state.readings[0] if state.readings else None),
        last=_reading(state.readings[-1] if state.readings else None),
        target=_reading(target),
        trend=trend,
        towards=towards,
        behind=state.behind or None,
        missed=state.missed or None,
    )


def _reading(point: Point | None) -> ReadingRow | None:
    return ReadingRow(point.day, point.written, point.quantity.text) if point else None
