"""A question of a form with its answer so far and the facts it could cite, or all questions, on a terminal."""

from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import QUIET, STRONG, Page, Part
from tcplan.terminal.paragraphs import add_prose
from tcplan.terminal.screen import Screen, pad
from tcplan.values.plain_text import file_name
from tcplan.views.answer.rows import AnswerPage, AnswerQuestionRow, FactGroupRow
from tcplan.views.documents.parts import plural, upper_first
from tcplan.workspace.form_header import length_in_pages

MOST_FACTS: Final = 6
"""So many facts of a kind are shown unless all are asked for."""


def answer_text(page: AnswerPage, screen: Screen, command: str, *, everything: bool) -> str:
    """The page as text; `command` is the beginning of the one that writes an answer."""
    out = Page(screen)
    out.line((screen.fit(page.title), STRONG))
    facts = (page.institution, file_name(page.file), f"as of {page.as_of}")
    out.flow([(screen.fit(fact),) for fact in facts], gap=" · " if screen.symbols else " | ")
    if page.question is None:
        _add_questions(out, page)
        out.blank()
        first = next((row for row in page.questions if not row.answered), page.questions[0])
        out.paragraph(screen.fit(f"To see a question and what it could cite: {command} {first.id}"))
        return out.text()
    _add_question(out, page, page.question)
    for group in page.facts:
        _add_group(out, group, everything=everything)
    out.blank()
    out.paragraph("To write the answer, with a file, or with - to type or paste it:")
    out.paragraph(screen.fit(f"{command} --text FILE"))
    return out.text()


def length_words(row: AnswerQuestionRow) -> str:
    """How long an answer is: `12 words of at most 250`, and what else it may be."""
    pages = f", at most {length_in_pages(row.most_pages)} (not counted)" if row.most_pages else ""
    if not row.answered:
        words = "" if row.most_words is None else f", at most {plural(row.most_words, 'word')}"
        return f"not answered{words}{pages}"
    words = plural(row.words, "word")
    if row.most_words is None:
        return f"{words}{pages}"
    more = row.words - row.most_words
    return f"{words} of at most {row.most_words}" + (f", {more} too many" if more > 0 else "") + pages


def _evidence_words(row: AnswerQuestionRow) -> str:
    """How much evidence there is; that it is missing is said where the question asks for it."""
    if row.evidence:
        return f", {plural(row.evidence, 'piece')} of evidence"
    return ", no evidence yet, which the question asks for" if row.needs_evidence else ""


def _add_questions(out: Page, page: AnswerPage) -> None:
    screen = out.screen
    out.blank()
    ids = max(cell_len(screen.id(row.id)) for row in page.questions)
    for row in page.questions:
        out.paragraph(screen.fit(row.title), indent=ids + 4, first=("  ", (pad(screen.id(row.id), ids), STRONG), "  "))
        out.paragraph(f"{length_words(row)}{_evidence_words(row)}", indent=ids + 4, style=QUIET)


def _add_question(out: Page, page: AnswerPage, row: AnswerQuestionRow) -> None:
    screen = out.screen
    out.blank()
    out.paragraph(screen.fit(row.title), indent=4, first=((f"{screen.id(row.id)}  ", STRONG),), style=STRONG)
    if row.about:
        add_prose(out, row.about, indent=4)
    if row.provisional:
        out.paragraph("The wording of this question is provisional: compare it with your form.", indent=4, style=QUIET)
    out.paragraph(f"{upper_first(length_words(row))}{_evidence_words(row)}", indent=4)
    if page.text:
        out.heading("The answer so far")
        add_prose(out, page.text, indent=4)


def _add_group(out: Page, group: FactGroupRow, *, everything: bool) -> None:
    screen = out.screen
    out.heading(upper_first(group.kind.value), "asked for here" if group.fits else "")
    shown = group.facts if everything else group.facts[:MOST_FACTS]
    for fact in shown:
        plan: tuple[Part, ...] = ((screen.fit(fact.plan), QUIET), "  ") if fact.plan else ()
        first = ("  ", (screen.id(fact.id), STRONG), "  ", *plan)
        out.paragraph(screen.fit(fact.text), indent=4, first=first)
        out.paragraph(screen.fit(fact.cite), indent=4, style=QUIET)
    if len(shown) < len(group.facts):
        out.paragraph(f"and {len(group.facts) - len(shown)} more (--all lists them)", indent=2, style=QUIET)
