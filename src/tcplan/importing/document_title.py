"""The title that a document has at its top, for a plan that has none of its own."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Final

from tcplan.importing.document import Paragraph, SourceDocument, SourceTable, paragraphs_in
from tcplan.importing.found import FoundPlan
from tcplan.importing.institution_name import institution_in
from tcplan.importing.ledger import HEADER, Ledger

_FIRST: Final = 6
"""The paragraphs among which a title stands."""

_LONGEST: Final = 200


@cache
def _plan_pattern() -> re.Pattern[str]:
    return re.compile(r"\bplan\b|\baction plan|technician commitment", re.IGNORECASE)


@cache
def _sentence_pattern() -> re.Pattern[str]:
    return re.compile(r"[.!?;:]$|\b(?:is|are|was|were|will|has|have|we|our|this|it)\b", re.IGNORECASE)


@cache
def _empty_name_pattern() -> re.Pattern[str]:
    """What a program calls a sheet."""
    return re.compile(r"(?:(?:work)?sheet|tabelle|feuil|table|page)\s*\d*(?:\s*\(\d{1,2}\))?", re.IGNORECASE)


@cache
def _sheet_name_pattern() -> re.Pattern[str]:
    """What people call a sheet, which says less than a title."""
    return re.compile(r"(?:action )?(?:tracker|rag|data|actions?|plan|log|status|progress)", re.IGNORECASE)


def _is_no_title(title: str, institution: str) -> bool:
    """Whether a better title is looked for."""
    is_weak = any(one.fullmatch(title) for one in (_empty_name_pattern(), _sheet_name_pattern()))
    return not title or title == institution or is_weak


def name_by_document(plans: Sequence[FoundPlan], document: SourceDocument, ledger: Ledger) -> None:
    """Give the first plan without a title that of the document, or what the document calls itself.

    The name of the institution alone, as a heading above that of the plan, is no title, nor is what a sheet is called
    that nobody named.
    """
    institution = institution_in(document)
    nameless = [plan for plan in plans if _is_no_title(plan.title.strip(), institution) or _is_below(plan, document)]
    if not nameless or len(plans) > 1:
        return
    plan = nameless[0]
    title = _title_in(document)
    if title is None and plan.title.strip() and not _empty_name_pattern().fullmatch(plan.title.strip()):
        return
    if title is None:
        plan.title = document.title if _plan_pattern().search(document.title) else ""
        return
    plan.title = title.text
    plan.about = [words for words in plan.about if words.paragraphs != (title,)]
    plan.left = [words for words in plan.left if words.paragraphs != (title,)]
    ledger.put([title], HEADER)


def _is_below(plan: FoundPlan, document: SourceDocument) -> bool:
    """Whether a title that does not speak of a plan stands below a line that does."""
    if _plan_pattern().search(plan.title):
        return False
    texts = [one.text.strip() for one in islice(paragraphs_in(document.blocks), _FIRST)]
    title = _title_in(document)
    above = texts[: texts.index(plan.title.strip())] if plan.title.strip() in texts else []
    return title is not None and title.text.strip() in above


def _title_in(document: SourceDocument) -> Paragraph | None:
    """The first line that speaks of a plan: a heading, or words that are no sentence and no header of a table."""
    for paragraph in islice(paragraphs_in(document.blocks), _FIRST):
        if not 0 < len(paragraph.text.strip()) <= _LONGEST or not _plan_pattern().search(paragraph.text):
            continue
        if paragraph.heading or not (
            _sentence_pattern().search(paragraph.text) or _is_beside_others(document, paragraph)
        ):
            return paragraph
    return None


def _is_beside_others(document: SourceDocument, paragraph: Paragraph) -> bool:
    """Whether a paragraph is in a row of a table with other words: then it is a header or a value."""
    for table in document.blocks:
        for row in table.rows if isinstance(table, SourceTable) else ():
            texts = [cell.text for cell in row.cells if cell.text.strip()]
            if paragraph.text in texts:
                return len(texts) > 1
    return False
