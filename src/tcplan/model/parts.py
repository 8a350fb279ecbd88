"""Shapes inside plans and submissions."""

from typing import ClassVar

from tcplan.model.base import Shape, looks_like_reference
from tcplan.model.leaf import many, optional, required
from tcplan.model.types import (
    ColourWord,
    ContinuationWord,
    DueOn,
    EndingWord,
    Fingerprint,
    Id,
    Name,
    OnDay,
    Prose,
    Ref,
    Title,
    Url,
    YesNo,
)


class Evidence(Shape):
    """Something that shows an impact: a title with a link, or a case study of the workspace."""

    main: ClassVar[str] = "title"

    title: Title | None = optional("what the evidence is, as it is printed")
    url: Url | None = optional("a public link")
    ref: Ref | None = optional("a case study of the institution, such as case-studies/open-day")
    internal: Prose | None = optional("a link or note that is never published; the title is")

    @classmethod
    def main_for(cls, text: str) -> str:
        """A plain text is the title, unless it names a file."""
        return "ref" if looks_like_reference(text) else cls.main


class Update(Shape):
    """One report on progress: what the person who reports states."""

    date: OnDay = required("the day of the report")
    rag: ColourWord | None = optional("the colour that is stated; the plan's own key says what it means")
    by: Name | None = optional("who reports")
    note: Prose | None = optional("what has happened, in Markdown")
    due: DueOn | None = optional("a new due date; the published one above stays as it is")
    evidence: tuple[Evidence, ...] = many("what shows the progress")
    internal: Prose | None = optional("a note that is never published")


class Step(Shape):
    """A success criterion or a step, with its own due date and the day it was done."""

    main: ClassVar[str] = "title"

    title: Title = required("what will be seen or done")
    due: DueOn | None = optional("when it is due")
    done: OnDay | None = optional("the day it was done")
    internal: Prose | None = optional("a note that is never published")


class Continues(Shape):
    """An entry of an earlier plan that this one continues, and how."""

    main: ClassVar[str] = "ref"

    ref: Ref = required("the earlier entry, such as phase-1/3.4")
    how: ContinuationWord | None = optional("how it is continued, in the terms of the sector study of 104 plans (2025)")


class Quote(Shape):
    """What technicians said, in their words."""

    source: Id | None = optional("the voice entry it comes from", alias="from")
    text: Prose = required("the words, as they were said")
    internal: Prose | None = optional("a note that is never published")


class Closed(Shape):
    """Work that has ended without being finished; finished work is reported as complete instead."""

    date: OnDay = required("the day it was closed")
    how: EndingWord = required("how it ended", alias="as")
    into: Ref | None = optional("the entry that takes it over")
    why: Prose | None = optional("the reason")
    internal: Prose | None = optional("a note that is never published")


class SignOff(Shape):
    """An approval at institutional leadership level."""

    main: ClassVar[str] = "role"

    role: Name = required("who signed, as a role such as Vice-Chancellor")
    name: Name | None = optional("the person's name, which documents print only with their consent")
    consent: YesNo | None = optional("yes if the person agreed to be named")
    date: OnDay | None = optional("the day of the approval")
    meeting: Title | None = optional("the meeting that gave it, such as the Executive Board")
    fingerprint: Fingerprint | None = optional(
        "what was approved, as `tcplan sign` records it: it tells any change since"
    )
    internal: Prose | None = optional("a note that is never published")


class Acceptance(Shape):
    """A finding that the people who keep the file accept, with the reason."""

    rule: Name = required("the name of the rule, such as gap-in-numbering")
    at: tuple[Ref, ...] = many("the ids where it is accepted; if left out, anywhere in the file")
    why: Title = required("the reason")
    internal: Prose | None = optional("a note that is never published")
