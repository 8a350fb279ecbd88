"""A whole plan on a day: the state of every entry, the headlines of every level, and all signals."""

from dataclasses import dataclass
from datetime import date

from tcplan.findings.span import Path
from tcplan.progress.action_counts import Tally, tally
from tcplan.progress.headline import Headline, headline_of
from tcplan.progress.history import EntryState, state_of
from tcplan.progress.owed_reports import owes_report
from tcplan.progress.signals import Signal, action_signals, in_order, measure_signals
from tcplan.progress.thresholds import Policy, policy_of
from tcplan.workspace import InstitutionFolder, Level, Node, PlanFile, Workspace, resolve
from tcplan.workspace.succession import is_over


@dataclass(frozen=True)
class Assessment:
    """What is known about a plan on a day; `owing` are the places of the actions that owe a report."""

    plan: PlanFile
    folder: InstitutionFolder
    as_of: date
    policy: Policy
    states: dict[int, EntryState]
    is_over: bool
    owing: frozenset[Path]
    signals: tuple[Signal, ...]

    def state(self, node: Node) -> EntryState:
        """The state of one entry."""
        return self.states[id(node)]

    def states_of(self, nodes: list[Node]) -> list[EntryState]:
        """The states of some entries, in their order."""
        return [self.states[id(node)] for node in nodes]

    def owes_report(self, node: Node) -> bool:
        """Whether an action owes a report; see `progress.owed_reports`."""
        return node.path in self.owing

    def nodes_in_plan(self, level: Level) -> list[Node]:
        """The entries of a level that belong to the plan on the day, in the order of the file."""
        return [node for node in self.plan.tree.of(level) if self.state(node).in_plan]

    def headline(self, nodes: list[Node] | None = None) -> Headline:
        """The headline of some actions, or of the whole plan if `nodes` is None."""
        return headline_of(self.states_of(self._actions(nodes)), self.policy)

    def tally(self, nodes: list[Node] | None = None) -> Tally:
        """The counts of some actions, or of the whole plan if `nodes` is None."""
        return tally(self.states_of(self._actions(nodes)), self.policy)

    def _actions(self, nodes: list[Node] | None) -> list[Node]:
        return self.plan.tree.of(Level.ACTION) if nodes is None else nodes


def assess(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date) -> Assessment:
    """A plan as it was on a day; it is assessed once in a run."""
    return workspace.compute_once(
        ("assessment", plan.file.name, as_of), lambda: _assess(workspace, folder, plan, as_of)
    )


def _assess(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile, as_of: date) -> Assessment:
    policy = policy_of(plan.plan, folder.institution)
    states = {id(node): state_of(node, plan, as_of) for node in plan.tree.nodes}

    def find(ref: str) -> EntryState | None:
        target = resolve(workspace, folder, plan, ref)
        if target.node is None or target.plan is None:
            return None
        return states.get(id(target.node)) or state_of(target.node, target.plan, as_of)

    actions = [states[id(node)] for node in plan.tree.of(Level.ACTION)]
    over = is_over(workspace, plan, as_of)
    owing = frozenset(one.node.path for one in actions if not over and owes_report(one, plan, policy))
    signals = [
        signal
        for state in actions
        for signal in action_signals(state, policy, find, owes_report=state.node.path in owing)
    ]
    signals += measure_signals(plan, as_of)
    order = {node.id: number for number, node in enumerate(plan.tree.nodes)}
    return Assessment(plan, folder, as_of, policy, states, over, owing, tuple(in_order(signals, order)))
