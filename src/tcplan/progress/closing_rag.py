"""The RAG that a submission gives an action of an earlier plan: the stated one, else the one that the form proposes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress.history import EntryState
from tcplan.values.rag import Colour, plain_words

CLOSED_BEFORE: Final = "Closed before the review; no colour is stated."
NEVER_REPORTED: Final = "Never reported, so no colour can be proposed. To be stated."


class RagBasis(StrEnum):
    """What a closing RAG is based on: a person, the last report, or nothing, for a closed or an open action."""

    STATED = "stated"
    PROPOSED = "proposed"
    CLOSED = "closed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ClosingRag:
    """The colour that is submitted, empty if there is none, what it is based on, and why."""

    colour: Colour | None
    basis: RagBasis
    reason: str = ""


def closing_rag(form: Framework, state: EntryState, closing: ClosingColour | None) -> ClosingRag:
    """The closing RAG of an entry as it was on the day of the review; none if it was never reported."""
    if closing and closing.rag:
        return ClosingRag(closing.rag, RagBasis.STATED)
    if state.closed:
        return ClosingRag(None, RagBasis.CLOSED, CLOSED_BEFORE)
    if state.key is None:
        return ClosingRag(None, RagBasis.MISSING, NEVER_REPORTED)
    meaning = plain_words(state.key.means)
    colour = next((colour for colour, meanings in form.closing.items() if state.key.means in meanings), None)
    if colour is None:
        return ClosingRag(None, RagBasis.MISSING, f"The form proposes no colour for {meaning}. To be stated.")
    return ClosingRag(colour, RagBasis.PROPOSED, f"last reported as {meaning}")
