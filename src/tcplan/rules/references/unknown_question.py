"""Answers to questions, or to labels of the header, that the form does not have (TC110)."""

from collections.abc import Iterator

from tcplan.findings.change import Set
from tcplan.findings.codes import UNKNOWN_QUESTION
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.suggestions import MOST_HINTS
from tcplan.values.near_words import did_you_mean
from tcplan.values.words import FrameworkType
from tcplan.workspace import SubmissionFile
from tcplan.workspace.form_header import header_field, is_same_label, own_labels
from tcplan.workspace.form_questions import question_by_number


def unknown_question(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """An answer names a question, or `header` a label, that the form does not have.

    Capital letters in a label do not count. What institution.yaml says, such as the organisation, has no place in the
    submission.

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


def unknown_header_label(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submission answers a label that the header of its form does not have."""
    form = context.workspace.framework(file.submission.form)
    if form is None or form.type is not FrameworkType.FORM:
        return
    known = list(own_labels(form))
    for label in file.submission.header:
        if any(is_same_label(label, one) for one in known):
            continue
        message = f"the header of {file.submission.form} has no label `{label}` to be answered"
        if header_field(label):
            help_text = "delete it: the document takes this from institution.yaml"
        else:
            labels = f"its labels are: {', '.join(known)}" if known else "delete it: the form has no labels of its own"
            help_text = did_you_mean(label, known, labels)
        yield Problem(UNKNOWN_QUESTION, ("header", label), message, help_text, on_key=True)
