"""How the actions of a plan ended, in the colours of a self-assessment: stated in a review, else proposed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour, Review
from tcplan.progress import state_of
from tcplan.progress.closing_rag import closing_rag
from tcplan.progress.history import nodes_in_plan
from tcplan.values.rag import Colour
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace, find_plan, resolve

USUAL_FORM: Final = "stage-3"
"""The form whose proposals count for a plan that no submission reviews."""


@dataclass(frozen=True)
class PlanEnding:
    """The actions of a plan on the day that it is looked back on, each with its closing colour if there is one."""

    day: date
    actions: tuple[Node, ...]
    colours: Mapping[int, Colour]

    def colour_of(self, node: Node) -> Colour | None:
        """The closing colour of an action; None if nothing was reported, or if it was closed before."""
        return self.colours.get(id(node))


def plan_ending(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date) -> PlanEnding:
    """A plan as its last review before a day has it; without a review, as it was at its end, or on that day."""
    reviewed = _last_review(workspace, folder, plan, as_of)
    form, review = reviewed or (None, None)
    reviewed_on = review.date.last if review and review.date else None
    day = reviewed_on or min(as_of, plan.running_until or as_of)
    stated = _stated(workspace, folder, plan, review.closing if review else ())
    form = form or workspace.framework(USUAL_FORM)
    actions = tuple(node for node in nodes_in_plan(plan, day) if node.action)
    rags = ((node, closing_rag(form, state_of(node, plan, day), stated.get(id(node)))) for node in actions if form)
    return PlanEnding(day, actions, {id(node): rag.colour for node, rag in rags if rag.colour})


def _last_review(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date
) -> tuple[Framework | None, Review] | None:
    found = [
        (workspace.framework(file.submission.form), review)
        for file in folder.submissions.values()
        for review in file.submission.reviews
        if find_plan(workspace, folder, review.plan).plan is plan and not (review.date and review.date.last > as_of)
    ]
    return max(found, key=lambda one: one[1].date.last if one[1].date else date.min, default=None)


def _stated(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, closings: tuple[ClosingColour, ...]
) -> dict[int, ClosingColour]:
    """What a review states by the entry that it is about; of two for one entry the first counts, as in documents."""
    found: dict[int, ClosingColour] = {}
    for closing in closings:
        node = resolve(workspace, folder, plan, closing.ref).node
        if node:
            found.setdefault(id(node), closing)
    return found
