"""A file of answers: reports that somebody fills in with a text editor, on their way into a plan."""

from tcplan.model.base import FileShape, Shape
from tcplan.model.parts import Acceptance
from tcplan.model.types import Amount, DueOn, Id, Name, OnDay, Prose, Ref, Text, described, many, optional


class AnswerReport(Shape):
    """One report, on an action; what is left empty is not reported."""

    ref: Id = described("the id of the action, such as 2.3.1")
    rag: Text | None = optional("how it stands: a colour of the plan's key, its letter, or the word that is printed")
    note: Prose | None = optional("what has happened, in Markdown")
    due: DueOn | None = optional("a new due date; the published one stays as it is")
    evidence: tuple[Text, ...] = many("links, each with a title before it or without, or case studies")
    readings: dict[Id, Amount] = described("numbers of today, by the id of the measure", default_factory=dict)
    by: Name | None = optional("who reports, where it is not the one named at the top")
    internal: Prose | None = optional("a note that is never published")


class AnswersFile(FileShape):
    """Reports on some actions of a plan: `tcplan report --questions` writes it, `tcplan report --answers` reads it."""

    plan: Ref | None = optional("the plan that is reported on, such as phase-3; without, the current one")
    date: OnDay | None = optional("the day of the reports; today without")
    by: Name | None = optional("who reports")
    reports: tuple[AnswerReport, ...] = many("one report for each action")
    accepted: tuple[Acceptance, ...] = many("findings that the keepers accept")
