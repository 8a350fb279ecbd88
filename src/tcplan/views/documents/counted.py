"""What an action is counted as in the tables of a document, said on the action itself, so that the two agree."""

from tcplan.progress import EntryState
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.progress.thresholds import Policy, length_in_words
from tcplan.values.rag import NOT_REPORTED
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.parts import Badge, key_badge, no_badge


def action_badge(state: EntryState, policy: Policy) -> Badge:
    """The colour that was last stated, or what the action is counted as without one.

    Print `not_counted_words` beside it: the colour may be one that no table counts.
    """
    if state.key:
        return key_badge(state.key)
    match cell_of(state, policy):
        case TallyCell.CLOSED:
            return no_badge("closed")
        case TallyCell.NOT_BEGUN:
            return no_badge("starts later")
        case _:
            return no_badge("No colour given" if state.updates else NOT_REPORTED)


def not_counted_words(state: EntryState, policy: Policy) -> str:
    """Why the tables do not count the colour of an action; empty if they do, or if it has none.

    A table counts a report only for two review periods, and no report on an action that is still to begin. That an
    action was closed is said beside it already, with the reason.
    """
    if state.stated is None:
        return ""
    match cell_of(state, policy):
        case TallyCell.UNREPORTED:
            reported, length = day_words(state.stated.date), length_in_words(policy.stale_after)
            return f"Counted as not reported: the report is from {reported}, and a report counts for {length}"
        case TallyCell.NOT_BEGUN:
            return f"Counted as starting later: it starts on {long_day(state.start)}" if state.start else ""
        case _:
            return ""
