"""What each action of a plan counts as, and why, in a sentence."""

from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import counts_as_reported, vote_of
from tcplan.progress.owed_reports import people_asked
from tcplan.progress.thresholds import Policy
from tcplan.values.rag import Colour, plain_words, vote_for
from tcplan.views.explanation.rows import VoteRow
from tcplan.views.status.parts import closed_words
from tcplan.workspace import Level

COUNTS_AS = {
    Colour.GREY: "not started",
    Colour.RED: "off track",
    Colour.AMBER: "at risk",
    Colour.GREEN: "on track",
    Colour.BLUE: "complete",
}
"""What a vote is called in a sentence, whatever the plan's own key calls the colour."""


def vote_rows(now: Assessment) -> tuple[VoteRow, ...]:
    """The actions that belong to the plan on the day, in the order of the file."""
    return tuple(_vote_row(state, now) for state in now.states_of(now.nodes_in_plan(Level.ACTION)))


def vote_in_headline(state: EntryState, policy: Policy) -> Colour | None:
    """The colour that an action counts as in a headline; None if it is not open, not begun or not reported."""
    return vote_of(state, policy) if state.is_open and state.started else None


def _vote_row(state: EntryState, now: Assessment) -> VoteRow:
    return VoteRow(
        id=state.node.id,
        title=state.node.entry.title,
        people=tuple(people_asked(state.node, now.folder.glossary).values()),
        stated=state.key.label if state.key else None,
        stated_colour=state.key.colour if state.key else None,
        stated_on=state.stated_on,
        vote=vote_in_headline(state, now.policy),
        why=_why(state, now),
    )


def _why(state: EntryState, now: Assessment) -> str:
    """Why an action counts as it does."""
    if state.closed:
        return f"does not count: {closed_words(state.closed, now.as_of)}"
    if not state.started:
        return f"does not count yet: it starts on {state.start}"
    if state.meaning is None or state.key is None:
        return "does not count: not reported"
    said = f"reported as {plain_words(state.meaning)} on {state.stated_on}"
    if not counts_as_reported(state, now.policy):
        return f"does not count: {said}, which is too long ago"
    vote = vote_of(state, now.policy)
    if vote is vote_for(state.meaning) or vote is None:
        return f"counts as {COUNTS_AS[vote_for(state.meaning)]}: {said}"
    return f"counts as {COUNTS_AS[vote]}: {said}, but it was due on {state.due}"
