"""What an action is counted as, in words: the same in lists, on cards and in tables, and what the tally counts."""

from tcplan.progress import EntryState
from tcplan.progress.action_counts import TallyCell
from tcplan.values.rag import NOT_REPORTED

NO_RECENT_REPORT = "no recent report"


def counted_words(state: EntryState, counted: TallyCell) -> str:
    """The plan's word for the colour that counts or, if none does, why, with what was stated."""
    match counted:
        case TallyCell.UNREPORTED:
            stated = stated_words(state)
            return f"{NO_RECENT_REPORT} ({stated})" if stated else NOT_REPORTED
        case TallyCell.NOT_BEGUN:
            return f"starts {state.start}" if state.start else "starts later"
        case TallyCell.CLOSED:
            return "closed"
        case TallyCell.ABSENT:
            return "not in the plan"
        case _:
            return state.key.label if state.key else NOT_REPORTED


def stated_words(state: EntryState) -> str:
    """The last colour that was stated and its day: `on track on 2025-05-28`; nothing if there is none."""
    if state.key is None:
        return ""
    label = state.key.label
    return f"{label[:1].lower()}{label[1:]} on {state.stated_on}"
