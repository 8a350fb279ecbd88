"""The rows of a status page: what the text page and the JSON output say, in the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class KeyRow:
    """One line of the plan's RAG key: the colour, its letter and symbol, what it means, the word that is printed."""

    colour: str
    letter: str
    symbol: str
    means: str
    label: str


@dataclass(frozen=True)
class StatedRow:
    """A colour that somebody stated, in the plan's own key."""

    colour: str
    meaning: str
    label: str
    date: date
    by: str | None
    note: str | None


@dataclass(frozen=True)
class HeadlineRow:
    """A computed headline: `deciding` are the actions that decide it, `high_priority_red` the urgent red ones.

    `overdue` are those deciding ones that count as at risk although something better is reported.
    """

    colour: str
    words: str
    reason: str
    deciding: tuple[str, ...]
    overdue: tuple[str, ...]
    high_priority_red: tuple[str, ...]
    reported: int
    started: int


@dataclass(frozen=True)
class TallyRow:
    """Actions counted by stated colour; each is in exactly one of the numbers."""

    grey: int
    red: int
    amber: int
    green: int
    blue: int
    unreported: int
    not_begun: int
    closed: int


@dataclass(frozen=True)
class GroupRow:
    """Actions that belong together: a pillar, an objective, or the value of another grouping.

    `id` is None if the group is not an entry of the plan. `closed` says how the entry ended.
    """

    level: str
    id: str | None
    title: str
    headline: HeadlineRow
    tally: TallyRow
    actions: int
    signals: int
    stated: StatedRow | None
    closed: str | None


@dataclass(frozen=True)
class ObjectiveRow(GroupRow):
    """An objective: as a group, with the pillar that it is under and its priority as stated."""

    pillar: str | None
    priority_stated: str | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action on the day.

    `priority` and `themes` are its own or inherited, `due` is the day after any slip and `due_text` what is typed;
    `due_now` is what is typed for that day, as in a report that moves it.
    `lead` and `owners` are spelt as in the glossary, and are `tbc` if they are still to be confirmed. `rag`, `meaning`
    and `label` are as last stated; `counts_as` is the number of `TallyRow` that the action is counted in, and `state`
    says so in words: the colour, or that there is no recent report, when it starts, or that it is closed.
    `report_counts` is False if the stated colour is too old for the headline. `report_due` is the day by which the next
    report is due, if one is, and `owes_report` says that this day has passed. `people` are those who answer for the
    action: the lead or, where there is none, the owners.
    """

    id: str
    title: str
    pillar: str | None
    objective: str | None
    priority: str | None
    priority_stated: str | None
    themes: tuple[str, ...]
    lead: str | None
    owners: tuple[str, ...]
    started: bool
    due: date | None
    due_text: str
    due_now: str
    slips: int
    overdue: bool
    rag: str | None
    meaning: str | None
    label: str
    report_counts: bool
    counts_as: str
    state: str
    reported_on: date | None
    note: str | None
    closed: str | None
    report_due: date | None
    owes_report: bool
    people: tuple[str, ...]


@dataclass(frozen=True)
class ReadingRow:
    """A reading or a target, with the day it counts for and its date as the plan writes it."""

    day: date
    written: str
    value: str


@dataclass(frozen=True)
class MeasureRow:
    """A measure: its last reading, the target that is next or was last, and what is wrong, as sentences.

    `trend` says how the last reading differs from the one before: up, down or same; null if there is none to compare.
    `towards` says whether it has moved the way that the target lies from the first reading.
    """

    id: str
    title: str
    first: ReadingRow | None
    last: ReadingRow | None
    target: ReadingRow | None
    trend: str | None
    towards: bool | None
    behind: str | None
    missed: str | None


@dataclass(frozen=True, slots=True)
class SignalRow:
    """What dates, measures or missing reports say. `day` is the date that it depends on.

    `people` are those who answer for the action: its lead or, where there is none, its owners. A measure has none.
    """

    kind: str
    subject: str
    title: str
    sentence: str
    day: date | None
    checkpoint: bool
    people: tuple[str, ...]


@dataclass(frozen=True)
class OtherPlanRow:
    """Another plan of the institution; one that has ended is shown as it was on its last day or at its last report."""

    plan: str
    title: str
    period: str
    as_of: date
    ended: bool
    colour: str
    words: str


@dataclass(frozen=True)
class DeadlineRow:
    """A date that is ahead, or that has passed without a submission.

    `kind` is submission, meeting, review or plan-end. `form` is that of a submission, and `submission` its file, if
    there is one yet. `basis` says how its day is reckoned, if no file says it. `days_left` is 0 on the day itself, and
    below 0 if it has passed.
    """

    day: date
    kind: str
    form: str | None
    submission: str | None
    days_left: int
    basis: str


@dataclass(frozen=True)
class CountsRow:
    """How many entries the plan has on the day."""

    pillars: int
    objectives: int
    actions: int


@dataclass(frozen=True)
class ApprovalRow:
    """The last approval of the plan, or of a submission by its name.

    `on` is the day as it was typed. `recorded` says that `tcplan sign` wrote what was approved; `changed` are the parts
    that are different now.
    """

    what: str
    by: str
    on: str | None
    meeting: str | None
    recorded: bool
    changed: tuple[str, ...]


@dataclass(frozen=True)
class PlanPage:
    """Everything about one plan on a day.

    `deadlines` are by date: submissions, the next review, the end of the plan. `priorities` and `timelines` count what
    the file has, word for word; `none` counts what has none. `needs_attention` are the ids of actions, worst first.
    """

    institution: str
    plan: str
    file: str
    title: str
    period: str
    ends: date | None
    review_every: str
    deadlines: tuple[DeadlineRow, ...]
    approvals: tuple[ApprovalRow, ...]
    headline: HeadlineRow
    stated: StatedRow | None
    closed: str | None
    key: tuple[KeyRow, ...]
    counts: CountsRow
    rag: TallyRow
    reported: int
    started: int
    priorities: Mapping[str, int]
    objective_priorities: Mapping[str, int]
    timelines: Mapping[str, int]
    grouped_by: str
    overlapping: bool
    groups: tuple[GroupRow, ...]
    objectives: tuple[ObjectiveRow, ...]
    actions: tuple[ActionRow, ...]
    needs_attention: tuple[str, ...]
    measures: tuple[MeasureRow, ...]
    signals: tuple[SignalRow, ...]
    other_plans: tuple[OtherPlanRow, ...]


@dataclass(frozen=True)
class StatusPage:
    """The whole output: one page for each institution."""

    format: Literal[1]
    tcplan: str
    as_of: date
    plans: tuple[PlanPage, ...]
