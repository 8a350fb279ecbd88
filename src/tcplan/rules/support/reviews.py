"""The actions that a submission gives a closing colour, review by review."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.comparison.reviewed_actions import ActionEnding, reviewed_actions
from tcplan.model.submission import Review
from tcplan.progress.closing_rag import RagBasis
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of
from tcplan.workspace import SubmissionFile, find_plan


class ReviewActions(NamedTuple):
    """A review with its place in the list, and the actions of its plan that need a colour or have one."""

    number: int
    review: Review
    actions: list[ActionEnding]

    @property
    def path(self) -> tuple[str | int, ...]:
        """The place of the plan that is reviewed."""
        return ("reviews", self.number, "plan")


def actions_by_review(file: SubmissionFile, context: Context) -> Iterator[ReviewActions]:
    """The reviews of a submission that has not been sent, of plans whose entries could all be read."""
    form = form_of(file, context)
    if form is None:
        return
    found = context.compute_once(
        ("reviewed", file.file.name),
        lambda: list(reviewed_actions(context.workspace, context.folder, file, form, context.as_of)),
    )
    for index, review in enumerate(file.submission.reviews):
        plan = find_plan(context.workspace, context.folder, review.plan).plan
        if plan and not plan.has_unread_entries:
            own = [one for one in found if one.review == review.plan and one.rag.basis is not RagBasis.CLOSED]
            yield ReviewActions(index, review, own)


def has_note(one: ActionEnding) -> bool:
    """Whether a sentence says what became of an action: in the review or, if not there, in the last report."""
    stated = one.state.stated
    return bool((one.closing and one.closing.note) or (stated and stated.note))


def action_names(actions: list[ActionEnding]) -> tuple[str, ...]:
    """Actions as a submission names them: `action phase-2/3.4`."""
    return tuple(f"action {one.review}/{one.node.id}" for one in actions)
