"""The rows of a movement: what has moved in a plan since a day, each with the person to ask."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class BaselineRow:
    """What a plan is compared with.

    `day` is that of the earlier state, `words` what was asked for. `kind` is date, revision or meeting; only a revision
    has a commit.
    """

    day: date
    words: str
    kind: str
    commit: str | None


@dataclass(frozen=True)
class TotalsRow:
    """The actions of a plan by what they are counted as; each is in one of the numbers, and `actions` is their sum."""

    grey: int
    red: int
    amber: int
    green: int
    blue: int
    unreported: int
    not_begun: int
    closed: int
    actions: int


@dataclass(frozen=True, slots=True)
class StandingRow:
    """What an action is counted as on a day, with its mark and word: a colour of the plan's key, or why it has none."""

    cell: str
    letter: str
    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One thing that has moved about an action.

    `was` is its id before, if that was another one. `people` are its lead or, without one, its owners; nobody may be
    named. `counted` says whether it is one of the moves that explain the difference of the totals. The due dates are
    None for no date; `last_report` is on or before the later day. `reason` is what the plan says about it.
    """

    kind: str
    counted: bool
    id: str
    was: str | None
    title: str
    people: tuple[str, ...]
    before: StandingRow
    after: StandingRow
    due_before: date | None
    due_after: date | None
    last_report: date | None
    reason: str | None


@dataclass(frozen=True)
class LevelHeadlineRow:
    """A headline on a day: computed, and the colour that somebody stated, as the word of the plan's key."""

    colour: str
    words: str
    reason: str
    stated: str | None
    stated_colour: str | None


@dataclass(frozen=True)
class LevelMoveRow:
    """A level in both states: the plan, which has no id, a pillar or an objective, which may have come or gone."""

    level: str
    id: str | None
    title: str
    moved: bool
    before: LevelHeadlineRow | None
    after: LevelHeadlineRow | None


@dataclass(frozen=True)
class MeasureMoveRow:
    """A measure with another last reading than before; `better` is None where no target says which way is better.

    `people` are those of the entries that name the measure.
    """

    id: str
    title: str
    people: tuple[str, ...]
    before: str | None
    before_on: str | None
    after: str | None
    after_on: str | None
    target: str | None
    target_by: str | None
    better: bool | None


@dataclass(frozen=True)
class MovementRow:
    """What has moved in a plan; where it did not exist then, `before` is None, and nothing has.

    `reports` counts the actions with a report since.
    """

    institution: str
    plan: str
    file: str
    since: BaselineRow
    until: date
    notes: tuple[str, ...]
    before: TotalsRow | None
    after: TotalsRow
    reports: int
    levels: tuple[LevelMoveRow, ...]
    moves: tuple[MoveRow, ...]
    measures: tuple[MeasureMoveRow, ...]
