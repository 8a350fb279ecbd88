"""The conditions of a headline one by one, each with its numbers, up to the one that decides.

They are those of `headline`, in the same order; a test holds the two together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import NamedTuple, assert_never

from tcplan.progress.action_counts import vote_of
from tcplan.progress.history import EntryState
from tcplan.progress.thresholds import Policy
from tcplan.values.rag import Colour

LEAST_RED = 2
"""A single red action makes nothing red, unless it is the only one that is reported."""


class CheckKind(StrEnum):
    """How many actions have to be as a condition says: enough, too few, every one, or whatever is left."""

    NOTHING_REPORTED = "nothing-reported"
    AT_LEAST = "at-least"
    FEWER_THAN = "fewer-than"
    NONE = "none"
    ALL = "all"
    OTHERWISE = "otherwise"


class HeadlineCheck(NamedTuple):
    """A condition and the colour that it gives: `part` of `whole` actions are `what`, and `needed` decides.

    `share` is the share of the policy that `needed` comes from, if there is one.
    """

    colour: Colour
    kind: CheckKind
    what: str
    part: int
    whole: int
    needed: int
    share: Fraction | None = None

    @property
    def is_met(self) -> bool:
        """Whether the condition holds."""
        match self.kind:
            case CheckKind.NOTHING_REPORTED | CheckKind.OTHERWISE:
                return True
            case CheckKind.FEWER_THAN | CheckKind.NONE:
                return self.part < self.needed
            case CheckKind.AT_LEAST | CheckKind.ALL:
                return self.part >= self.needed
            case _:
                assert_never(self.kind)


def headline_checks(states: Sequence[EntryState], policy: Policy) -> list[HeadlineCheck]:
    """The conditions of the headline of some actions, up to the first that is met."""
    found = []
    for check in _checks(states, policy):
        found.append(check)
        if check.is_met:
            break
    return found


def _checks(states: Sequence[EntryState], policy: Policy) -> Iterator[HeadlineCheck]:
    started = [state for state in states if state.is_open and state.started]
    votes = Counter(vote for state in started if (vote := vote_of(state, policy)))
    reported, red = votes.total(), votes[Colour.RED]
    worried, complete = red + votes[Colour.AMBER], sum(state.is_complete for state in started)
    if not reported:
        yield HeadlineCheck(Colour.GREY, CheckKind.NOTHING_REPORTED, "reported", 0, len(started), 1)
    least = min(LEAST_RED, reported)
    yield _at_least(Colour.RED, "off track", (red, reported), policy.red, least)
    yield _at_least(Colour.AMBER, "off track", (red, reported), policy.some_red)
    yield _at_least(Colour.AMBER, "off track, at risk or overdue", (worried, reported), policy.amber)
    enough = ceil(policy.reported * len(started))
    yield HeadlineCheck(Colour.GREY, CheckKind.FEWER_THAN, "reported", reported, len(started), enough, policy.reported)
    fine = votes[Colour.GREEN] + votes[Colour.BLUE]
    yield HeadlineCheck(Colour.GREY, CheckKind.NONE, "on track, in progress or complete", fine, reported, 1)
    yield HeadlineCheck(Colour.BLUE, CheckKind.ALL, "complete", complete, len(started), len(started))
    yield HeadlineCheck(Colour.GREEN, CheckKind.OTHERWISE, "reported", reported, len(started), 0)


def _at_least(colour: Colour, what: str, count: tuple[int, int], share: Fraction, least: int = 1) -> HeadlineCheck:
    part, whole = count
    return HeadlineCheck(colour, CheckKind.AT_LEAST, what, part, whole, max(least, ceil(share * whole)), share)
