"""Colours that contradict the reading of a measure (TC508)."""

from collections.abc import Iterator

from tcplan.findings.codes import RAG_AGAINST_READING
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState, Signal, SignalKind
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import MeasureSeries, measure_series
from tcplan.rules.support.plan_state import is_over
from tcplan.rules.support.report_places import stated_path
from tcplan.values.rag import Meaning, plain_words
from tcplan.workspace import PlanFile


def rag_against_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An entry is reported as on track or complete, but the last reading of a measure that it names says otherwise.

    The reading is short of the last target that has passed or, if the entry is on track, behind the straight line to
    the next target. The report has the date of the reading or a later one, so its writer could know. The plan's own key
    says what a colour means.

    Why: You cannot show both the report and the number without a word of explanation. A steering group that sees green
    does not ask what would bring the number back.

    Fix: Ask the owner. Report the colour that fits the number, or say in the note why the number will still be reached.
    If the number depends on other work, remove the measure from this entry.
    """
    if is_over(plan, context):
        return
    assessment = context.assessment(plan)
    signals: dict[str, list[Signal]] = {}
    for signal in assessment.signals:
        if signal.of_measure:
            signals.setdefault(signal.subject, []).append(signal)
    measures = {one.measure.id: one for one in measure_series(plan) if one.measure.id in signals}
    for state in assessment.states_of(plan.tree.nodes):
        if state.is_open and state.meaning in (Meaning.ON_TRACK, Meaning.COMPLETE):
            for id_ in state.node.entry.measured_by:
                for signal in signals.get(id_, ()):
                    yield from _contradictions(state, signal, measures[id_])


def _contradictions(state: EntryState, signal: Signal, measure: MeasureSeries) -> Iterator[Problem]:
    """The problem of one measure, if its last reading was known when the colour was stated."""
    readings = [one for one in measure.readings if one.last <= state.as_of]
    if not readings or not state.stated or not state.stated_on or state.stated_on < readings[-1].last:
        return
    is_missed = signal.kind is SignalKind.TARGET_MISSED and _is_short(measure, state)
    is_behind = signal.kind is SignalKind.MEASURE_BEHIND and state.meaning is Meaning.ON_TRACK
    if is_missed or is_behind:
        node, reading = state.node, readings[-1]
        stated = (
            f"{node.level} {node.id} was reported as {plain_words(state.meaning or '')} on {state.stated.date.text}"
        )
        message = f"{stated}, but {measure.measure.id} reads {signal.sentence.removeprefix(f'{signal.title}: ')}"
        help_text = "report the colour that fits the number, or say in the note why it will still be reached"
        path = stated_path(state, "rag")
        yield Problem(RAG_AGAINST_READING, path, message, help_text, also=reading.path, also_says="the last reading")


def _is_short(measure: MeasureSeries, state: EntryState) -> bool:
    """Whether the last reading is short of the last target that has passed: it may have caught up since."""
    readings = [one.quantity.value for one in measure.readings if one.last <= state.as_of]
    wanted = [one.quantity.value for one in measure.targets if one.last <= state.as_of]
    if not readings or not wanted:
        return False
    return readings[-1] < wanted[-1] if wanted[-1] >= readings[0] else readings[-1] > wanted[-1]
