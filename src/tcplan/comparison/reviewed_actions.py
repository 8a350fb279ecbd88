"""The actions that a submission reviews, each with the closing colour that is stated or proposed for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing_rag import ClosingRag, RagBasis
from tcplan.progress.plan_ending import ReviewedAs, ending_on, stated_closings
from tcplan.workspace import InstitutionFolder, Node, PlanFile, SubmissionFile, Workspace, find_plan, resolve


@dataclass(frozen=True)
class ActionEnding:
    """An action of a reviewed plan as it was on the day of the review.

    `review` is what the review calls the plan, `closing` what it says of the action; `continued` are the entries of the
    submitted plan that continue it.
    """

    review: str
    plan: PlanFile
    node: Node
    state: EntryState
    rag: ClosingRag
    closing: ClosingColour | None
    continued: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to state its colour; one that was closed before needs none."""
        return self.rag.basis in (RagBasis.PROPOSED, RagBasis.MISSING)


def reviewed_actions(
    workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile, form: Framework, as_of: date
) -> Iterator[ActionEnding]:
    """The actions of all plans that are reviewed and can be read, in the order of the reviews and the plans."""
    continued = _continuations(workspace, folder, file)
    for review in file.submission.reviews:
        plan = find_plan(workspace, folder, review.plan).plan
        if plan is None:
            continue
        day = min(review.date.last, as_of) if review.date else as_of
        ending = ending_on(workspace, folder, plan, day, ReviewedAs(form, review.closing))
        closings = stated_closings(workspace, folder, plan, review.closing)
        for node in ending.actions:
            rag = ending.rag_of(node)
            if rag:
                state, closing = state_of(node, plan, day), closings.get(id(node))
                links = tuple(continued.get(id(node), ()))
                yield ActionEnding(review.plan, plan, node, state, rag, closing, links)


def _continuations(workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile) -> dict[int, list[str]]:
    """The entries of the submitted plan by what they continue."""
    found: dict[int, list[str]] = {}
    name = file.submission.submits
    plan = find_plan(workspace, folder, name).plan if name else None
    for node in plan.tree.nodes if plan else ():
        for link in node.entry.continues:
            earlier = resolve(workspace, folder, plan, link.ref).node
            if earlier:
                found.setdefault(id(earlier), []).append(f"{name}/{node.id}")
    return found
