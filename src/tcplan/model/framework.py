"""A framework: questions of a form, cohorts with their dates, or a list of recommendations, as data."""

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance
from tcplan.model.types import (
    ColourWord,
    EachYear,
    FrameworkTypeWord,
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
)


class Question(Shape):
    """One question of a form."""

    id: Id = required("the question's id, such as q4")
    title: Title = required("what is asked")
    about: Prose | None = optional("guidance, in Markdown")
    words: Whole | None = optional("the maximum number of words in an answer")
    pages: Whole | None = optional("the maximum number of printed pages of an answer; shown, and not checked")
    evidence: YesNo | None = optional("yes if an answer has to name evidence")
    source: Text | None = optional("the public document, if it is not the form's")
    provisional: YesNo | None = optional("yes if no public document confirms the wording")


class StageDue(Shape):
    """When a form is due for a cohort."""

    form: Slug = required("the form, such as stage-3")
    date: OnDay = required("when it is due")


class ListItem(Shape):
    """One entry of a list: a theme, a commitment, a recommendation, a cohort."""

    id: Id = required("the item's id")
    title: Title = required("what it is")
    about: Prose | None = optional("more about it, in Markdown")
    signed: OnDay | None = optional("for a cohort: when its members signed")
    due: tuple[StageDue, ...] = many("for a cohort: when its forms are due")
    source: Text | None = optional("the public document, if it is not the framework's")
    provisional: YesNo | None = optional("yes if no public document confirms the wording")


class Framework(FileShape):
    """A form, the cohorts, or a list that plans align to."""

    type: FrameworkTypeWord = required("what the framework is")
    title: Title = required("its title")
    source: Text | None = optional("the public document, by its title")
    url: Url | None = optional("a public link")
    about: Prose | None = optional("more about it, in Markdown")
    provisional: YesNo | None = optional("yes if no public document confirms any of it")
    charter: Title | None = optional("the charter that it belongs to, such as Technician Commitment")
    header: tuple[Title, ...] = many(
        "for a form: what its header asks for: organisation, contact, email, phone and webpage of the institution, "
        "signed and cohort, or any other label, which the submission answers under `header`"
    )
    plan_months: tuple[Whole, ...] = many(
        "for a form: how many months the submitted plan may run, or the fewest and the most"
    )
    months_after_signing: tuple[Whole, ...] = many(
        "for a form: how many months after signing it is due, or the fewest and the most; `due` of a cohort, of an "
        "institution or of a submission comes first"
    )
    due_each_year: EachYear | None = optional(
        "for a form: the day of every year on which it is due, such as 30 September, or its month; `due` of an "
        "institution or of a submission comes first"
    )
    pages: Whole | None = optional("for a form: the maximum number of printed pages; shown, and not checked")
    reviews_earlier_plans: YesNo | None = optional("for a form: whether earlier plans are reviewed")
    questions: tuple[Question, ...] = many("for a form: its questions")
    closing: dict[ColourWord, tuple[MeaningWord, ...]] = required(
        "for a form: the colour proposed for each meaning", default_factory=dict
    )
    short: Text | None = optional("for a list: its name in a few letters, as documents print it, such as N8")
    item: Text | None = optional("for a list: what one of its items is called, such as commitment")
    items: tuple[ListItem, ...] = many("the entries of a list or the cohorts")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    internal: Prose | None = optional("a note that is never published, such as what nobody has confirmed")
