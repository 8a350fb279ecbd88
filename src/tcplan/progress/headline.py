"""The headline of a level, from its open actions that have started. The first match decides.

Red: a quarter of the reported are red, and at least two (or the only one). Amber: an eighth are red, or a third
red or amber. Grey: fewer than half are reported, or no report says more than not started. Blue: all are complete.
Else green (design, section 4). Shares are compared as integers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tcplan.progress.action_counts import vote_of
from tcplan.progress.history import EntryState
from tcplan.progress.thresholds import Policy
from tcplan.values.rag import NOT_REPORTED, Colour, Meaning, plain_words
from tcplan.values.words import Priority

HEADLINE_WORDS: Final[Mapping[Colour, str]] = {
    Colour.RED: "off track",
    Colour.AMBER: "at risk",
    Colour.GREEN: "on track",
    Colour.BLUE: "complete",
}
"""The words for the colours; those for grey say what is missing."""

Vote = tuple[EntryState, Colour]
"""A reported action and the colour that it counts as."""

Decision = tuple[Colour, str, list[EntryState]]
"""A colour, the sentence that says why, and the actions that decide it."""

_WORRYING: Final = (Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.PAUSED)
"""The meanings that count as red or amber, worst first."""

_FINE: Final = (Meaning.ON_TRACK, Meaning.IN_PROGRESS, Meaning.NOT_STARTED)
"""The meanings that count as at risk once the action is overdue."""

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
class Headline:
    """The colour of a level and its words, with the reason and the actions that decided it.

    `deciding` are the actions that the reason counts, worst first; green and blue are decided by no single ones.
    `overdue` are those of them that count as at risk only because
    their due date has passed, whatever is reported.
    """

    colour: Colour
    words: str
    reason: str
    deciding: tuple[str, ...]
    overdue: tuple[str, ...]
    high_priority_red: tuple[str, ...]
    reported: int
    started: int


def headline_of(states: Sequence[EntryState], policy: Policy) -> Headline:
    """The headline of the actions of a level."""
    started = [state for state in states if state.is_open and state.started]
    votes = [(state, vote) for state in started if (vote := vote_of(state, policy))]
    reds = [state for state, vote in votes if vote is Colour.RED]
    colour, reason, deciding = _decide(started, votes, policy)
    return Headline(
        colour=colour,
        words=HEADLINE_WORDS.get(colour) or _grey_words(states, len(votes), len(started), policy),
        reason=reason,
        deciding=tuple(state.node.id for state in deciding),
        overdue=tuple(state.node.id for state in deciding if state.is_overdue and state.meaning in _FINE),
        high_priority_red=tuple(state.node.id for state in reds if state.node.priority is Priority.HIGH),
        reported=len(votes),
        started=len(started),
    )


def _grey_words(states: Sequence[EntryState], reported: int, started: int, policy: Policy) -> str:
    if not any(state.is_open for state in states):
        return "nothing open"
    if _reaches(reported, started, policy.reported):
        return "not started"
    return "few reports" if reported else NOT_REPORTED


def _decide(started: list[EntryState], votes: list[Vote], policy: Policy) -> Decision:
    """The colour, the sentence that says why, and the actions that decide it."""
    if not started:
        return Colour.GREY, "no open action has started", []
    reported = len(votes)
    if not reported:
        which = f"none of {_actions(len(started))}" if len(started) > 1 else "the only started action"
        return Colour.GREY, f"{which} is{'' if len(started) > 1 else ' not'} reported", started
    return red_or_amber(votes, policy) or grey(started, votes, policy) or blue_or_green(started, votes)


def red_or_amber(votes: list[Vote], policy: Policy) -> Decision | None:
    """Red or amber, if enough of the reported actions are."""
    reported = len(votes)
    reds = [state for state, vote in votes if vote is Colour.RED]
    ambers = [state for state, vote in votes if vote is Colour.AMBER]
    worried = [*reds, *sorted(ambers, key=_worry_rank)]
    if reds and _reaches(len(reds), reported, policy.red) and (len(reds) > 1 or reported == 1):
        return Colour.RED, _share_sentence(reds, reported, policy.red), reds
    if reds and _reaches(len(reds), reported, policy.some_red):
        alone = "; a single action does not make it red" if _reaches(len(reds), reported, policy.red) else ""
        return Colour.AMBER, _share_sentence(reds, reported, policy.some_red) + alone, reds
    if worried and _reaches(len(worried), reported, policy.amber):
        return Colour.AMBER, _share_sentence(worried, reported, policy.amber), worried
    return None


def grey(started: list[EntryState], votes: list[Vote], policy: Policy) -> Decision | None:
    """Grey, if too little is reported, or nothing that is on track or complete."""
    reported = len(votes)
    if not _reaches(reported, len(started), policy.reported):
        silent = [state for state in started if vote_of(state, policy) is None]
        reason = f"only {reported} of {_actions(len(started))} {_verb(reported)} reported"
        rest = f"{len(silent)} {_verb(len(silent))} not"
        return Colour.GREY, f"{reason} (fewer than {_share(policy.reported)}), {rest}", silent
    if not any(vote in (Colour.GREEN, Colour.BLUE) for _, vote in votes):
        return Colour.GREY, *_nothing_begun(votes)
    return None


def _nothing_begun(votes: list[Vote]) -> tuple[str, list[EntryState]]:
    """The sentence where no report says more than not started, and a few say that something is wrong."""
    reported, unbegun = len(votes), [state for state, vote in votes if vote is Colour.GREY]
    if len(unbegun) == reported:
        return f"{'the only report says' if reported == 1 else f'all {reported} reports say'} not started", unbegun
    return f"{_counted(unbegun, reported)} not started, and none is on track, in progress or complete", unbegun


def blue_or_green(started: list[EntryState], votes: list[Vote]) -> Decision:
    """Blue if all actions are complete, else green."""
    if all(state.is_complete for state in started):
        return (
            Colour.BLUE,
            f"all {_actions(len(started))} are complete" if len(started) > 1 else "the only started action is complete",
            [],
        )
    reported = len(votes)
    fine = sum(vote in (Colour.GREEN, Colour.BLUE) for _, vote in votes)
    which = "the only reported action is" if reported == 1 else f"{fine} of {reported} reported actions {_verb(fine)}"
    return Colour.GREEN, f"{which} on track, in progress or complete", []


def _reaches(part: int, whole: int, share: Fraction) -> bool:
    return part * share.denominator >= share.numerator * whole


def _share_sentence(part: list[EntryState], whole: int, share: Fraction) -> str:
    if whole == 1:
        return f"the only reported action is {_worry_words(part)}"
    return f"{_counted(part, whole)} {_worry_words(part)} ({_share(share)} or more)"


def _counted(part: list[EntryState], whole: int) -> str:
    return f"{len(part)} of {whole} reported actions {_verb(len(part))}"


def _verb(count: int) -> str:
    """The verb of so many of them: one of several is, none of several are."""
    return "is" if count == 1 else "are"


def _worry_words(states: list[EntryState]) -> str:
    """What is wrong with these actions, worst first: `off track, at risk or overdue`."""
    meanings = {state.meaning for state in states}
    words = [plain_words(meaning) for meaning in _WORRYING if meaning in meanings]
    if any(state.meaning not in _WORRYING for state in states):
        words.append("overdue")
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def _worry_rank(state: EntryState) -> int:
    """How bad an action is that counts as red or amber, 0 for the worst: its meaning, or only that it is overdue."""
    return _WORRYING.index(state.meaning) if state.meaning in _WORRYING else len(_WORRYING)


def _share(share: Fraction) -> str:
    return _SHARES.get(share, f"{share.numerator}/{share.denominator}")


def _actions(count: int) -> str:
    return f"{count} started {'action' if count == 1 else 'actions'}"
