"""The case studies that a document cites, printed in full."""

from dataclasses import dataclass

from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.evidence import QuoteRow, figures_of, quote_rows
from tcplan.views.documents.parts import Address, Fact, Prose, TextItem, fact, ours
from tcplan.workspace import CaseStudyFile


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case study in full."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    about: Prose | None
    quotes: tuple[QuoteRow, ...]


def case_rows(context: DocumentContext) -> tuple[CaseRow, ...]:
    """The case studies that the document cites, in the order of their first mention."""
    return tuple(_case(context, case) for case in context.cases)


def _case(context: DocumentContext, case: CaseStudyFile) -> CaseRow:
    study = case.case_study
    figures = figures_of(context, case)
    facts = [
        *([fact("When", ours(day_words(study.date)))] if study.date else []),
        *([fact("Themes", *(context.theme(theme) for theme in study.themes))] if study.themes else []),
        *([fact("Figures", *figures)] if figures else []),
        *([fact("Sources", *study.sources)] if study.sources else []),
        *([fact("Link", TextItem(study.url, Address(study.url)))] if study.url else []),
    ]
    return CaseRow(
        anchor=context.anchors.of(case),
        title=study.title,
        facts=tuple(facts),
        about=context.prose(study.about, 3, study.title),
        quotes=quote_rows(context, study.quotes, None, 3),
    )
