"""The questions of a form with the answers of a submission."""

import re
from dataclasses import dataclass
from functools import cache

from tcplan.model import Framework
from tcplan.model.framework import Question
from tcplan.model.submission import Answer, Submission
from tcplan.values.text_length import count_words
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.evidence import EvidenceRow, evidence_rows
from tcplan.views.documents.parts import Prose, plural, prose


@cache
def _numbered_pattern() -> re.Pattern[str]:
    return re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer; `length` is its count of words where the question limits them."""

    text: Prose | None
    length: str
    too_long: bool
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its answers: one as a rule, none where it is not answered yet. `number` stands before it."""

    anchor: str
    number: str
    title: str
    about: Prose | None
    remark: str
    answers: tuple[AnswerRow, ...]


def question_rows(context: DocumentContext, form: Framework, submission: Submission) -> tuple[QuestionRow, ...]:
    """The form's questions in its order; one whose id is a word is numbered by its place."""
    return tuple(
        _question(
            context,
            one,
            one.id if _numbered_pattern().search(one.id) else str(place),
            [a for a in submission.answers if a.question == one.id],
        )
        for place, one in enumerate(form.questions, start=1)
    )


def other_rows(context: DocumentContext, form: Framework, submission: Submission) -> tuple[QuestionRow, ...]:
    """Answers to questions that the form does not have, in the order of the file."""
    known = {question.id for question in form.questions}
    others = dict.fromkeys(answer.question for answer in submission.answers if answer.question not in known)
    return tuple(
        _question(
            context,
            Question(id=id_, title="Not a question of this form"),
            id_,
            [a for a in submission.answers if a.question == id_],
        )
        for id_ in others
    )


def _question(context: DocumentContext, question: Question, number: str, answers: list[Answer]) -> QuestionRow:
    remarks = [
        f"Source: {question.source}." if question.source else "",
        "The wording of this question is provisional." if question.provisional else "",
        f"At most {plural(question.words, 'word')}." if question.words else "",
    ]
    return QuestionRow(
        anchor=context.new_anchor("question", question.id),
        number=number,
        title=question.title,
        about=prose(question.about, 3, question.title),
        remark=" ".join(remark for remark in remarks if remark),
        answers=tuple(_answer(context, question, answer) for answer in answers),
    )


def _answer(context: DocumentContext, question: Question, answer: Answer) -> AnswerRow:
    words = count_words(answer.text or "")
    limit = question.words
    over = limit is not None and words > limit
    length = f"{plural(words, 'word')} of at most {limit}" if limit is not None else ""
    return AnswerRow(
        text=prose(answer.text, 3, question.title),
        length=f"{length}, {words - limit} too many" if limit is not None and over else length,
        too_long=over,
        evidence=evidence_rows(context, answer.evidence),
    )
