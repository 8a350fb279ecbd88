"""A submission: the answers to one form, the plans it reviews and the plan it submits."""

from typing import ClassVar

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance, Evidence, SignOff
from tcplan.model.types import ColourWord, FeedbackTypeWord, Id, OnDay, Prose, Ref, Slug, Title, Url


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


class FeedbackPoint(Shape):
    """One point of what the reviewers said."""

    main: ClassVar[str] = "text"

    id: Id = required("a number or name for references: actions answer stage-2/feedback/3")
    type: FeedbackTypeWord | None = optional("praise, or advice for the next plan")
    text: Prose = required("what the reviewers said, in Markdown")
    internal: Prose | None = optional("a note that is never published")


class Feedback(Shape):
    """What the reviewers said about a submission."""

    date: OnDay | None = optional("the day it was received")
    url: Url | None = optional("a public link to it")
    points: tuple[FeedbackPoint, ...] = many("its points, in the order of the reviewers")
    internal: Prose | None = optional("a note that is never published")


class Submission(FileShape):
    """A self-assessment or a report as it is sent to the people who run a charter."""

    form: Slug = required("the framework with the questions, such as stage-3")
    title: Title | None = optional("its own title; if left out, the title of the form")
    header: dict[Title, Title] = required(
        "what the header of the form asks for by labels of its own, such as `Reporting period: 2025/26`",
        default_factory=dict,
    )
    submits: Ref | None = optional("the plan that is submitted, such as phase-3")
    reviews: tuple[Review, ...] = many("the earlier plans that are reviewed")
    answers: tuple[Answer, ...] = many("the answers")
    endorsement: Prose | None = optional(
        "what the institution's leadership says of this submission, in Markdown; printed above the signatures"
    )
    sign_off: tuple[SignOff, ...] = many("the approval at institutional leadership level")
    due: AgreedDate | None = optional(
        "when this submission is due; if left out, the first of its form is due on the date of the form"
    )
    sent: OnDay | None = optional("the day it was sent")
    feedback: Feedback | None = optional("what the reviewers said about it")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    internal: Prose | None = optional("a note that is never published")
