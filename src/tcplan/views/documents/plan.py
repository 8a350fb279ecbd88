"""A plan as a part of a document: its terms, technician voice, measures and entries."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tcplan.model.plan import Plan
from tcplan.progress.thresholds import length_in_words
from tcplan.values.rag import KeyEntry, plain_words
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.entry import (
    IN_FULL,
    ClosedRow,
    DocumentEntryRow,
    StepRow,
    full_rows,
    step_rows,
    with_heading_levels,
)
from tcplan.views.documents.evidence import PrintedReportRow, QuoteRow, quote_rows, report_rows, report_targets
from tcplan.views.documents.measures import MeasuresPart, VoiceRow, measures_part, voice_rows
from tcplan.views.documents.parts import (
    Badge,
    Fact,
    Prose,
    Row,
    Table,
    TextItem,
    cell,
    fact,
    key_badge,
    ours,
)
from tcplan.views.documents.plan_entries import PlanEntries, plan_entries
from tcplan.views.documents.plan_scope import PlanScope, stated_scope
from tcplan.views.documents.sections import Sections
from tcplan.views.documents.timeline import Timeline, timeline
from tcplan.workspace import PlanFile


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A plan, ready to print."""

    facts: tuple[Fact, ...]
    about: Prose | None
    closed: ClosedRow | None
    key: Table | None
    voice: tuple[VoiceRow, ...]
    voice_missing: TextItem | None
    measures: MeasuresPart | None
    measures_missing: TextItem | None
    success: tuple[StepRow, ...]
    quotes: tuple[QuoteRow, ...]
    reports: tuple[PrintedReportRow, ...]
    timeline: Timeline | None
    entries: PlanEntries
    in_full: tuple[DocumentEntryRow, ...]


def plan_targets(context: DocumentContext, file: PlanFile, scope: PlanScope | None = None) -> Iterator[LinkTarget]:
    """The entries and measures of the plan, and the case studies that its reports cite."""
    nodes = (scope or stated_scope(context, file)).nodes
    yield from (LinkTarget((node,), (node.level, node.id)) for node in nodes)
    yield from (LinkTarget((measure,), ("measure", measure.id)) for measure in file.plan.measures)
    yield from report_targets(context, file.plan.updates)
    for node, _ in with_heading_levels(nodes):
        yield from report_targets(context, node.entry.updates)
    if scope and scope.is_detailed:
        yield from (LinkTarget((node, IN_FULL), (node.level, node.id, IN_FULL)) for node in nodes)


def sections_of_plan(context: DocumentContext) -> Sections:
    """The sections of a document with a plan, with the titles that they have in one of its charter."""
    return Sections() if context.of_commitment else Sections().of_other_charter()


def plan_part(context: DocumentContext, file: PlanFile, scope: PlanScope | None = None) -> PlanPart:
    """The plan as it was on the day of the document: as it is submitted, or as a `scope` says."""
    plan, scope = file.plan, scope or stated_scope(context, file)
    voice = voice_rows(context, plan)
    return PlanPart(
        facts=tuple(_facts(context, file)),
        about=context.prose(plan.about, 2, "the plan"),
        closed=_closed(context, file),
        key=_key(file) if scope.is_assessed else None,
        voice=voice,
        voice_missing=None
        if voice or not context.of_commitment
        else ours("No technician voice is recorded in the plan yet."),
        measures=measures_part(context, file, compare=scope.is_assessed),
        measures_missing=None if plan.measures else ours("No measures are recorded in the plan yet."),
        success=step_rows(context, plan.success, file.period),
        quotes=quote_rows(context, plan.quotes, plan, 2),
        reports=report_rows(context, file, plan.updates, 2),
        timeline=timeline(context, file, scope),
        entries=plan_entries(context, file, scope),
        in_full=full_rows(context, file, scope) if scope.is_detailed else (),
    )


def _facts(context: DocumentContext, file: PlanFile) -> Iterator[Fact]:
    plan = file.plan
    yield fact("Period", period_item(plan))
    if plan.follows:
        yield fact("Follows", *(context.plan_title(ref) for ref in plan.follows))
    if plan.review_every:
        yield fact("Progress is reported", ours(f"every {length_in_words(plan.review_every)}"))
    if plan.aligns:
        yield fact("Aligns with", *(context.alignment(ref) for ref in plan.aligns))
    if plan.measured_by:
        titles = {measure.id: measure.title for measure in plan.measures}
        yield fact("Measured by", *(titles.get(one, one) for one in plan.measured_by))
    if plan.ids:
        yield fact("Numbering", ours("assigned for this document; the published plan has none"))


def period_item(plan: Plan) -> TextItem:
    """From when to when a plan runs, as far as that is known."""
    start, end = (plan.period.start, plan.period.end) if plan.period else (None, None)
    if start and end:
        return ours(f"{day_words(start)} to {day_words(end)}")
    if start or end:
        return TextItem(
            f"from {day_words(start)}, without an end date" if start else f"to {day_words(end)}" if end else "",
            ours=True,
        )
    return ours("No period given yet")


def _closed(context: DocumentContext, file: PlanFile) -> ClosedRow | None:
    closed = file.plan.closed
    if closed is None or closed.date.last > context.as_of:
        return None
    unknown = file.file.shaped.is_tainted(("closed", "as"))
    return ClosedRow(
        words=f"{'Closed' if unknown else closed.how.capitalize()} on {day_words(closed.date)}",
        into=TextItem(context.plan_title(closed.into)) if closed.into else None,
        why=context.prose(closed.why, 2, "the closing of the plan"),
    )


def _key_badge(entry: KeyEntry) -> Badge:
    """A colour of the key, with the word for it only if that is not the meaning beside it."""
    badge = key_badge(entry)
    return replace(badge, words=entry.colour.capitalize()) if badge.ours else badge


def _key(plan: PlanFile) -> Table:
    rows = tuple(
        Row(cell(TextItem("", badge=_key_badge(one))), (cell(ours(plain_words(one.means))),))
        for one in plan.rag_key.values()
    )
    return Table("RAG key of this plan", (cell(ours("Colour and word")), cell(ours("Meaning"))), rows)
