"""Which entries of a plan a document prints, and what it knows about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tcplan.findings.span import Path
from tcplan.progress import Assessment, EntryState, state_of
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.progress.history import nodes_in_plan
from tcplan.progress.thresholds import Policy, policy_of
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import with_long_dates
from tcplan.views.documents.parts import upper_first
from tcplan.views.documents.shared_values import SharedValues, shared_values
from tcplan.workspace import Node, PlanFile


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What is asked of the document of a plan: its completed actions left out, every action in full too."""

    without_completed: bool = False
    detail: bool = False


@dataclass(frozen=True)
class PlanScope:
    """The entries that are printed, in the order of the file, with their states, what headings share, and signals.

    `is_assessed` for the document of a plan, which says how the plan is going; a submission only prints what was
    reported. `is_detailed` if every action is printed in full too. `completed` is the number of actions left out.
    """

    nodes: tuple[Node, ...]
    states: Mapping[int, EntryState]
    shared: Mapping[int, SharedValues]
    policy: Policy
    signals: Mapping[Path, Sequence[str]]
    is_assessed: bool = False
    is_detailed: bool = False
    completed: int = 0

    def state(self, node: Node) -> EntryState:
        """An entry as it was on the day of the document."""
        return self.states[id(node)]

    def counted_as(self, node: Node) -> TallyCell:
        """The one number of the totals that an action is counted in."""
        return cell_of(self.state(node), self.policy)

    @property
    def actions(self) -> list[Node]:
        """The actions that are printed."""
        return [node for node in self.nodes if node.action]


def stated_scope(context: DocumentContext, file: PlanFile) -> PlanScope:
    """A plan as it stood, for a submission; it is looked at once in a run."""
    return context.workspace.compute_once(
        ("stated scope", file.file.name, context.as_of), lambda: _stated_scope(context, file)
    )


def _stated_scope(context: DocumentContext, file: PlanFile) -> PlanScope:
    nodes = tuple(nodes_in_plan(file, context.as_of))
    states = {id(node): state_of(node, file, context.as_of) for node in nodes}
    return PlanScope(nodes, states, shared_values(nodes), policy_of(file.plan, context.folder.institution), {})


def assessed_scope(assessment: Assessment, options: PlanOptions) -> PlanScope:
    """A plan with its signals, for a document of its own."""
    signals: dict[Path, list[str]] = {}
    for signal in assessment.signals:
        if not signal.of_measure:
            signals.setdefault(signal.path, []).append(with_long_dates(upper_first(signal.sentence)))
    nodes = nodes_in_plan(assessment.plan, assessment.as_of)
    completed = {id(one) for one in nodes if one.action and assessment.state(one).is_complete}
    left_out = completed if options.without_completed else set()
    return PlanScope(
        nodes=tuple(_without(nodes, left_out)),
        states=assessment.states,
        shared=shared_values(nodes),
        policy=assessment.policy,
        signals=signals,
        is_assessed=True,
        is_detailed=options.detail,
        completed=len(left_out),
    )


def _without(nodes: Sequence[Node], completed: set[int]) -> list[Node]:
    """The entries without the completed actions, and without those above them that have no other."""
    if not completed:
        return list(nodes)
    present = {id(node) for node in nodes}
    kept = {id(above) for node in nodes if id(node) not in completed for above in node.line() if node.action}
    empty = {id(node) for node in nodes if not any(id(one) in present for one in node.actions())}
    return [node for node in nodes if id(node) in kept or (not node.action and id(node) in empty)]
