"""The headline of a level, from its open actions that have started. First match wins; shares are integers.

Red: a quarter of the reported are red, and at least two (or the only one). Amber: an eighth are red, or a third
red or amber. Grey: fewer than half are reported. Blue: all are complete. Else green (design, section 4).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from tcplan.dates import add
from tcplan.progress.history import State
from tcplan.progress.policy import Policy
from tcplan.rag import AMBER, AT_RISK, BLUE, COMPLETE, GREEN, GREY, IN_PROGRESS, NOT_STARTED, OFF_TRACK, ON_TRACK, PAUSED, RED

VOTES: Final[Mapping[str, str]] = {
    OFF_TRACK: RED,
    AT_RISK: AMBER,
    PAUSED: AMBER,
    ON_TRACK: GREEN,
    IN_PROGRESS: GREEN,
    COMPLETE: BLUE,
    NOT_STARTED: GREY,
}
"""The colour that a meaning counts as, whatever colour the plan's own key prints it in."""

HEADLINE_WORDS: Final[Mapping[str, str]] = {
    RED: "off track",
    AMBER: "at risk",
    GREEN: "on track",
    BLUE: "complete",
    GREY: "not enough reported",
}
_SHARES: Final = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(1, 4): "a quarter",
    Fraction(1, 5): "a fifth",
    Fraction(1, 6): "a sixth",
    Fraction(1, 8): "an eighth",
    Fraction(1, 10): "a tenth",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many actions of a level stand where, on a day. Every action is in exactly one of the numbers.

    `stated` counts open, started actions by stated colour; `unreported` are those without a report that counts.
    """

    stated: Mapping[str, int]
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


@dataclass(frozen=True, slots=True)
class Headline:
    """The colour of a level with its reason, the actions that decided it, and any high-priority red."""

    colour: str
    reason: str
    deciding: tuple[str, ...]
    high_priority_red: tuple[str, ...]
    reported: int
    started: int

    @property
    def words(self) -> str:
        """What the colour says."""
        return HEADLINE_WORDS[self.colour]


def counts_as_reported(state: State, policy: Policy) -> bool:
    """Whether the stated colour still counts: complete never ages, the rest after two review periods."""
    if state.stated_on is None:
        return False
    return state.is_complete or add(state.stated_on, policy.stale_after) >= state.as_of


def vote_of(state: State, policy: Policy) -> str | None:
    """The colour that an action counts as; overdue and unfinished is at least amber, unreported is no vote."""
    if state.meaning is None or not counts_as_reported(state, policy):
        return None
    vote = VOTES[state.meaning]
    return AMBER if state.is_overdue and vote in (GREEN, GREY) else vote


def tally(states: Sequence[State], policy: Policy) -> Tally:
    """Count the actions of a level; those not yet added are left out."""
    stated: Counter[str] = Counter()
    unreported = not_begun = closed = 0
    for state in states:
        if state.closed:
            closed += 1
        elif not state.in_plan:
            continue
        elif not state.started:
            not_begun += 1
        elif state.key and counts_as_reported(state, policy):
            stated[state.key.colour] += 1
        else:
            unreported += 1
    return Tally(dict(stated), unreported, not_begun, closed)


def headline_of(states: Sequence[State], policy: Policy) -> Headline:
    """The headline of the actions of a level."""
    started = [state for state in states if state.is_open and state.started]
    votes = [(state, vote) for state in started if (vote := vote_of(state, policy))]
    reds = [state for state, vote in votes if vote == RED]
    ambers = [state for state, vote in votes if vote == AMBER]
    colour, reason, deciding = _decide(started, len(votes), reds, ambers, policy)
    return Headline(
        colour=colour,
        reason=reason,
        deciding=tuple(state.node.id for state in deciding),
        high_priority_red=tuple(state.node.id for state in reds if state.node.priority == "high"),
        reported=len(votes),
        started=len(started),
    )


def _decide(
    started: list[State], reported: int, reds: list[State], ambers: list[State], policy: Policy
) -> tuple[str, str, list[State]]:
    if not started:
        return GREY, "no open action has started", []
    if not reported:
        return GREY, f"none of {_actions(len(started))} is reported", started
    worried = [*reds, *ambers]
    if reds and _reaches(len(reds), reported, policy.red) and (len(reds) > 1 or reported == 1):
        return RED, _share_sentence(len(reds), reported, "off track", policy.red), reds
    if reds and _reaches(len(reds), reported, policy.some_red):
        return AMBER, _share_sentence(len(reds), reported, "off track", policy.some_red), worried
    if worried and _reaches(len(worried), reported, policy.amber):
        return AMBER, _share_sentence(len(worried), reported, "off track, at risk or overdue", policy.amber), worried
    if not _reaches(reported, len(started), policy.reported):
        silent = [state for state in started if vote_of(state, policy) is None]
        reason = f"only {reported} of {_actions(len(started))} {'is' if reported == 1 else 'are'} reported"
        return GREY, f"{reason}, fewer than {_share(policy.reported)}", silent
    if all(state.is_complete for state in started):
        return BLUE, f"all {_actions(len(started))} complete" if len(started) > 1 else "its one action is complete", []
    fine = reported - len(worried)
    return GREEN, f"{fine} of {reported} reported {'action' if reported == 1 else 'actions'} on track, in hand or complete", []


def _reaches(part: int, whole: int, share: Fraction) -> bool:
    return part * share.denominator >= share.numerator * whole


def _share_sentence(part: int, whole: int, words: str, share: Fraction) -> str:
    verb = "is" if part == 1 else "are"
    return f"{part} of {whole} reported {'action' if whole == 1 else 'actions'} {verb} {words}, {_share(share)} or more"


def _share(share: Fraction) -> str:
    return _SHARES.get(share, f"{share.numerator}/{share.denominator}")


def _actions(count: int) -> str:
    return f"{count} started {'action' if count == 1 else 'actions'}"


def is_stale(state: State, policy: Policy) -> bool:
    """Whether there is a report, but one too old to count."""
    return state.stated is not None and not counts_as_reported(state, policy)


def days_between(earlier: date, later: date) -> int:
    """Whole days from one day to another."""
    return (later - earlier).days
