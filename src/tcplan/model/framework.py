"""A framework: questions of a form, cohorts with their dates, or a list of recommendations, as data."""

from tcplan.model.base import FileShape, Shape
from tcplan.model.parts import Acceptance
from tcplan.model.types import (
    ColourWord,
    FrameworkTypeWord,
    HeaderFieldWord,
    Id,
    MeaningWord,
    OnDay,
    Prose,
    Slug,
    Text,
    Title,
    Url,
    Whole,
    YesNo,
    described,
    many,
    optional,
)


class Question(Shape):
    """One question of a form."""

    id: Id = described("the question's id, such as q4")
    title: Title = described("what is asked")
    about: Prose | None = optional("guidance, in Markdown")
    words: Whole | None = optional("the most words that an answer may have")
    source: Text | None = optional("the public document, where it is not the form's")
    provisional: YesNo | None = optional("yes where the wording is not attested")


class StageDue(Shape):
    """When a form is due for a cohort."""

    form: Slug = described("the form, such as stage-3")
    date: OnDay = described("when it is due")


class ListItem(Shape):
    """One entry of a list: a theme, a commitment, a recommendation, a cohort."""

    id: Id = described("the item's id")
    title: Title = described("what it is")
    about: Prose | None = optional("more about it, in Markdown")
    signed: OnDay | None = optional("of a cohort: when its members signed")
    due: tuple[StageDue, ...] = many("of a cohort: when its forms are due")
    source: Text | None = optional("the public document, where it is not the framework's")
    provisional: YesNo | None = optional("yes where the wording is not attested")


class Framework(FileShape):
    """A form, the cohorts, or a list that plans align to."""

    type: FrameworkTypeWord = described("what the framework is")
    title: Title = described("its title")
    source: Text | None = optional("the public document, by its title")
    url: Url | None = optional("a public link")
    about: Prose | None = optional("more about it, in Markdown")
    provisional: YesNo | None = optional("yes where nothing of it is attested")
    header: tuple[HeaderFieldWord, ...] = many("of a form: what its header asks for")
    plan_months: tuple[Whole, ...] = many("of a form: how many months the submitted plan may run")
    reviews_earlier_plans: YesNo | None = optional("of a form: whether earlier plans are reviewed")
    questions: tuple[Question, ...] = many("of a form: its questions")
    closing: dict[ColourWord, tuple[MeaningWord, ...]] = described(
        "of a form: the colour proposed for each meaning", default_factory=dict
    )
    items: tuple[ListItem, ...] = many("the entries of a list or the cohorts")
    accepted: tuple[Acceptance, ...] = many("findings that the keepers accept")
