"""What the reader of plans finds in a document, before anybody asks what its words mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tcplan.importing.document import Paragraph, SourcePlace


class FoundLevel(StrEnum):
    """What an entry is."""

    PILLAR = "pillar"
    OBJECTIVE = "objective"
    ACTION = "action"
    STEP = "step"


class Field(StrEnum):
    """What a column, or a labelled line, says about an entry. `--map` takes these words."""

    ID = "id"
    PILLAR = "pillar"
    OBJECTIVE = "objective"
    ACTION = "action"
    STEP = "step"
    THEMES = "themes"
    PRIORITY = "priority"
    ALIGNS = "aligns"
    ABOUT = "about"  # rationale, comments, context: prose without a field of its own
    LEAD = "lead"  # the one who answers for it: "Lead", "Accountability", "Responsible"
    OWNERS = "owners"
    SUCCESS = "success"
    START = "start"
    DUE = "due"
    RAG = "rag"
    REPORT = "report"  # what has been done so far: the note of a report
    REPORT_DATE = "report-date"
    EVIDENCE = "evidence"
    RESOURCES = "resources"  # cost, budget: goes into about
    NOTHING = "nothing"  # a running number, an empty column: accounted for, and not taken


@dataclass(frozen=True, slots=True)
class Words:
    """What a document says in one place: of one cell, or one paragraph.

    Attributes:
        paragraphs: The fragments, in order; `text` may be a part of them, where one cell says several things.
        text: The words that count, a paragraph a line.
        place: Where they are.
        column: The header of their column, as it is written.
        fill: The colour of the ground of the cell, as `rrggbb`.
        day: The date of a cell that holds one as a date.
    """

    paragraphs: tuple[Paragraph, ...]
    text: str
    place: SourcePlace
    column: str = ""
    fill: str = ""
    day: date | None = None


@dataclass(slots=True)
class FoundEntry:
    """A pillar, objective, action or step as the document has it.

    Attributes:
        level: What it is.
        number: Its id as it is written, without what stands around it; empty where there is none.
        title: Its words, without the number.
        place: Where its title is.
        fields: What else is said about it, in the order of the document.
        children: The entries below it, in the order of the document.
    """

    level: FoundLevel
    number: str
    title: Words
    place: SourcePlace
    fields: dict[Field, list[Words]] = field(default_factory=dict)
    children: "list[FoundEntry]" = field(default_factory=list)


class Doubt(NamedTuple):
    """Something that a person should look at.

    Attributes:
        kind: A word for what it is about, such as `column`, `owner`, `date`, `id`, `colour`.
        message: What is doubtful, and what was done about it.
        place: Where it is in the document.
        entry: The id of the entry that it is about, as it is written in the plan; empty for the whole plan.
    """

    kind: str
    message: str
    place: SourcePlace
    entry: str = ""


@dataclass(slots=True)
class FoundPlan:
    """One plan of a document.

    Attributes:
        title: What it calls itself; empty where nothing does.
        entries: Its pillars, objectives and actions, those on top.
        about: Text about the plan as a whole.
        key: The lines of a key to its colours, where the document has one.
        doubts: What the reader was not sure of.
        left: Fragments that found no place.
    """

    title: str
    entries: list[FoundEntry]
    about: list[Words] = field(default_factory=list)
    key: list[Words] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    left: list[Words] = field(default_factory=list)


def every_entry(entries: Iterable[FoundEntry]) -> Iterator[FoundEntry]:
    """All entries of a plan, steps too, in the order of the document."""
    for entry in entries:
        yield entry
        yield from every_entry(entry.children)
