"""Questions of the form without an answer (TC701)."""

import re
from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import UNANSWERED_QUESTION
from tcplan.findings.finding import Problem
from tcplan.model.framework import Question
from tcplan.model.submission import Answer
from tcplan.rules.support.context import Context
from tcplan.rules.support.sentences import join_names
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.values.text_length import shortened
from tcplan.workspace import SubmissionFile

MOST_QUESTIONS: Final = 12
"""No known form has more."""


def unanswered_question(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A question of the form has no answer yet.

    An answer without text counts as none, unless it has evidence. There is one finding for all questions that have no
    entry under `answers`, and one for those whose wording is provisional, since your form may not ask them. A
    submission that has been sent is left out.

    Why: The answers are most of the self-assessment. It is easy to overlook an empty one in a long file, but the people
    who review it will not.

    Fix: Add an entry with the question's id and the text. If your form does not ask a provisional question, accept the
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


def _says_something(answer: Answer) -> bool:
    return bool(re.search(r"\w", answer.text or "") or answer.evidence)


def _without_entry(questions: list[Question], file: SubmissionFile) -> Iterator[Problem]:
    form = file.submission.form
    path = ("answers",) if file.submission.answers else ("form",)
    attested = [question for question in questions if not question.provisional]
    provisional = [question for question in questions if question.provisional]
    if attested:
        message = f"the submission does not answer {_ids(attested)} of {form}"
        help_text = f"add an answer {_how_to_answer(attested[0])}"
        yield Problem(UNANSWERED_QUESTION, path, message, help_text, entries=_entries(attested))
    if provisional:
        message = f"the submission does not answer {_ids(provisional)} of {form}, whose wording is provisional"
        help_text = f"look at your form; if it asks this, add an answer {_how_to_answer(provisional[0])}"
        yield Problem(UNANSWERED_QUESTION, path, message, help_text, entries=_entries(provisional))


def _entries(questions: list[Question]) -> tuple[str, ...]:
    return tuple(f"question {question.id}" for question in questions)


def _ids(questions: list[Question]) -> str:
    return join_names([question.id for question in questions], MOST_QUESTIONS)


def _how_to_answer(question: Question) -> str:
    return f"with `question: {question.id}` ({shortened(question.title)})"
