"""A submission: the answers to one form, the plans it reviews and the plan it submits."""

from typing import ClassVar

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance, Evidence, SignOff
from tcplan.model.types import ColourWord, Id, OnDay, Prose, Ref, Slug, Title


class ClosingColour(Shape):
    """The RAG that is submitted for one action of a reviewed plan."""

    ref: Ref = required("the action's id in the reviewed plan")
    rag: ColourWord | None = optional(
        "the colour that is submitted; if left out, tcplan proposes one and marks it as proposed"
    )
    note: Prose | None = optional("the outcome, in Markdown")
    evidence: tuple[Evidence, ...] = many("what shows it")
    internal: Prose | None = optional("a note that is never published")


class Review(Shape):
    """A review of an earlier plan, as it was on a day."""

    main: ClassVar[str] = "plan"

    plan: Ref = required("the plan that is reviewed, such as phase-2")
    date: OnDay | None = optional("the day of the review; the plan is shown as it was on that day")
    summary: Prose | None = optional("the outcome in a few sentences, in Markdown")
    closing: tuple[ClosingColour, ...] = many("the RAG of its actions, if stated")
    internal: Prose | None = optional("a note that is never published")


class Answer(Shape):
    """The answer to one question of the form."""

    question: Id = required("the question's id in the form, such as q4")
    text: Prose | None = optional("the answer, in Markdown")
    evidence: tuple[Evidence, ...] = many("what supports it")
    internal: Prose | None = optional("a note that is never published")


class AgreedDate(Shape):
    """When one submission is due, where that was agreed for it."""

    main: ClassVar[str] = "date"

    date: OnDay = required("when it is due")
    why: Prose | None = optional("the reason")


class Submission(FileShape):
    """A self-assessment as it is sent to the Technician Commitment."""

    form: Slug = required("the framework with the questions, such as stage-3")
    title: Title | None = optional("its own title; if left out, the title of the form")
    submits: Ref | None = optional("the plan that is submitted, such as phase-3")
    reviews: tuple[Review, ...] = many("the earlier plans that are reviewed")
    answers: tuple[Answer, ...] = many("the answers")
    sign_off: tuple[SignOff, ...] = many("the approval at institutional leadership level")
    due: AgreedDate | None = optional(
        "when this submission is due; if left out, the first of its form is due on the date of the form"
    )
    sent: OnDay | None = optional("the day it was sent")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    internal: Prose | None = optional("a note that is never published")
