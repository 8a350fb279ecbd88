"""A plan: flat tables of pillars, objectives, actions and measures."""

from typing import ClassVar

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance, Closed, Continues, Quote, SignOff, Step, Update
from tcplan.model.types import (
    Amount,
    ColourWord,
    DueOn,
    Id,
    Language,
    Length,
    MeaningWord,
    Name,
    NumberingWord,
    OnDay,
    PriorityWord,
    Prose,
    Ref,
    Slug,
    StartOn,
    Text,
    Title,
    Url,
    Whole,
)


class PlanPeriod(Shape):
    """The days that the plan runs over."""

    start: OnDay | None = optional("the first day; a month or year means its first day")
    end: OnDay | None = optional("the last day; a month or year means its last day")


class KeyMeaning(Shape):
    """What one colour of the plan's own RAG key means."""

    main: ClassVar[str] = "means"

    means: MeaningWord = required("what the colour means")
    label: Title | None = optional("the word that is printed")


class Voice(Shape):
    """How technicians shaped the plan: a survey, a meeting, a group."""

    id: Id = required("a name for references, such as survey-2024")
    title: Title = required("what it was")
    date: OnDay | None = optional("when it was")
    reached: Whole | None = optional("how many technicians took part")
    summary: Prose | None = optional("what was asked and what came of it, in Markdown")
    url: Url | None = optional("a public link")
    internal: Prose | None = optional("a note that is never published")


class Measure(Shape):
    """A number that is followed, kept once; actions and objectives name it."""

    id: Id = required("a name for references, such as registered")
    title: Title = required("what is counted")
    about: Prose | None = optional("how it is counted, in Markdown")
    targets: dict[DueOn, Amount] = required("targets by date; `end` is the end of the plan", default_factory=dict)
    actual: dict[OnDay, Amount] = required("readings by date; the first is the baseline", default_factory=dict)
    source: Text | None = optional("where the readings come from")
    internal: Prose | None = optional("a note that is never published")


class Entry(Shape):
    """What pillars, objectives and actions have in common."""

    id: Id = required("the number of the entry; it belongs to the entry whose id it extends")
    title: Title = required("what it is, in one sentence")
    about: Prose | None = optional("why it matters, in Markdown")
    internal: Prose | None = optional("a note that is never published")
    under: Id | None = optional("the parent, if it is not the entry whose id this one extends")
    formerly: tuple[Id, ...] = many("earlier ids; references to them still work")
    themes: tuple[Slug, ...] = many("themes of the Technician Commitment that it serves")
    priority: PriorityWord | None = optional("how much it matters")
    lead: Name | None = optional("who is responsible for it; only if the plan names a lead")
    owners: tuple[Name, ...] = many("who carries it out")
    aligns: tuple[Ref, ...] = many("items of frameworks that it serves, such as n8/3")
    continues: tuple[Continues, ...] = many("entries of earlier plans that it continues")
    related: tuple[Ref, ...] = many("entries that it is linked with")
    answers: tuple[Ref, ...] = many("points of feedback that it answers, such as stage-2/feedback/3")
    quotes: tuple[Quote, ...] = many("what technicians said about it")
    success: tuple[Step, ...] = many("how success will be seen")
    measured_by: tuple[Id, ...] = many("measures of the plan")
    updates: tuple[Update, ...] = many("reports, oldest first")
    added: OnDay | None = optional("the day it joined the plan, if that was after the first sign-off or the start")
    closed: Closed | None = optional("how it ended, if it was not finished")


class Pillar(Entry):
    """A pillar: what the institution groups its objectives or actions under."""


class Objective(Entry):
    """An objective: what a group of actions should achieve."""


class Action(Entry):
    """An action: work with owners and a due date."""

    start: StartOn | None = optional("when it begins; if left out, with the plan")
    due: tuple[DueOn, ...] = many(
        "when it is due; if there are several dates, the last is the due date and the others are checkpoints"
    )
    depends_on: tuple[Ref, ...] = many("actions that must be finished first")
    steps: tuple[Step, ...] = many("the parts of the work")


class Plan(FileShape):
    """An action plan of two or three years."""

    title: Title = required("the plan's title")
    charter: Title | None = optional(
        "the charter that it belongs to, such as Technician Commitment; if left out, that of its form"
    )
    language: Language | None = optional("the language of the plan as a tag, such as en-GB, or cy for Welsh")
    ids: NumberingWord | None = optional("`assigned` if the published plan has no numbers and these were added")
    period: PlanPeriod | None = optional("the days that the plan runs over")
    follows: tuple[Ref, ...] = many("the plan or plans before it")
    review_every: Length | None = optional("how often progress is reported, such as 6 months")
    about: Prose | None = optional("an introduction, in Markdown")
    internal: Prose | None = optional("a note that is never published")
    sign_off: tuple[SignOff, ...] = many("approvals; the last is that of the current version")
    rag: dict[ColourWord, KeyMeaning] = required(
        "the plan's own key, only if it differs from the default", default_factory=dict
    )
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    aligns: tuple[Ref, ...] = many("frameworks that the whole plan serves")
    quotes: tuple[Quote, ...] = many("what technicians said about the plan")
    success: tuple[Step, ...] = many("how the success of the plan will be seen")
    measured_by: tuple[Id, ...] = many("measures of the whole plan")
    updates: tuple[Update, ...] = many("reports on the whole plan, oldest first")
    closed: Closed | None = optional("how the plan ended, if it was not completed")
    voice: tuple[Voice, ...] = many("how technicians shaped the plan")
    measures: tuple[Measure, ...] = many("every number that the plan follows")
    pillars: tuple[Pillar, ...] = many("the pillars")
    objectives: tuple[Objective, ...] = many("the objectives")
    actions: tuple[Action, ...] = many("the actions")
