"""A case study: evidence of impact."""

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance, Quote
from tcplan.model.types import Amount, OnDay, Prose, Ref, Slug, Text, Title, Url


class Figure(Shape):
    """A number with what it counts."""

    value: Amount = required("the number")
    title: Title = required("what it counts")
    date: OnDay | None = optional("when it was counted")


class CaseStudy(FileShape):
    """What was done, and what came of it."""

    title: Title = required("the title of the case study")
    date: OnDay | None = optional("when it happened")
    themes: tuple[Slug, ...] = many("themes of the Technician Commitment that it shows")
    shows: tuple[Ref, ...] = many("entries of plans that it gives evidence for, such as phase-2/2.1")
    about: Prose | None = optional("what happened and what came of it, in Markdown")
    figures: tuple[Figure, ...] = many("numbers")
    quotes: tuple[Quote, ...] = many("what people said")
    sources: tuple[Text, ...] = many("where the facts come from")
    url: Url | None = optional("a public link")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    internal: Prose | None = optional("a note that is never published")
