"""What becomes of each action when the next plan is started: what its reports say, and what a person decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tcplan.progress import Assessment, EntryState
from tcplan.values.plain_text import one_line
from tcplan.values.rag import plain_words
from tcplan.values.words import Continuation
from tcplan.workspace import Level, Node


class CarryOutcome(StrEnum):
    """What becomes of an action. Complete and closed ones stay where they are; the other three are decided."""

    CARRIED = "carried"
    CLOSED = "closed"
    DROPPED = "dropped"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class CarryDecision:
    """What somebody decides about an unfinished action.

    Attributes:
        outcome: Carried into the next plan, closed in this one as withdrawn, or dropped: left as it is in this one.
        how: How the next plan continues it, if it is carried.
        title: What the next plan calls it; empty for the same title.
        why: The reason; one that is closed or dropped needs it.
    """

    outcome: CarryOutcome = CarryOutcome.CARRIED
    how: Continuation = Continuation.IDENTICAL
    title: str = ""
    why: str = ""


@dataclass(frozen=True)
class ActionOutcome:
    """An action with what becomes of it and why; `decision` is None for one that needs none, as it has ended."""

    node: Node
    state: EntryState
    outcome: CarryOutcome
    reason: str
    decision: CarryDecision | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether somebody decides about it."""
        return self.decision is not None


def unfinished_actions(now: Assessment) -> list[Node]:
    """The actions of a plan that are neither complete nor closed on the day, in the order of the file."""
    return [node for node in now.plan.tree.of(Level.ACTION) if _end_of(now.state(node)) is None]


def outcomes_of(now: Assessment, decisions: Mapping[str, CarryDecision]) -> list[ActionOutcome]:
    """What becomes of every action of a plan; what nobody decides about is carried as it is."""
    return list(_outcomes(now, decisions))


def _outcomes(now: Assessment, decisions: Mapping[str, CarryDecision]) -> Iterator[ActionOutcome]:
    for node in now.plan.tree.of(Level.ACTION):
        state = now.state(node)
        if end := _end_of(state):
            yield ActionOutcome(node, state, *end)
            continue
        decision = decisions.get(node.id, CarryDecision())
        yield ActionOutcome(node, state, decision.outcome, decision.why or state_words(state), decision)


def _end_of(state: EntryState) -> tuple[CarryOutcome, str] | None:
    """How an action has ended, and when; None while it is unfinished."""
    if state.closed:
        why = f": {one_line(state.closed.why)}" if state.closed.why else ""
        return CarryOutcome.CLOSED, f"{state.closed.how} on {state.closed.date.text}{why}"
    if state.is_complete and state.stated:
        return CarryOutcome.COMPLETE, f"reported complete on {state.stated.date.text}"
    return None


def state_words(state: EntryState) -> str:
    """How far an unfinished action is: what was last reported, and whether it is overdue."""
    if state.key and state.stated:
        said = f"{plain_words(state.key.means)} on {state.stated.date.text}"
    else:
        said = "not reported"
    return f"{said}, overdue since {state.due}" if state.is_overdue else said
