"""Technician voice and measures as they are printed in a plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tcplan.model.plan import Measure, Plan, Voice
from tcplan.progress.measures import MeasureState, measure_state, readings_of
from tcplan.values.dates import Period
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words, long_day
from tcplan.views.documents.measure_chart import MeasureChart, measure_chart
from tcplan.views.documents.measure_words import worries
from tcplan.views.documents.parts import (
    Address,
    Fact,
    Prose,
    TextItem,
    fact,
    ours,
    plural,
    upper_first,
)
from tcplan.workspace import PlanFile


class MeasureField(StrEnum):
    """A column of the table, by the heading that is printed for it."""

    MEASURE = "Measure"
    READINGS = "Readings"
    TARGETS = "Targets"
    COURSE = "Course"
    SOURCE = "Source"


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One way in which technicians shaped the plan."""

    title: str
    facts: tuple[Fact, ...]
    summary: Prose | None


@dataclass(frozen=True, slots=True)
class MeasureNoteRow:
    """A title with prose."""

    title: str
    text: Prose


@dataclass(frozen=True, slots=True)
class MeasureTableRow:
    """A measure with its readings and targets in words, and as a picture where they make a line."""

    anchor: str
    title: str
    readings: tuple[TextItem, ...]
    targets: tuple[TextItem, ...]
    chart: MeasureChart | None
    source: str


@dataclass(frozen=True, slots=True)
class MeasuresPart:
    """The measures of a plan: readings and targets, how they are counted, and what is behind or missed.

    `columns` are those that at least one measure fills; `remark` says what none of them has.
    """

    caption: str
    columns: tuple[MeasureField, ...]
    rows: tuple[MeasureTableRow, ...]
    remark: str
    notes: tuple[MeasureNoteRow, ...]
    signals: tuple[str, ...]


def voice_rows(context: DocumentContext, plan: Plan) -> tuple[VoiceRow, ...]:
    """How people had shaped the plan by the day of the document, in the order of the file."""
    people = "technician" if context.of_commitment else ""
    return tuple(
        VoiceRow(one.title, _voice_facts(one, people), context.prose(one.summary, 3, one.title))
        for one in plan.voice
        if context.has_come(one.date)
    )


def _voice_facts(voice: Voice, people: str) -> tuple[Fact, ...]:
    facts = [
        fact("When", ours(day_words(voice.date))) if voice.date else None,
        _took_part(voice.reached, people) if voice.reached is not None else None,
        fact("Link", TextItem(voice.url, Address(voice.url))) if voice.url else None,
    ]
    return tuple(one for one in facts if one)


def _took_part(number: int, people: str) -> Fact:
    return fact("Took part", ours(plural(number, people) if people else str(number)))


def measures_part(context: DocumentContext, file: PlanFile, *, compare: bool) -> MeasuresPart | None:
    """The measures with readings up to the day of the document; `compare` adds how they compare with their targets."""
    measures, period = file.plan.measures, file.period
    if not measures:
        return None
    states = [measure_state(measure, period, context.as_of) for measure in measures]
    rows = tuple(_row(context, file, index, state) for index, state in enumerate(states))
    texts = ((one.title, context.prose(one.about, 2, one.title)) for one in measures)
    return MeasuresPart(
        caption=f"Measures, with readings up to {long_day(context.as_of)}",
        columns=_columns(rows),
        rows=rows,
        remark=_nothing_stated(rows),
        notes=tuple(MeasureNoteRow(title, text) for title, text in texts if text),
        signals=tuple(f"{state.measure.title}: {words}" for state in states for words in worries(state))
        if compare
        else (),
    )


def _row(context: DocumentContext, file: PlanFile, index: int, state: MeasureState) -> MeasureTableRow:
    measure = state.measure
    return MeasureTableRow(
        anchor=context.anchors.of(measure),
        title=measure.title,
        readings=tuple(map(ours, _readings(context, file, index, measure))),
        targets=tuple(map(ours, _targets(file, index, measure, file.period))),
        chart=None if _is_doubtful(file, index, measure) else measure_chart(state),
        source=measure.source or "",
    )


def _is_doubtful(file: PlanFile, index: int, measure: Measure) -> bool:
    """Whether the file has something that is not an amount, which no picture can show."""
    places = (*(("actual", day.text) for day in measure.actual), *(("targets", due.text) for due in measure.targets))
    return any(file.file.shaped.is_tainted(("measures", index, *place)) for place in places)


def _columns(rows: Iterable[MeasureTableRow]) -> tuple[MeasureField, ...]:
    """The columns that at least one measure fills."""
    filled = {MeasureField.MEASURE}
    for row in rows:
        found = {
            MeasureField.READINGS: row.readings,
            MeasureField.TARGETS: row.targets,
            MeasureField.COURSE: row.chart,
            MeasureField.SOURCE: row.source,
        }
        filled |= {field for field, value in found.items() if value}
    return tuple(field for field in MeasureField if field in filled)


def _nothing_stated(rows: tuple[MeasureTableRow, ...]) -> str:
    """A sentence about what no measure has."""
    missing = [
        word
        for word, has in (("reading", any(row.readings for row in rows)), ("target", any(row.targets for row in rows)))
        if not has
    ]
    whose = "any of the measures" if len(rows) > 1 else "the measure"
    return f"No {' or '.join(missing)} is recorded for {whose}." if missing else ""


def _readings(context: DocumentContext, file: PlanFile, index: int, measure: Measure) -> list[str]:
    readings = [one for one in readings_of(measure) if one.day <= context.as_of]
    return [
        f"{day_words(one.when)}: {_amount(file, (index, 'actual', one.key), one.quantity.text)}"
        f"{' (first reading)' if number == 0 and len(readings) > 1 else ''}"
        for number, one in enumerate(readings)
    ]


def _targets(file: PlanFile, index: int, measure: Measure, period: Period) -> list[str]:
    return [
        f"{upper_first(due_words(due, period))}: {_amount(file, (index, 'targets', due.text), amount.text)}"
        for due, amount in measure.targets.items()
    ]


def _amount(file: PlanFile, place: tuple[int, str, str], text: str) -> str:
    """The amount, or a question mark if the file has something that is not an amount."""
    return "?" if file.file.shaped.is_tainted(("measures", *place)) else text
