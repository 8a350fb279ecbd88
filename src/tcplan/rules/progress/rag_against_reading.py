"""Colours that the reading of a measure contradicts (TC508)."""

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
    """An entry is stated on track or complete, while the last reading of a measure that it names says otherwise.

    Found is a reading that is short of the last target that has passed or, where the entry is stated on track, behind
    the straight line to the next target. The report is of the day of the reading or later, so that its writer could
    know. What a colour means is read in the plan's own key.

    Why: The report and the number cannot both be shown without a word. A steering group that sees green does not ask
    what would bring the number back.

    Fix: Put it to the owner. State the colour that the number asks for, or say in the note why the number will be
    reached all the same; if other work decides about the number, take the measure away from this entry.
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
        stated = f"{node.level} {node.id} is stated {plain_words(state.meaning or '')} on {state.stated.date.text}"
        message = f"{stated}, but {measure.measure.id} reads {signal.sentence.removeprefix(f'{signal.title}: ')}"
        help_text = "state the colour that the number asks for, or say in the note why it will be reached all the same"
        path = stated_path(state, "rag")
        yield Problem(RAG_AGAINST_READING, path, message, help_text, also=reading.path, also_says="the last reading")


def _is_short(measure: MeasureSeries, state: EntryState) -> bool:
    """Whether the last reading is short of the last target that has passed: a miss may have been made good since."""
    readings = [one.quantity.value for one in measure.readings if one.last <= state.as_of]
    wanted = [one.quantity.value for one in measure.targets if one.last <= state.as_of]
    if not readings or not wanted:
        return False
    return readings[-1] < wanted[-1] if wanted[-1] >= readings[0] else readings[-1] > wanted[-1]
