"""The RAG that a submission gives an action of an earlier plan: the stated one, else the one that its form proposes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress.history import EntryState
from tcplan.values.rag import Colour, plain_words

CLOSED_BEFORE: Final = "Closed before the review; no colour is stated."
NEVER_REPORTED: Final = "Never reported, so that no colour can be proposed. To be stated."


class RagBasis(StrEnum):
    """What a closing RAG rests on: a person, the last report, or nothing, with the action closed or still open."""

    STATED = "stated"
    PROPOSED = "proposed"
    CLOSED = "closed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ClosingRag:
    """The colour that is submitted, if there is one, what it rests on, and why."""

    colour: Colour | None
    basis: RagBasis
    reason: str = ""


def closing_rag(form: Framework, state: EntryState, closing: ClosingColour | None) -> ClosingRag:
    """The closing RAG of an entry as it stood on the day of the review. What is not reported has none."""
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
