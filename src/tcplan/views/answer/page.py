"""The page of a question, or of all questions of a form."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.model import Framework
from tcplan.model.framework import Question
from tcplan.model.submission import Answer
from tcplan.progress.figures.live_figures import LiveFigures, live_figures
from tcplan.values.json_text import DIALECT, json_text
from tcplan.views.answer.facts import facts_of
from tcplan.views.answer.fitting import fitting_first
from tcplan.views.answer.rows import AnswerPage, AnswerQuestionRow
from tcplan.workspace import InstitutionFolder, SubmissionFile, Workspace
from tcplan.workspace.form_questions import question_number

FORMAT: Final = 1


class AnswerSubject:
    """A submission on a day, whose questions are asked about."""

    def __init__(
        self, workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, form: Framework, as_of: date
    ) -> None:
        self.folder, self.file, self.form, self.as_of = folder, file, form, as_of
        self.figures: LiveFigures = live_figures(workspace, folder, file, as_of)

    def page(self, question: Question | None, shown: str) -> AnswerPage:
        """One question with its facts, or all of them without; `shown` is the file as seen from the current folder."""
        rows = tuple(map(self.row, self.form.questions))
        row = next((one for one in rows if question and one.id == question.id), None)
        asked = f"{question.title} {question.about or ''}" if question else ""
        return AnswerPage(
            format=FORMAT,
            tcplan=__version__,
            as_of=self.as_of,
            institution=self.folder.title,
            file=shown,
            form=self.file.submission.form,
            title=self.file.submission.title or self.form.title,
            questions=rows,
            question=row,
            text=_text_of(self._answers(question)) if question else None,
            facts=fitting_first(asked, facts_of(self.folder, self.figures)) if question else (),
        )

    def row(self, question: Question) -> AnswerQuestionRow:
        """One question with how far its answer is."""
        answers = self._answers(question)
        evidence = sum(len(one.evidence) for one in answers)
        words = sum(self.figures.count_words(one.text) for one in answers)
        return AnswerQuestionRow(
            id=question.id,
            number=question_number(question.id, [one.id for one in self.form.questions]),
            title=question.title,
            about=question.about,
            provisional=bool(question.provisional or self.form.provisional),
            words=words,
            most_words=question.words,
            most_pages=question.pages,
            needs_evidence=bool(question.evidence),
            evidence=evidence,
            answered=bool(words or evidence),
        )

    def _answers(self, question: Question) -> Sequence[Answer]:
        return [one for one in self.file.submission.answers if one.question == question.id]


def _text_of(answers: Sequence[Answer]) -> str | None:
    return "\n".join(one.text for one in answers if one.text) or None


def answer_json(page: AnswerPage) -> str:
    """The page for scripts; `answer_schema` describes it."""
    return json_text(TypeAdapter(AnswerPage).dump_python(page, mode="json"), ascii_only=True)


def answer_schema() -> dict[str, Any]:
    """The JSON Schema of `answer_json`."""
    schema = TypeAdapter(AnswerPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan answer"}
