"""Answers to questions that the form does not have (TC110)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import UNKNOWN_QUESTION
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.suggestions import MOST_HINTS
from tcplan.values.near_words import did_you_mean
from tcplan.values.words import FrameworkType
from tcplan.workspace import SubmissionFile
from tcplan.workspace.form_questions import question_by_number


def unknown_question(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer names a question that its form does not have.

    Why: The text would not be printed under any question, and the question it was written for looks unanswered.

    Fix: Write the id of the question as the form has it, such as `q4`. The help suggests the nearest id or lists them
    all.
    """
    framework = context.workspace.framework(file.submission.form)
    if framework is None or framework.type is not FrameworkType.FORM:
        return
    known = [question.id for question in framework.questions]
    there, unknown = set(known), 0
    for index, answer in enumerate(file.submission.answers):
        if answer.question not in there:
            unknown += 1
            message = f"{file.submission.form} has no question `{answer.question}`"
            path = ("answers", index, "question")
            if unknown > MOST_HINTS:
                yield Problem(UNKNOWN_QUESTION, path, message, "write the id of a question of the form")
                continue
            if meant := question_by_number(answer.question, known):
                yield Problem(UNKNOWN_QUESTION, path, message, f"did you mean `{meant}`?", fix=Set(path, meant))
                continue
            help_text = did_you_mean(answer.question, known, f"its questions are: {', '.join(known)}")
            yield Problem(UNKNOWN_QUESTION, path, message, help_text)
