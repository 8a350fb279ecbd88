"""Open actions under something that was closed (TC118)."""

from collections import defaultdict
from collections.abc import Iterator

from tcplan.findings.codes import OPEN_UNDER_CLOSED
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.support.closed_targets import closed_holder
from tcplan.rules.support.context import Context
from tcplan.rules.support.continuation import continued_entries, is_continued, is_left_unfinished
from tcplan.rules.support.id_format import words_for
from tcplan.rules.support.sentences import join_names
from tcplan.workspace import Level, Node, PlanFile


def open_under_closed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An objective or pillar is closed, but actions under it are still open.

    An action is still open if it is neither complete nor closed itself, and no later plan continues it. Reports count
    it as closed with its objective or pillar. For a plan that is closed as a whole see uncontinued-action.

    Why: Closing an objective does not say what became of each of its actions: one may be finished, another may go on
    under a different objective. The next review asks about all of them.

    Fix: Report finished actions as complete, close those that end with the objective, and change `under` of those that
    go on to their new place.
    """
    below = defaultdict[Path, list[EntryState]](list)
    holders: dict[Path, Node] = {}
    for state in context.assessment(plan).states_of(plan.tree.of(Level.ACTION)):
        holder = closed_holder(state.node, state.closed) if state.closed and is_left_unfinished(state, plan) else None
        if holder:
            holders[holder.path] = holder
            below[holder.path].append(state)
    carried = (continued_entries(plan, context) if below else None) or set()
    for path, states in below.items():
        nodes = [state.node for state in states if not is_continued(state.node, carried)]
        closed = holders[path].entry.closed
        if closed and nodes:
            left = f"action{'s' if len(nodes) > 1 else ''} {join_names([node.id for node in nodes])}"
            words = f"{words_for(holders[path])} was {closed.how} on {closed.date.last}"
            message = f"{words}, but nothing says what became of {left} under it"
            help_text = "report finished actions as complete, close the rest, or name another place with `under`"
            also = (*nodes[0].path, "id")
            yield Problem(OPEN_UNDER_CLOSED, (*path, "closed"), message, help_text, also=also, also_says="still open")
