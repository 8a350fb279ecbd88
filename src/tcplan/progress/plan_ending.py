"""How the actions of a plan ended, in the colours that one review of a self-assessment states or proposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress.closing_rag import ClosingRag, closing_rag
from tcplan.progress.history import nodes_in_plan, state_of
from tcplan.values.rag import Colour
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace, resolve

USUAL_FORM: Final = "stage-3"
"""The form whose proposals count for a plan that no submission reviews."""


@dataclass(frozen=True)
class PlanEnding:
    """The actions of a plan on the day that it is looked back on, each with its closing colour if there is one."""

    day: date
    actions: tuple[Node, ...]
    rags: Mapping[int, ClosingRag]

    def rag_of(self, node: Node) -> ClosingRag | None:
        """The closing RAG of an action of the plan, with what it is based on."""
        return self.rags.get(id(node))

    def colour_of(self, node: Node) -> Colour | None:
        """The closing colour of an action; None if nothing was reported, or if it was closed before."""
        rag = self.rag_of(node)
        return rag.colour if rag else None


class ReviewedAs(NamedTuple):
    """How a plan is looked back on: the form whose proposals count, and the colours that are stated."""

    form: Framework | None = None
    closings: tuple[ClosingColour, ...] = ()


def ending_on(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, day: date, reviewed: ReviewedAs
) -> PlanEnding:
    """A plan as one review has it, on its day."""
    stated = stated_closings(workspace, folder, plan, reviewed.closings)
    form = reviewed.form or workspace.framework(USUAL_FORM)
    actions = tuple(node for node in nodes_in_plan(plan, day) if node.action)
    rags = {id(node): closing_rag(form, state_of(node, plan, day), stated.get(id(node))) for node in actions if form}
    return PlanEnding(day, actions, rags)


def stated_closings(
    workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, closings: tuple[ClosingColour, ...]
) -> dict[int, ClosingColour]:
    """What a review states by the entry that it is about; of two for one entry the first counts, as in documents."""
    found: dict[int, ClosingColour] = {}
    for closing in closings:
        node = resolve(workspace, folder, plan, closing.ref).node
        if node:
            found.setdefault(id(node), closing)
    return found
