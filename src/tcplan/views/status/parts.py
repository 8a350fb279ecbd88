"""The small rows that several parts of a status page share."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from tcplan.model.parts import Closed, Update
from tcplan.progress import Headline, Tally
from tcplan.values.rag import Colour
from tcplan.values.words import Ending
from tcplan.views.status.rows import HeadlineRow, KeyRow, StatedRow, TallyRow
from tcplan.workspace import Glossary, PlanFile


def headline_row(headline: Headline) -> HeadlineRow:
    """A headline as it is printed."""
    return HeadlineRow(
        colour=headline.colour,
        words=headline.words,
        reason=headline.reason,
        deciding=headline.deciding,
        overdue=headline.overdue,
        high_priority_red=headline.high_priority_red,
        reported=headline.reported,
        started=headline.started,
    )


def tally_row(tally: Tally) -> TallyRow:
    """A tally with a number for every colour."""
    stated = {colour.value: tally.stated.get(colour, 0) for colour in Colour}
    return TallyRow(**stated, unreported=tally.unreported, not_begun=tally.not_begun, closed=tally.closed)


def key_rows(plan: PlanFile) -> tuple[KeyRow, ...]:
    """The plan's key."""
    return tuple(KeyRow(one.colour, one.letter, one.symbol, one.means, one.label) for one in plan.rag_key.values())


def stated_row(updates: Sequence[Update], plan: PlanFile, glossary: Glossary) -> StatedRow | None:
    """The last colour that was stated, if any."""
    for update in reversed(updates):
        if update.rag:
            entry = plan.rag_key[update.rag]
            by = glossary.named(update.by)
            return StatedRow(entry.colour, entry.means, entry.label, update.date.last, by, update.note)
    return None


def closed_words(closed: Closed | None, as_of: date) -> str | None:
    """How something ended, in a sentence; None before that day."""
    if closed is None or closed.date.last > as_of:
        return None
    why = f": {' '.join(closed.why.split())}" if closed.why else ""
    return f"{closed.how}{_successor(closed)} on {closed.date.last}{why}"


def _successor(closed: Closed) -> str:
    """What takes something over, as it follows how it ended; nothing takes over what was withdrawn."""
    if not closed.into:
        return ""
    match closed.how:
        case Ending.WITHDRAWN:
            return ""
        case Ending.MERGED:
            return f" into {closed.into}"
        case Ending.SUPERSEDED:
            return f" by {closed.into}"
        case _:
            assert_never(closed.how)
