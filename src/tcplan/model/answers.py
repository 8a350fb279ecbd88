"""A file of answers: reports that somebody fills in with a text editor, to be added to a plan."""

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance
from tcplan.model.types import Amount, DueOn, Id, Name, OnDay, Prose, Ref, Text


class AnswerReport(Shape):
    """One report, on an action; what is left empty is not reported."""

    ref: Id = required("the id of the action, such as 2.3.1")
    rag: Text | None = optional("the progress: a colour of the plan's key, its letter, or its printed word")
    note: Prose | None = optional("what has happened, in Markdown")
    due: DueOn | None = optional("a new due date; the published one stays as it is")
    evidence: tuple[Text, ...] = many("links, each with or without a title before it, or case studies")
    readings: dict[Id, Amount] = required(
        "readings on the day of the report, by the id of the measure", default_factory=dict
    )
    by: Name | None = optional("who reports, if it is not the person named at the top")
    internal: Prose | None = optional("a note that is never published")


class AnswersFile(FileShape):
    """Reports on some actions of a plan: `tcplan report --questions` writes it, `tcplan report --answers` reads it."""

    plan: Ref | None = optional("the plan that the reports are on, such as phase-3; if left out, the current plan")
    date: OnDay | None = optional("the day of the reports; if left out, today")
    by: Name | None = optional("who reports")
    reports: tuple[AnswerReport, ...] = many("one report for each action")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
