"""Technician voice and measures as they are printed in a plan."""

from dataclasses import dataclass

from tcplan.model.plan import Measure, Plan, Voice
from tcplan.progress.measures import measure_state, readings_of
from tcplan.values.dates import Period
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words, long_day, with_long_dates
from tcplan.views.documents.parts import (
    Address,
    Fact,
    Prose,
    Row,
    Table,
    TextItem,
    cell,
    fact,
    ours,
    plural,
    prose,
    upper_first,
)
from tcplan.workspace import PlanFile


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
class MeasuresPart:
    """The measures of a plan: readings and targets, how they are counted, and what is behind or missed."""

    table: Table
    notes: tuple[MeasureNoteRow, ...]
    signals: tuple[str, ...]


def voice_rows(context: DocumentContext, plan: Plan) -> tuple[VoiceRow, ...]:
    """How technicians had shaped the plan by the day of the document, in the order of the file."""
    return tuple(
        VoiceRow(one.title, _voice_facts(one), prose(one.summary, 3, one.title))
        for one in plan.voice
        if context.has_come(one.date)
    )


def _voice_facts(voice: Voice) -> tuple[Fact, ...]:
    facts = [
        fact("When", ours(day_words(voice.date))) if voice.date else None,
        fact("Took part", ours(plural(voice.reached, "technician"))) if voice.reached is not None else None,
        fact("Link", TextItem(voice.url, Address(voice.url))) if voice.url else None,
    ]
    return tuple(one for one in facts if one)


def measures_part(context: DocumentContext, file: PlanFile, *, compare: bool) -> MeasuresPart | None:
    """The measures with readings up to the day of the document; `compare` adds how they compare with their targets."""
    measures, period = file.plan.measures, file.period
    if not measures:
        return None
    columns = tuple(cell(ours(one)) for one in ("Measure", "Readings", "Targets", "Source"))
    rows = tuple(_row(context, file, index, period) for index in range(len(measures)))
    texts = ((one.title, prose(one.about, 2, one.title)) for one in measures)
    states = [measure_state(measure, period, context.as_of) for measure in measures] if compare else []
    return MeasuresPart(
        table=Table(f"Measures, with readings up to {long_day(context.as_of)}", columns, rows),
        notes=tuple(MeasureNoteRow(title, text) for title, text in texts if text),
        signals=tuple(
            with_long_dates(sentence) for state in states for sentence in (state.missed, state.behind) if sentence
        ),
    )


def _row(context: DocumentContext, file: PlanFile, index: int, period: Period) -> Row:
    measure = file.plan.measures[index]
    readings, targets = _readings(context, file, index, measure), _targets(file, index, measure, period)
    cells = (
        cell(*map(ours, readings)) if readings else cell(ours("No reading yet")),
        cell(*map(ours, targets)) if targets else cell(ours("No target yet")),
        cell(measure.source or (ours("Not stated") if readings else "–")),
    )
    return Row(cell(measure.title), cells, anchor=context.anchors.of(measure))


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
