"""The questions of a form with the answers of a submission."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tcplan.markdown.word_count import count_shown_words
from tcplan.model import Framework
from tcplan.model.framework import Question
from tcplan.model.submission import Answer, Submission
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.evidence import EvidenceRow, evidence_rows, evidence_targets
from tcplan.views.documents.parts import Prose, TextItem, ours, plural, prose
from tcplan.workspace.form_header import length_in_pages


@cache
def _numbered_pattern() -> re.Pattern[str]:
    """An id that is the number of a question: q4, Q4, 4, 4a, question-4."""
    return re.compile(r"(?:q|question)?[-_ .]?([0-9]+[a-z]?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer; `length` is its number of words if the question limits them."""

    text: Prose | None
    text_missing: TextItem | None
    length: TextItem | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its answers, usually one, none if it is not answered yet. `number` is printed first."""

    anchor: str
    number: str
    title: str
    about: Prose | None
    remark: str
    answers: tuple[AnswerRow, ...]
    answers_missing: TextItem | None


@dataclass(frozen=True, slots=True)
class _AskedQuestion:
    """A question with its answers in the submission, and the target of links to it."""

    question: Question
    number: str
    answers: tuple[Answer, ...]
    target: LinkTarget


def question_rows(context: DocumentContext, form: Framework, submission: Submission) -> tuple[QuestionRow, ...]:
    """The form's questions in its order. If ids are words, they are numbered by their places."""
    return tuple(_question(context, one) for one in _asked(form, submission))


def other_rows(context: DocumentContext, form: Framework, submission: Submission) -> tuple[QuestionRow, ...]:
    """Answers to questions that the form does not have, in the order of the file."""
    return tuple(_question(context, one) for one in _others(form, submission))


def question_targets(context: DocumentContext, form: Framework, submission: Submission) -> Iterator[LinkTarget]:
    """The questions of both, and the case studies that their answers cite."""
    for asked in (*_asked(form, submission), *_others(form, submission)):
        yield asked.target
        for answer in asked.answers:
            yield from evidence_targets(context, answer.evidence)


def _asked(form: Framework, submission: Submission) -> Iterator[_AskedQuestion]:
    given = _by_question(submission)
    numbers = [_numbered_pattern().fullmatch(one.id) for one in form.questions]
    for place, (question, own) in enumerate(zip(form.questions, numbers, strict=True), start=1):
        number = f"Question {own[1] if own and all(numbers) else place}"
        answers = tuple(given.get(question.id, ()))
        yield _AskedQuestion(question, number, answers, LinkTarget((question,), ("question", question.id)))


def _others(form: Framework, submission: Submission) -> Iterator[_AskedQuestion]:
    known = {question.id for question in form.questions}
    for id_, answers in _by_question(submission).items():
        if id_ in known:
            continue
        question = Question(id=id_, title="Not a question of this form")
        own = _numbered_pattern().fullmatch(id_)
        # The question is made here, again at each call: its first answer identifies it.
        number = f"Question {own[1] if own else id_}"
        yield _AskedQuestion(question, number, tuple(answers), LinkTarget((answers[0],), ("question", id_)))


def _by_question(submission: Submission) -> dict[str, list[Answer]]:
    """The answers by the ids of their questions, in the order of the file."""
    found: dict[str, list[Answer]] = {}
    for answer in submission.answers:
        found.setdefault(answer.question, []).append(answer)
    return found


def _question(context: DocumentContext, asked: _AskedQuestion) -> QuestionRow:
    question = asked.question
    return QuestionRow(
        anchor=context.anchors.of(*asked.target.about),
        number=asked.number,
        title=question.title,
        about=prose(question.about, 3, question.title),
        remark=_limit(question),
        answers=tuple(_answer(context, question, answer) for answer in asked.answers),
        answers_missing=None if asked.answers else ours("Not answered yet."),
    )


def _limit(question: Question) -> str:
    """How long an answer may be, as the form says it."""
    words = plural(question.words, "word") if question.words else ""
    pages = length_in_pages(question.pages) if question.pages else ""
    limits = " and ".join(filter(None, (words, pages)))
    return f"At most {limits}." if limits else ""


def _answer(context: DocumentContext, question: Question, answer: Answer) -> AnswerRow:
    written = context.figures.fill(answer.text or "")
    text = context.prose(written, 3, question.title)
    return AnswerRow(
        text=text,
        text_missing=None if text else ours("This answer has no text yet."),
        length=None if question.words is None else _length(count_shown_words(written), question.words),
        evidence=evidence_rows(context, answer.evidence),
    )


def _length(words: int, limit: int) -> TextItem:
    length = f"{plural(words, 'word')} of at most {limit}"
    return ours(f"{length}, {words - limit} too many" if words > limit else length)
