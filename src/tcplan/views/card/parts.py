"""The small parts of a card: reports, moves of the due date, steps, measures, alignments, quotes, case studies."""

from collections.abc import Iterable, Sequence
from datetime import date

from tcplan.model.parts import Evidence, Quote, Step, Update
from tcplan.model.plan import Measure, Voice
from tcplan.progress import EntryState
from tcplan.progress.due_moves import DueMove, due_moves
from tcplan.progress.measures import Point, measure_state
from tcplan.values.dates import due_date
from tcplan.views.card.items import CardContext
from tcplan.views.card.rows import (
    AlignmentRow,
    AnsweredPointRow,
    CardEvidenceRow,
    CardQuoteRow,
    CardReportRow,
    CardStepRow,
    CaseStudyRow,
    DueMoveRow,
    MeasureCardRow,
)
from tcplan.views.status.rows import MeasureRow, ReadingRow
from tcplan.workspace import Node, find_case_study, resolve
from tcplan.workspace.feedback import find_feedback


def report_rows(context: CardContext, updates: Iterable[Update]) -> tuple[CardReportRow, ...]:
    """Reports as they are given, oldest first; notes that are never published are left out."""
    key = context.plan.rag_key
    return tuple(
        CardReportRow(
            date=one.date.last,
            rag=one.rag,
            label=key[one.rag].label if one.rag else None,
            by=context.folder.glossary.named(one.by),
            note=one.note,
            due=one.due.text if one.due else None,
            evidence=tuple(_evidence_row(context, evidence) for evidence in one.evidence),
        )
        for one in updates
    )


def due_move_rows(context: CardContext, state: EntryState) -> tuple[DueMoveRow, ...]:
    """The moves of an action's due date, oldest first."""
    return tuple(map(_due_move_row, due_moves(state, context.plan.period)))


def step_rows(context: CardContext, steps: Iterable[Step]) -> tuple[CardStepRow, ...]:
    """Steps or success criteria, with the days as they are typed; what is done later is not done yet."""
    return tuple(_step_row(one, context.day) for one in steps)


def measure_card_rows(
    context: CardContext, measures: Sequence[Measure], rows: Sequence[MeasureRow]
) -> tuple[MeasureCardRow, ...]:
    """Measures with all their readings up to the day, and all their targets."""
    return tuple(_measure_card_row(context, one, row) for one, row in zip(measures, rows, strict=True))


def alignment_rows(context: CardContext, refs: Iterable[str]) -> tuple[AlignmentRow, ...]:
    """Items of frameworks with their titles."""
    return tuple(AlignmentRow(ref, _aligned_title(context, ref)) for ref in refs)


def answered_rows(context: CardContext, refs: Iterable[str]) -> tuple[AnsweredPointRow, ...]:
    """Points of feedback with what the reviewers said."""
    found = ((ref, find_feedback(context.folder, ref)[2]) for ref in refs)
    return tuple(
        AnsweredPointRow(ref, point.type if point else None, point.text if point else None) for ref, point in found
    )


def quote_rows(context: CardContext, quotes: Iterable[Quote]) -> tuple[CardQuoteRow, ...]:
    """Quotes, each with the voice entry that it comes from, or with what is written in its place."""
    voices = {one.id: one for one in reversed(context.plan.plan.voice)}
    return tuple(CardQuoteRow(one.text, _source_words(voices.get(one.source or ""), one.source)) for one in quotes)


def case_study_rows(context: CardContext, node: Node) -> tuple[CaseStudyRow, ...]:
    """The case studies of the institution that are evidence for an entry."""
    return tuple(
        CaseStudyRow(one.name, one.case_study.title)
        for one in context.folder.case_studies.values()
        if any(resolve(context.workspace, context.folder, None, ref).node is node for ref in one.case_study.shows)
    )


def _evidence_row(context: CardContext, evidence: Evidence) -> CardEvidenceRow:
    case = find_case_study(context.folder, evidence.ref).case_study if evidence.ref else None
    title = evidence.title or (case.case_study.title if case else evidence.ref) or evidence.url or ""
    return CardEvidenceRow(title, evidence.url, evidence.ref)


def _step_row(step: Step, as_of: date) -> CardStepRow:
    done = step.done.text if step.done and step.done.last <= as_of else None
    return CardStepRow(step.title, step.due.text if step.due else None, done)


def _due_move_row(move: DueMove) -> DueMoveRow:
    report = move.report
    after = report.due.text if report.due else ""
    return DueMoveRow(report.date.last, move.before, move.before_due.text, move.after, after, move.is_slip, report.note)


def _measure_card_row(context: CardContext, measure: Measure, row: MeasureRow) -> MeasureCardRow:
    period = context.plan.period
    state = measure_state(measure, period, context.day)
    undated = (f"{value.text} by {due.text}" for due, value in measure.targets.items() if not due_date(due, period))
    return MeasureCardRow(
        measure=row,
        about=measure.about,
        source=measure.source,
        readings=tuple(map(_reading_row, state.readings)),
        targets=tuple(map(_reading_row, state.targets)),
        undated_targets=tuple(undated),
        expected=state.expected.text if state.expected else None,
    )


def _reading_row(point: Point) -> ReadingRow:
    return ReadingRow(point.day, point.written, point.quantity.text)


def _aligned_title(context: CardContext, ref: str) -> str | None:
    name, _, id_ = ref.partition("/")
    framework = context.workspace.framework(name)
    if framework is None or not id_:
        return framework.title if framework else None
    items = framework.items
    titles = context.workspace.compute_once(
        ("titles of items", name), lambda: {item.id: item.title for item in reversed(items)}
    )
    return titles.get(id_)


def _source_words(voice: Voice | None, source: str | None) -> str | None:
    if voice is None:
        return source
    return f"{voice.title}, {voice.date.text}" if voice.date else voice.title
