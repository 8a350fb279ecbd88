"""Evidence, quotes, and reports with evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from tcplan.model.parts import Evidence, Quote, Update
from tcplan.model.plan import Plan, Voice
from tcplan.progress.history import updates_until
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext, name_in_words
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.parts import Address, Badge, Prose, TextItem, key_badge
from tcplan.workspace import CaseStudyFile, PlanFile, find_case_study
from tcplan.workspace.consent import WITHHELD, unconfirmed_people


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence: what it is, and the figures of a case study."""

    what: TextItem
    figures: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """What somebody said, and where it comes from."""

    text: Prose
    source: str


@dataclass(frozen=True, slots=True)
class PrintedReportRow:
    """One report on progress; `moved` is the due date that it names."""

    day: str
    badge: Badge | None
    by: TextItem | None
    moved: str
    note: Prose | None
    evidence: tuple[EvidenceRow, ...]


def evidence_rows(context: DocumentContext, evidence: tuple[Evidence, ...]) -> tuple[EvidenceRow, ...]:
    """The evidence in the order of the file, each piece once; of internal evidence only the title."""
    return tuple(_evidence(context, one) for one in cited(context, evidence))


def cited(context: DocumentContext, *evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The pieces of evidence that were there on the day of the document, each once however often it is given."""
    known = set()
    for one in chain(*evidence):
        case = _case_of(context, one)
        key = (case.name,) if case else (one.ref, one.url, (one.title or "").casefold())
        if key not in known and (case is None or context.has_come(case.case_study.date)):
            known.add(key)
            yield one


def evidence_targets(context: DocumentContext, evidence: tuple[Evidence, ...]) -> Iterator[LinkTarget]:
    """The case studies that the evidence cites."""
    for one in cited(context, evidence):
        if case := _case_of(context, one):
            yield LinkTarget((case,), (case.name,))


def _case_of(context: DocumentContext, evidence: Evidence) -> CaseStudyFile | None:
    return None if evidence.ref is None else find_case_study(context.folder, evidence.ref).case_study


def _evidence(context: DocumentContext, evidence: Evidence) -> EvidenceRow:
    href = Address(evidence.url) if evidence.url else None
    if evidence.ref is None:
        return EvidenceRow(TextItem(evidence.title, href) if evidence.title else _without_title(href))
    case = _case_of(context, evidence)
    if case is None:
        return EvidenceRow(
            TextItem(evidence.title or name_in_words(evidence.ref), href), remark="case study, not at hand"
        )
    title = TextItem(evidence.title or case.case_study.title, anchor=context.anchors.of(case))
    return EvidenceRow(title, figures=figures_of(context, case), remark="case study")


def _without_title(href: Address | None) -> TextItem:
    return TextItem(href.url, href) if href else TextItem("Evidence without a title", ours=True)


def figures_of(context: DocumentContext, case: CaseStudyFile) -> tuple[str, ...]:
    """The figures of a case study up to the day of the document; a question mark for what is not a number."""
    shaped = case.file.shaped
    return tuple(
        f"{'?' if shaped.is_tainted(('figures', index, 'value')) else figure.value.text} {figure.title}"
        + (f" ({day_words(figure.date)})" if figure.date else "")
        for index, figure in enumerate(case.case_study.figures)
        if context.has_come(figure.date)
    )


def quote_rows(
    context: DocumentContext, quotes: tuple[Quote, ...], plan: Plan | None, below: int
) -> tuple[QuoteRow, ...]:
    """Quotes in the order of the file, each with the voice entry it comes from, if that was before the document."""
    sources = ((one, _voice_of(context, one, plan)) for one in quotes)
    return tuple(
        QuoteRow(Prose(one.text, below, "a quote"), _source(context, one, voice))
        for one, voice in sources
        if voice is None or context.has_come(voice.date)
    )


def _voice_of(context: DocumentContext, quote: Quote, plan: Plan | None) -> Voice | None:
    return context.named(plan.voice, quote.source) if plan and quote.source else None


def _source(context: DocumentContext, quote: Quote, voice: Voice | None) -> str:
    if voice is None:
        # It should be the id of a voice entry, but may be the name of whoever said it.
        is_name = quote.source and unconfirmed_people(re.sub("[-_]", " ", quote.source), context.folder.glossary)
        return WITHHELD if is_name else quote.source or ""
    return f"{voice.title}, {day_words(voice.date)}" if voice.date else voice.title


def report_rows(
    context: DocumentContext, plan: PlanFile, updates: tuple[Update, ...], below: int
) -> tuple[PrintedReportRow, ...]:
    """The reports up to the day of the document, oldest first; evidence stands with the first that gives it."""
    key, period = plan.rag_key, plan.period
    reports = updates_until(updates, context.as_of)
    new = {id(one) for one in cited(context, *(report.evidence for report in reports))}
    return tuple(
        PrintedReportRow(
            day=day_words(one.date),
            badge=key_badge(key[one.rag]) if one.rag else None,
            by=context.reporter(one.by),
            moved=f"due date moved to {due_words(one.due, period)}" if one.due else "",
            note=context.prose(one.note, below, f"the report of {day_words(one.date)}"),
            evidence=evidence_rows(context, tuple(piece for piece in one.evidence if id(piece) in new)),
        )
        for one in reports
    )


def report_targets(context: DocumentContext, updates: tuple[Update, ...]) -> Iterator[LinkTarget]:
    """The case studies that the reports up to the day of the document cite."""
    for one in updates_until(updates, context.as_of):
        yield from evidence_targets(context, one.evidence)
