"""The actions that a review gives a colour, each with what the review states for it."""

from datetime import date
from typing import NamedTuple

from tcplan.model.submission import ClosingColour, Review
from tcplan.progress import EntryState, state_of
from tcplan.workspace import InstitutionFolder, Level, PlanFile, Workspace, find_plan, resolve


class ReviewedAction(NamedTuple):
    """An action as it was on the day of the review, and what the review states for it, if anything."""

    state: EntryState
    closing: ClosingColour | None

    @property
    def has_note(self) -> bool:
        """Whether a sentence says what became of it: in the review or, if not there, in the last report."""
        stated = self.state.stated
        return bool((self.closing and self.closing.note) or (stated and stated.note))

    @property
    def has_evidence(self) -> bool:
        """Whether the review or a report names evidence."""
        return bool((self.closing and self.closing.evidence) or any(one.evidence for one in self.state.updates))


def reviewed_plan(workspace: Workspace, folder: InstitutionFolder, review: Review) -> PlanFile | None:
    """The plan of a review, where it is in the workspace and all its entries could be read."""
    plan = find_plan(workspace, folder, review.plan).plan
    return None if plan is None or plan.has_unread_entries else plan


def reviewed_actions(
    workspace: Workspace, folder: InstitutionFolder, review: Review, as_of: date
) -> list[ReviewedAction]:
    """The actions of the plan on the day of the review, or of the check if it has none, without those closed before."""
    plan = reviewed_plan(workspace, folder, review)
    if plan is None:
        return []
    closings: dict[int, ClosingColour] = {}
    for closing in review.closing:
        node = resolve(workspace, folder, plan, closing.ref).node
        if node:
            closings.setdefault(id(node), closing)
    day = review.date.last if review.date else as_of
    states = (state_of(node, plan, day) for node in plan.tree.of(Level.ACTION))
    found = (ReviewedAction(state, closings.get(id(state.node))) for state in states if state.in_plan)
    return [one for one in found if not one.state.closed or (one.closing and one.closing.rag)]


def action_names(review: Review, actions: list[ReviewedAction]) -> tuple[str, ...]:
    """Actions as a submission names them: `action phase-2/3.4`."""
    return tuple(f"action {review.plan}/{one.state.node.id}" for one in actions)
