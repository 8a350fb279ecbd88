"""The state of a plan: whether it is over, whether it could be read, and which of its entries are open."""

from collections.abc import Iterator

from tcplan.model import Institution
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.values.dates import Duration, add
from tcplan.values.words import Role
from tcplan.workspace import Level, Node, PlanFile


def is_supporter(institution: Institution | None) -> bool:
    """Whether an institution is a supporter: it submits no stages, and may employ no technicians."""
    return institution is not None and institution.role is Role.SUPPORTER


def is_over(plan: PlanFile, context: Context) -> bool:
    """Whether nobody will add what is missing: the plan has ended, was closed, or is followed by one that runs."""
    return context.assessment(plan).is_over


def unfinished_actions(plan: PlanFile, context: Context) -> list[EntryState]:
    """The actions of a plan that is not over that are in it by now and neither closed nor complete."""

    def find() -> list[EntryState]:
        if is_over(plan, context):
            return []
        states = context.assessment(plan).states_of(plan.tree.of(Level.ACTION))
        return [state for state in states if state.is_open and not state.is_complete]

    return context.compute_once(("unfinished", plan.file.name), find)  # more than ten rules ask for them


def has_just_joined(state: EntryState, review_every: Duration) -> bool:
    """Whether an action joined the plan less than a review period ago and nobody has reported on it.

    What is still to be agreed then is not late, however long ago the plan began.
    """
    return (
        state.added is not None
        and state.added == state.start
        and not state.updates
        and add(state.added, review_every) > state.as_of
    )


def start_in_words(state: EntryState) -> str:
    """The words that say that an action has started: on its day, or because somebody reports on it."""
    if state.start is None or state.start > state.as_of:
        return "is under way"
    return f"began on {state.start}"


def is_plan_read(plan: PlanFile, *keys: str) -> bool:
    """Whether all entries and all values of these keys could be read; otherwise nobody knows what is missing."""
    tainted = plan.file.shaped.tainted
    return not plan.has_unread_entries and not any(step in keys for path in tainted for step in path)


def open_or_complete_entries(plan: PlanFile, context: Context) -> list[Node]:
    """The entries that are open or complete on the day, without those that were given up or come later."""
    assessment = context.assessment(plan)
    states = (assessment.state(node) for node in plan.tree.nodes)
    return [state.node for state in states if state.is_open or (state.in_plan and state.is_complete)]


def open_entries(plan: PlanFile, context: Context) -> Iterator[Node]:
    """The entries of a plan that is not over that are neither complete nor closed."""
    if not is_over(plan, context):
        for node in plan.tree.nodes:
            state = context.assessment(plan).state(node)
            if state.is_open and not state.is_complete:
                yield node


def is_measured(node: Node) -> bool:
    """Whether a measure follows an entry, or the one directly above."""
    return any(one.entry.measured_by for one in with_parent(node))


def with_parent(node: Node) -> tuple[Node, ...]:
    """An entry and the one directly above it, if there is one: what the upper one says holds for both."""
    return (node, node.parent) if node.parent else (node,)
