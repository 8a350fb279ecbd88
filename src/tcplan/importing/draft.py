"""A plan as it will be written: each value beside the words it was read from."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tcplan.findings.span import Value
from tcplan.importing.document import SourcePlace
from tcplan.importing.found import Doubt, FoundLevel


class DraftValue(NamedTuple):
    """The value of one key of a plan file.

    Attributes:
        value: What is written in the file: text, a list or a mapping, as YAML has them.
        written: The words of the document, where the value was read out of other words; they stay as a comment.
        place: Where these are in the document.
    """

    value: Value
    written: str = ""
    place: SourcePlace = SourcePlace()


@dataclass(slots=True)
class DraftEntry:
    """An entry of a table of the plan.

    Attributes:
        level: What it is; a step is a value of its action.
        id: Its id in the file.
        title: Its title.
        place: Where it is in the document.
        keys: Its other keys, as in the file (`lead`, `owners`, `due`, `success`, `steps`, `updates`, ...).
    """

    level: FoundLevel
    id: str
    title: str
    place: SourcePlace
    keys: dict[str, DraftValue] = field(default_factory=dict)


class OwnerSpelling(NamedTuple):
    """An owner as most of the document writes it, and the other spellings of the same: suggestions for the glossary."""

    name: str
    also: tuple[str, ...]
    long: str = ""


class ImportQuestion(NamedTuple):
    """Something that the person at the terminal can decide.

    Attributes:
        key: What it is asked by, so that the answer finds its way back (`key-of-colours`, `initials CW`).
        text: The question.
        choices: The answers that are possible, each with the words that explain it.
        default: The answer that is taken where nobody is asked.
    """

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    default: str


class MeasureOffer(NamedTuple):
    """A success criterion with numbers that could be followed; it is followed only if somebody writes the measure.

    Attributes:
        criterion: Its words.
        targets: What `targets` of the measure would say, such as `{2026-12: 40%}`.
        place: Where it is in the document.
        entry: The id of the entry that has it.
    """

    criterion: str
    targets: str
    place: SourcePlace
    entry: str


@dataclass(slots=True)
class DraftPlan:
    """A plan before it is written.

    Attributes:
        name: The name of its file without the ending (`phase-2`); empty where nothing says.
        keys: The keys at the top of the file (`title`, `period`, `review_every`, `about`, `rag`, ...).
        entries: The pillars, objectives and actions, in the order of the document.
        ids_assigned: Whether the ids are ours, because the document has none.
        owners: What the glossary could say.
        doubts: What a person should look at.
        questions: What was decided by default and could be asked.
        offers: Numbers that could be followed as measures.
    """

    name: str
    keys: dict[str, DraftValue] = field(default_factory=dict)
    entries: list[DraftEntry] = field(default_factory=list)
    ids_assigned: bool = False
    owners: list[OwnerSpelling] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    questions: list[ImportQuestion] = field(default_factory=list)
    offers: list[MeasureOffer] = field(default_factory=list)
