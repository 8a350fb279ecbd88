"""Submission: the answers to the questions of the form (TC701, TC702)."""

import re
from collections.abc import Iterator
from typing import Final

from tcplan.findings.finding import Code, Problem, Severity
from tcplan.model.framework import Question
from tcplan.model.submission import Answer
from tcplan.rules.submission.parts import form_of, is_read
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.values.text_length import count_words, shortened
from tcplan.workspace import SubmissionFile

UNANSWERED_QUESTION = Code("TC701", "unanswered-question", Severity.WARNING)
OVER_WORD_LIMIT = Code("TC702", "over-word-limit", Severity.WARNING)

MOST_QUESTIONS: Final = 12
"""No form known has as many."""


def unanswered_question(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A question of the form has no answer yet.

    An answer without text counts as none, unless it has evidence. Questions that have no entry under `answers` are told
    together; those whose wording is provisional apart from the others, since your form may not ask them. A submission
    that has been sent is left out.

    Why: The answers are most of the self-assessment. An empty one is easily overlooked in a long file, and not so
    easily by those who review it.

    Mend: Add an entry with the question's id and the text. If your form does not ask a provisional question, accept the
    finding and say so.
    """
    form = form_of(file, context)
    answers = file.submission.answers
    known = {question.id for question in form.questions} if form else set()
    for index, answer in enumerate(answers):
        if answer.question in known and not _says_something(answer):
            message = f"the answer to {answer.question} is empty"
            path = ("answers", index, "question")
            yield Problem(UNANSWERED_QUESTION, path, message, "write it under `text`")
    given = {answer.question for answer in answers}
    if form and given <= known and is_read(file.file, "answers"):
        yield from _without_entry([question for question in form.questions if question.id not in given], file)


def over_word_limit(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer is longer than its question allows.

    A word is what stands between spaces and holds a letter or a digit, as word processors count it. Evidence does not
    count. A submission that has been sent is left out.

    Why: The limit is part of the form. Where an answer is longer, somebody else decides what is cut.

    Mend: Shorten the answer. What can be shown may move to its evidence, or to a case study.
    """
    form = form_of(file, context)
    limits = {question.id: question.words for question in form.questions} if form else {}
    for index, answer in enumerate(file.submission.answers):
        words, limit = count_words(answer.text or ""), limits.get(answer.question)
        if limit is not None and words > limit:
            message = (
                f"the answer to {answer.question} has {words} words, {words - limit} more than the {limit} allowed"
            )
            yield Problem(OVER_WORD_LIMIT, ("answers", index, "text"), message, "shorten it", on_key=True)


def _says_something(answer: Answer) -> bool:
    return bool(re.search(r"\w", answer.text or "") or answer.evidence)


def _without_entry(questions: list[Question], file: SubmissionFile) -> Iterator[Problem]:
    form = file.submission.form
    path = ("answers",) if file.submission.answers else ("form",)
    attested = [question for question in questions if not question.provisional]
    provisional = [question for question in questions if question.provisional]
    if attested:
        message = f"the submission does not answer {_listed(attested)} of {form}"
        yield Problem(UNANSWERED_QUESTION, path, message, f"add an answer {_to(attested[0])}")
    if provisional:
        message = f"the submission does not answer {_listed(provisional)} of {form}, whose wording is provisional"
        help_text = f"look at your form; where it asks this, add an answer {_to(provisional[0])}"
        yield Problem(UNANSWERED_QUESTION, path, message, help_text)


def _listed(questions: list[Question]) -> str:
    return join_names([question.id for question in questions], MOST_QUESTIONS)


def _to(question: Question) -> str:
    return f"with `question: {question.id}` ({shortened(question.title)})"
