"""The rows of the card of one item, in the same words for the terminal and for JSON."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from tcplan.values.words import Continuation
from tcplan.views.plan_head import PlanHeadRow
from tcplan.views.status.rows import (
    ActionRow,
    HeadlineRow,
    KeyRow,
    MeasureRow,
    ReadingRow,
    SignalRow,
    StatedRow,
    TallyRow,
)


class ItemKind(StrEnum):
    """What a card is about."""

    PLAN = "plan"
    PILLAR = "pillar"
    OBJECTIVE = "objective"
    ACTION = "action"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class RelatedItemRow:
    """Another entry as the item's plan would name it, with its state on the day.

    `found` is False for a reference to what is not in the workspace; then nothing else is known. `counts_as`
    is what an action is counted as in the tally of its plan, and `state` says so in words. `closing` is the
    colour that it was submitted with, or would be, if its plan has ended. `how` says how it is continued, or how it
    ended in the item. `distance` counts the plans between: 1 is the next. `headline` is the computed colour of a pillar
    or an objective that is open, from its actions, and `headline_words` are its words.
    """

    ref: str
    found: bool
    level: str | None = None
    title: str = ""
    letter: str | None = None
    symbol: str | None = None
    rag: str | None = None
    label: str = ""
    counts_as: str | None = None
    state: str = ""
    due: date | None = None
    overdue: bool = False
    complete: bool = False
    closed: str | None = None
    closing: str | None = None
    how: Continuation | None = None
    distance: int = 1
    headline: str | None = None
    headline_words: str | None = None


@dataclass(frozen=True, slots=True)
class CardEvidenceRow:
    """A piece of evidence: its title, a public link, and the name of a case study."""

    title: str
    url: str | None
    case_study: str | None


@dataclass(frozen=True, slots=True)
class CardReportRow:
    """One report. `due` is the due date that it gives, as it is typed."""

    date: date
    rag: str | None
    label: str | None
    by: str | None
    note: str | None
    due: str | None
    evidence: tuple[CardEvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class DueMoveRow:
    """A move of the due date, by the report of a day; without a day it is as it is typed, such as `ongoing`."""

    reported_on: date
    from_due: date | None
    from_text: str
    to_due: date | None
    to_text: str
    slip: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class CardStepRow:
    """A step or a success criterion, with the days as they are typed."""

    title: str
    due: str | None
    done: str | None


@dataclass(frozen=True, slots=True)
class MeasureCardRow:
    """A measure with all its readings and targets. `expected` is where its line is on the day of the last reading."""

    measure: MeasureRow
    about: str | None
    source: str | None
    readings: tuple[ReadingRow, ...]
    targets: tuple[ReadingRow, ...]
    undated_targets: tuple[str, ...]
    expected: str | None


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """An item of a framework; without a title if it is not known."""

    ref: str
    title: str | None


@dataclass(frozen=True, slots=True)
class CardQuoteRow:
    """What somebody said, and where that comes from."""

    text: str
    source: str | None


@dataclass(frozen=True, slots=True)
class CaseStudyRow:
    """A case study that is evidence for the item."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class LinksRow:
    """How the item is linked with others, in both directions.

    `under` are the entries that it belongs to, the nearest last, `holds` those that belong to it. `needed_by` depend on
    it; `named_by` are related to it by their own words; what is `merged_from` ended in it. `continues` are its
    relatives in earlier plans, `continued_by` those in later ones, the nearest first. A measure is `used_by` entries.
    """

    under: tuple[RelatedItemRow, ...] = ()
    holds: tuple[RelatedItemRow, ...] = ()
    depends_on: tuple[RelatedItemRow, ...] = ()
    needed_by: tuple[RelatedItemRow, ...] = ()
    related: tuple[RelatedItemRow, ...] = ()
    named_by: tuple[RelatedItemRow, ...] = ()
    merged_into: tuple[RelatedItemRow, ...] = ()
    merged_from: tuple[RelatedItemRow, ...] = ()
    continues: tuple[RelatedItemRow, ...] = ()
    continued_by: tuple[RelatedItemRow, ...] = ()
    used_by: tuple[RelatedItemRow, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredPointRow:
    """A point of feedback that the item answers; `text` is None for one that is not there."""

    ref: str
    type: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class CardPage:
    """The whole output. What an item cannot have is null or empty.

    A plan has the names of the plans that it `follows`, and of those that follow it.
    `in_plan` is False for what joins the plan after the day. `start` is the day from which an action runs,
    `published_due` the end that the plan gives and `checkpoints` the days before it. `closing` is the colour that was
    submitted, if the plan has ended. A pillar, an objective or a plan has a headline and counts of its actions.
    """

    format: Literal[1]
    tcplan: str
    as_of: date
    head: PlanHeadRow
    key: tuple[KeyRow, ...]
    kind: ItemKind
    id: str
    title: str
    follows: tuple[str, ...] = ()
    followed_by: tuple[str, ...] = ()
    in_plan: bool = True
    about: str | None = None
    formerly: tuple[str, ...] = ()
    priority: str | None = None
    themes: tuple[str, ...] = ()
    aligns: tuple[AlignmentRow, ...] = ()
    answers: tuple[AnsweredPointRow, ...] = ()
    lead: str | None = None
    owners: tuple[str, ...] = ()
    added: date | None = None
    start: date | None = None
    published_due: date | None = None
    checkpoints: tuple[date, ...] = ()
    action: ActionRow | None = None
    headline: HeadlineRow | None = None
    tally: TallyRow | None = None
    stated: StatedRow | None = None
    closed: str | None = None
    closing: str | None = None
    signals: tuple[SignalRow, ...] = ()
    success: tuple[CardStepRow, ...] = ()
    steps: tuple[CardStepRow, ...] = ()
    reports: tuple[CardReportRow, ...] = ()
    due_moves: tuple[DueMoveRow, ...] = ()
    measures: tuple[MeasureCardRow, ...] = ()
    links: LinksRow = LinksRow()
    quotes: tuple[CardQuoteRow, ...] = ()
    case_studies: tuple[CaseStudyRow, ...] = ()
