"""The rows of an explanation: the policy of the headlines, what each action counts as, and who disagrees with whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tcplan.views.status.rows import TallyRow


@dataclass(frozen=True)
class PolicyRow:
    """The thresholds of a headline as fractions, and how long a report counts; `own` says that some are the plan's own.

    A headline is red from the share `red` of off-track actions on, and amber from `some_red`, or from the share `amber`
    of off-track and at-risk ones; it is grey unless the share `reported` is reported.
    """

    red: str
    some_red: str
    amber: str
    reported: str
    review_every: str
    too_old_after: str
    own: bool


@dataclass(frozen=True, slots=True)
class VoteRow:
    """An action and the colour that it counts as, which is None if it counts as none; `why` says so in words.

    `stated` is the word of the plan's key for the last report. `people` are its lead or, without one, its owners.
    """

    id: str
    title: str
    people: tuple[str, ...]
    stated: str | None
    stated_colour: str | None
    stated_on: date | None
    vote: str | None
    why: str


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition of a headline: `part` of `whole` actions are `what`, and `needed`, which `share` comes to, decides.

    `kind` says how: `at-least` so many, `fewer-than` so many, `none`, `all`, `nothing-reported`, or `otherwise`.
    """

    colour: str
    kind: str
    what: str
    part: int
    whole: int
    needed: int
    share: str | None
    met: bool


@dataclass(frozen=True)
class HeadlineExplanationRow:
    """The headline of the plan, which has no id, of a pillar or of an objective.

    `votes` counts its actions by the colour that they count as, `tally` by what is stated. `checks` are the conditions
    in their order; the last is met and gives the colour. `deciding` are the actions that decide it.
    """

    level: str
    id: str | None
    title: str
    colour: str
    words: str
    reason: str
    votes: Mapping[str, int]
    tally: TallyRow
    checks: tuple[ConditionRow, ...]
    deciding: tuple[str, ...]
    overdue: tuple[str, ...]
    high_priority_red: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """Where a person says one thing, and dates, measures or other reports another; `sentence` has both and the reason.

    The plan itself has no id.
    """

    level: str
    id: str | None
    title: str
    people: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class ExplanationRow:
    """How all headlines of a plan came about."""

    institution: str
    plan: str
    file: str
    policy: PolicyRow
    headlines: tuple[HeadlineExplanationRow, ...]
    votes: tuple[VoteRow, ...]
    disagreements: tuple[DisagreementRow, ...]
