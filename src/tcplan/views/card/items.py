"""Other entries as rows of a card: named as the plan of the card would name them, with their state on the day."""

from dataclasses import dataclass
from datetime import date

from tcplan.comparison.closing_colours import plan_ending
from tcplan.progress import assess
from tcplan.progress.action_counts import cell_of
from tcplan.progress.headline import Headline
from tcplan.progress.history import state_of
from tcplan.progress.last_day import last_day_of
from tcplan.progress.thresholds import policy_of
from tcplan.values.rag import NOT_REPORTED
from tcplan.values.words import Continuation
from tcplan.views.card.rows import RelatedItemRow
from tcplan.views.status.counted import counted_words
from tcplan.views.status.parts import closed_words
from tcplan.workspace import InstitutionFolder, Node, PlanFile, Workspace, resolve
from tcplan.workspace.succession import is_over


@dataclass(frozen=True)
class CardContext:
    """What the rows of a card are seen from: the plan of its item, and the day.

    `shown` is another day for the plan itself, if it has ended; how it went on is seen from `as_of`.
    """

    workspace: Workspace
    folder: InstitutionFolder
    plan: PlanFile
    as_of: date
    shown: date | None = None

    @property
    def day(self) -> date:
        """The day on which the plan of the card is shown."""
        return self.shown or self.as_of

    def item(self, plan: PlanFile, node: Node, how: Continuation | None = None, distance: int = 1) -> RelatedItemRow:
        """An entry of any plan of the workspace; one of another plan that has ended is shown as it was then."""
        day = self.day if plan is self.plan else last_day_of(plan, self.as_of)
        state = state_of(node, plan, day)
        counted = cell_of(state, policy_of(plan.plan, self.workspace.folders[plan.folder].institution))
        head = None if node.action or state.closed else self._headline(plan, node, day)
        return RelatedItemRow(
            ref=self.ref_of(plan, node),
            found=True,
            level=node.level,
            title=node.entry.title,
            letter=state.key.letter if state.key else None,
            symbol=state.key.symbol if state.key else None,
            rag=state.key.colour if state.key else None,
            label=state.key.label if state.key else NOT_REPORTED,
            counts_as=counted.value,
            state=counted_words(state, counted),
            due=state.due,
            overdue=state.is_overdue,
            complete=state.is_complete,
            closed=closed_words(state.closed, self.as_of),
            closing=self.closing_colour(plan, node),
            how=how,
            distance=distance,
            headline=head.colour if head else None,
            headline_words=head.words if head else None,
        )

    def _headline(self, plan: PlanFile, node: Node, day: date) -> Headline:
        """What the actions of a pillar or an objective come to."""
        now = assess(self.workspace, self.workspace.folders[plan.folder], plan, day)
        return now.headline(node.actions())

    def referred(self, ref: str, how: Continuation | None = None) -> RelatedItemRow:
        """What a reference of the item means; only the reference, if that is not in the workspace."""
        target = resolve(self.workspace, self.folder, self.plan, ref)
        if target.plan is None or target.node is None:
            return RelatedItemRow(ref, found=False, how=how)
        return self.item(target.plan, target.node, how)

    def ref_of(self, plan: PlanFile, node: Node) -> str:
        """How the plan of the card refers to an entry."""
        return node.id if plan is self.plan else f"{self.name_of(plan)}/{node.id}"

    def name_of(self, plan: PlanFile) -> str:
        """How the plan of the card refers to a whole plan: with the institution, if that is another."""
        folder = self.workspace.folders[plan.folder]
        return plan.name if folder is self.folder else f"{folder.key}/{plan.name}"

    def closing_colour(self, plan: PlanFile, node: Node) -> str | None:
        """The colour of an action that its ended plan was submitted with, or would be."""
        if not node.action or not is_over(self.workspace, plan, self.as_of):
            return None
        ending = self.workspace.compute_once(
            ("plan ending", plan.file.name, self.as_of),
            lambda: plan_ending(self.workspace, self.workspace.folders[plan.folder], plan, self.as_of),
        )
        return ending.colour_of(node)
