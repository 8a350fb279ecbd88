"""Open actions that wait for a closed one (TC125)."""

from collections.abc import Iterator

from tcplan.findings.codes import DEPENDS_ON_CLOSED
from tcplan.findings.finding import Problem
from tcplan.rules.support.closed_targets import closed_target
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import words_for
from tcplan.workspace import Level, PlanFile, resolve


def depends_on_closed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An open action waits for one that was closed unfinished.

    Why: What the action waits for will not come. Either it has stopped and no report says why, or it goes on without,
    and the plan is wrong about what it needs.

    Fix: Change `depends_on` to name what takes over the closed action, or remove the dependency.
    """
    for state in context.assessment(plan).states_of(plan.tree.of(Level.ACTION)):
        action = state.node.action
        for index, ref in enumerate(action.depends_on if action and state.is_open and not state.is_complete else ()):
            ended = closed_target(resolve(context.workspace, context.folder, plan, ref), plan, context)
            if ended:
                other = ended.closed.into if ended.place and ended.closed.into != state.node.id else None
                instead = f"make it depend on {other}" if other else "name what carries on that work"
                message = f"{words_for(state.node)} depends on {ref}, which {ended.words}"
                path, help_text = (*state.node.path, "depends_on", index), f"{instead}, or remove the dependency"
                yield Problem(DEPENDS_ON_CLOSED, path, message, help_text, also=ended.place, also_says="closed")
