"""Evidence, quotes, and reports with evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tcplan.model.parts import Evidence, Quote, Update
from tcplan.model.plan import Plan
from tcplan.progress.history import updates_until
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.parts import Address, Badge, Prose, TextItem, key_badge, prose
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
    """The evidence in the order of the file; of internal evidence only the title."""
    return tuple(_evidence(context, one) for one in evidence)


def evidence_targets(context: DocumentContext, evidence: tuple[Evidence, ...]) -> Iterator[LinkTarget]:
    """The case studies that the evidence cites."""
    for one in evidence:
        case = find_case_study(context.folder, one.ref).case_study if one.ref is not None else None
        if case:
            yield LinkTarget((case,), (case.name,))


def _evidence(context: DocumentContext, evidence: Evidence) -> EvidenceRow:
    href = Address(evidence.url) if evidence.url else None
    if evidence.ref is None:
        return EvidenceRow(TextItem(evidence.title, href) if evidence.title else _without_title(href))
    case = find_case_study(context.folder, evidence.ref).case_study
    if case is None:
        return EvidenceRow(
            TextItem(evidence.title or evidence.ref, href), remark="this case study is not in the workspace"
        )
    title = TextItem(evidence.title or case.case_study.title, anchor=context.anchors.of(case))
    return EvidenceRow(title, figures=figures_of(case), remark="case study")


def _without_title(href: Address | None) -> TextItem:
    return TextItem(href.url, href) if href else TextItem("Evidence without a title", ours=True)


def figures_of(case: CaseStudyFile) -> tuple[str, ...]:
    """The figures of a case study; a question mark if the file has something that is not a number."""
    shaped = case.file.shaped
    return tuple(
        f"{'?' if shaped.is_tainted(('figures', index, 'value')) else figure.value.text} {figure.title}"
        + (f" ({day_words(figure.date)})" if figure.date else "")
        for index, figure in enumerate(case.case_study.figures)
    )


def quote_rows(
    context: DocumentContext, quotes: tuple[Quote, ...], plan: Plan | None, below: int
) -> tuple[QuoteRow, ...]:
    """Quotes in the order of the file, each with the voice entry it comes from."""
    return tuple(QuoteRow(Prose(one.text, below, "a quote"), _source(context, one, plan)) for one in quotes)


def _source(context: DocumentContext, quote: Quote, plan: Plan | None) -> str:
    voice = context.named(plan.voice, quote.source) if plan and quote.source else None
    if voice is None:
        # It should be the id of a voice entry, but may be the name of whoever said it.
        is_name = quote.source and unconfirmed_people(re.sub("[-_]", " ", quote.source), context.folder.glossary)
        return WITHHELD if is_name else quote.source or ""
    return f"{voice.title}, {day_words(voice.date)}" if voice.date else voice.title


def report_rows(
    context: DocumentContext, plan: PlanFile, updates: tuple[Update, ...], below: int
) -> tuple[PrintedReportRow, ...]:
    """The reports up to the day of the document, oldest first."""
    key, period = plan.rag_key, plan.period
    return tuple(
        PrintedReportRow(
            day=day_words(one.date),
            badge=key_badge(key[one.rag]) if one.rag else None,
            by=context.reporter(one.by),
            moved=f"due date moved to {due_words(one.due, period)}" if one.due else "",
            note=prose(one.note, below, f"the report of {day_words(one.date)}"),
            evidence=evidence_rows(context, one.evidence),
        )
        for one in updates_until(updates, context.as_of)
    )


def report_targets(context: DocumentContext, updates: tuple[Update, ...]) -> Iterator[LinkTarget]:
    """The case studies that the reports up to the day of the document cite."""
    for one in updates_until(updates, context.as_of):
        yield from evidence_targets(context, one.evidence)
