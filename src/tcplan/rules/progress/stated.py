"""Progress: what people state, beside what dates, notes and readings say (TC504, TC505, TC508)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import OFF_TRACK_WITHOUT_NOTE, ON_TRACK_THOUGH_OVERDUE, RAG_AGAINST_READING
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState, Signal, SignalKind
from tcplan.rules.support.context import Context
from tcplan.rules.support.measure_series import MeasureSeries, measure_series
from tcplan.rules.support.plan_state import is_over, unfinished
from tcplan.rules.support.report_places import due_now, stated_path
from tcplan.values.rag import COMPLETE, IN_PROGRESS, OFF_TRACK, ON_TRACK, plain_words
from tcplan.workspace import PlanFile


@cache
def _says_nothing_pattern() -> re.Pattern[str]:
    return re.compile(r"\W*|\W{0,9}(?:red|off[ -]track|as above|see above|no change|n/?a)\W{0,9}", re.IGNORECASE)


def on_track_though_overdue(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is stated on track or in progress, although its due date has passed.

    The due date is the last one that a report gives, else that of the plan. What a colour means is read in the plan's
    own key. Actions on which nobody has reported for a whole review period are left out: they are found as silent.

    Why: Whoever reads the page sees a green action that should have been finished. Either it is finished and nobody
    has said so, or it is late and nobody has decided by how much.

    Mend: Ask the owner: report it as complete, or report a new `due` with the reason.
    """
    for state in unfinished(plan, context):
        if state.is_overdue and state.meaning in (ON_TRACK, IN_PROGRESS) and state.stated:
            stated = f"{plain_words(state.meaning)} on {state.stated.date.text}"
            message = f"action {state.node.id} is stated {stated}, but was due on {state.due}"
            help_text = "report it as complete, or report a new `due` with the reason"
            path = stated_path(state, "rag")
            yield Problem(
                ON_TRACK_THOUGH_OVERDUE, path, message, help_text, also=due_now(state), also_says="it was due"
            )


def off_track_without_note(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is stated off track, and its report does not say a word about it.

    A note or an internal note counts, in this report or in a later one; but not a dash, or the colour once more. What a
    colour means is read in the plan's own key.

    Why: A red without a reason helps nobody: the steering group cannot see whether money, a decision or a person is
    missing, nor what would bring the action back.

    Mend: Add a `note`: what stands in the way, what is done about it, and who has to decide. What cannot be published
    goes under `internal`.
    """
    for state in unfinished(plan, context):
        if state.meaning != OFF_TRACK or not state.stated or plan.file.shaped.is_tainted(stated_path(state, "note")):
            continue
        later = state.updates[state.updates.index(state.stated) :]
        if all(_says_nothing_pattern().fullmatch(text or "") for one in later for text in (one.note, one.internal)):
            message = f"action {state.node.id} is stated off track on {state.stated.date.text}, without a note"
            help_text = "add `note:` to the report: what stands in the way, and what is done about it"
            yield Problem(OFF_TRACK_WITHOUT_NOTE, stated_path(state, "rag"), message, help_text)


def rag_against_reading(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An entry is stated on track or complete, while the last reading of a measure that it names says otherwise.

    Found is a reading that is short of the last target that has passed or, where the entry is stated on track, behind
    the straight line to the next target. The report is of the day of the reading or later, so that its writer could
    know. What a colour means is read in the plan's own key.

    Why: The report and the number cannot both be shown without a word. A steering group that sees green does not ask
    what would bring the number back.

    Mend: Put it to the owner. State the colour that the number asks for, or say in the note why the number will be
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
        if state.is_open and state.meaning in (ON_TRACK, COMPLETE):
            for id_ in state.node.entry.measured_by:
                for signal in signals.get(id_, ()):
                    yield from _against(state, signal, measures[id_])


def _against(state: EntryState, signal: Signal, measure: MeasureSeries) -> Iterator[Problem]:
    """The problem of one measure, where its last reading was there when the colour was stated."""
    readings = [one for one in measure.readings if one.last <= state.as_of]
    if not readings or not state.stated or not state.stated_on or state.stated_on < readings[-1].last:
        return
    missed = signal.kind is SignalKind.TARGET_MISSED and _is_short(measure, state)
    behind = signal.kind is SignalKind.MEASURE_BEHIND and state.meaning == ON_TRACK
    if missed or behind:
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
