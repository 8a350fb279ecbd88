"""The rows of a question with its answer, and of the facts that it could cite."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal


class FactKind(StrEnum):
    """The kinds of facts, in the order in which they are shown if none fits the question better."""

    COUNTS = "counts"
    MEASURES = "measures"
    COMPLETED = "completed actions"
    EVIDENCE = "evidence of impact"
    CASE_STUDIES = "case studies"
    VOICE = "voice"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class CitableFactRow:
    """A fact with its id, the plan that it is from, and what to write in an answer to cite it."""

    id: str
    plan: str | None
    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class FactGroupRow:
    """The facts of a kind; `fits` says that the question asks for this kind."""

    kind: FactKind
    fits: bool
    facts: tuple[CitableFactRow, ...]


@dataclass(frozen=True, slots=True)
class AnswerQuestionRow:
    """A question of the form. `words` are those of the answer as a document prints it, `most_words` the limit.

    `most_pages` is a limit of printed pages, which nobody counts here. `needs_evidence` if an answer has to name some.
    """

    id: str
    number: str
    title: str
    about: str | None
    provisional: bool
    words: int
    most_words: int | None
    most_pages: int | None
    evidence: int
    needs_evidence: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The questions of a form, or one of them: with `text`, the answer so far, and the facts that it could cite."""

    format: Literal[1]
    tcplan: str
    as_of: date
    institution: str
    file: str
    form: str
    title: str
    questions: tuple[AnswerQuestionRow, ...]
    question: AnswerQuestionRow | None
    text: str | None
    facts: tuple[FactGroupRow, ...]
