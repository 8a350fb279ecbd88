"""What colour each action counts as, and how many actions there are of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tcplan.progress.history import EntryState
from tcplan.progress.thresholds import Policy
from tcplan.values.dates import add
from tcplan.values.rag import Colour, vote_for


class TallyCell(StrEnum):
    """What an action is counted as on a day: a stated colour, or why it has none that counts."""

    GREY = "grey"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    UNREPORTED = "unreported"
    NOT_BEGUN = "not_begun"
    CLOSED = "closed"
    ABSENT = "absent"

    @property
    def is_colour(self) -> bool:
        """Whether it is a colour that somebody stated."""
        return self.value in tuple(Colour)


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of actions of a level by what is stated on a day; every action is in exactly one of the numbers.

    `stated` counts open, started actions by stated colour; `unreported` are those without a report that counts.
    """

    stated: Mapping[Colour, int]
    unreported: int
    not_begun: int
    closed: int

    @property
    def started(self) -> int:
        """Open actions that have started."""
        return self.reported + self.unreported

    @property
    def reported(self) -> int:
        """Those of them with a report that counts."""
        return sum(self.stated.values())

    @property
    def total(self) -> int:
        """All actions of the level."""
        return self.started + self.not_begun + self.closed


def counts_as_reported(state: EntryState, policy: Policy) -> bool:
    """Whether the stated colour still counts: complete never ages, the rest after two review periods."""
    if state.stated_on is None:
        return False
    return state.is_complete or add(state.stated_on, policy.stale_after) >= state.as_of


def vote_of(state: EntryState, policy: Policy) -> Colour | None:
    """The colour that an action counts as; overdue and unfinished is at least amber, unreported has no vote."""
    if state.meaning is None or not counts_as_reported(state, policy):
        return None
    vote = vote_for(state.meaning)
    return Colour.AMBER if state.is_overdue and vote in (Colour.GREEN, Colour.GREY) else vote


def cell_of(state: EntryState, policy: Policy) -> TallyCell:
    """The one number of a tally that an action is counted in."""
    if not state.in_plan:
        return TallyCell.ABSENT  # even if what it is to be under has been closed
    if state.closed:
        return TallyCell.CLOSED
    if not state.started:
        return TallyCell.NOT_BEGUN
    if state.key and counts_as_reported(state, policy):
        return TallyCell(state.key.colour)
    return TallyCell.UNREPORTED


def tally(states: Sequence[EntryState], policy: Policy) -> Tally:
    """Count the actions of a level; those not yet added are left out."""
    cells = Counter(cell_of(state, policy) for state in states)
    stated = {colour: cells[TallyCell(colour)] for colour in Colour if cells[TallyCell(colour)]}
    return Tally(stated, cells[TallyCell.UNREPORTED], cells[TallyCell.NOT_BEGUN], cells[TallyCell.CLOSED])
