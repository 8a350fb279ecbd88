"""The answer to a question of a form: which one is meant, and its text as a change of the submission."""

from dataclasses import dataclass
from datetime import date

from tcplan.edits.edit_target import SearchScope
from tcplan.edits.named_items import value_changes
from tcplan.edits.reporting import as_prose
from tcplan.edits.resolve_path import place_in_file
from tcplan.errors import UsageError
from tcplan.findings.change import Change
from tcplan.model import Framework
from tcplan.model.framework import Question
from tcplan.values.near_words import did_you_mean, list_some
from tcplan.workspace import InstitutionFolder, SubmissionFile
from tcplan.workspace.choice import check_plans_of
from tcplan.workspace.form_questions import find_question
from tcplan.workspace.selection import select_form, select_submission


@dataclass(frozen=True)
class AnswerTarget:
    """A submission with its form, and the question that is meant, if one is."""

    folder: InstitutionFolder
    file: SubmissionFile
    form: Framework
    question: Question | None

    def sent_words(self, day: date) -> tuple[str, ...]:
        """That it was sent, if it was by a day: what is written now is not in what was sent."""
        sent = self.file.submission.sent
        if sent is None or sent.first > day:
            return ()
        return (f"{self.file.name} was sent on {sent.text}; what is written now was not in it",)


def find_answer(scope: SearchScope, form_words: str, question_words: str | None) -> AnswerTarget:
    """The submission of a form, and a question of it by its id or number.

    Raises UsageError or NothingReadError where it is not clear which is meant.
    """
    name, form = select_form(scope.workspace, form_words, what="form")
    folder, file = select_submission(scope.workspace, scope.root, scope.path, name)
    check_plans_of(scope.workspace, scope.root, folder, file)
    return AnswerTarget(folder, file, form, question_of(form, name, question_words) if question_words else None)


def question_of(form: Framework, name: str, words: str) -> Question:
    """The question that somebody means; raises UsageError for none."""
    known = [question.id for question in form.questions]
    id_ = find_question(words, known)
    if id_ is None:
        help_text = did_you_mean(words, known, list_some(known, "question"))
        raise UsageError(f"the form {name} has no question `{words}`", help_text)
    return next(question for question in form.questions if question.id == id_)


def answer_changes(scope: SearchScope, target: AnswerTarget, question: Question, text: str) -> list[Change]:
    """The change that gives a question its answer; raises UsageError for one without words."""
    words = as_prose(text)
    if words is None:
        raise UsageError("the answer has no words", "to remove an answer, use `tcplan set ... --remove`")
    place = place_in_file(scope, target.file.file, ["answers", question.id, "text"])
    return value_changes(scope, place, [words])
