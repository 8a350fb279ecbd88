"""Actions that wait for one that is due later (TC307)."""

from collections.abc import Iterator

from tcplan.findings.codes import DEPENDENCY_DUE_LATER
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import due_now
from tcplan.workspace import PlanFile, resolve


def dependency_due_later(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action depends on one that is due later.

    This rule uses the current due dates, including the changes that reports have made. It leaves out complete and
    closed actions on both sides, and plans whose period is over. The other action may be in another plan.

    Why: What `depends_on` names must be finished first, so the action will be late even if everybody keeps to the plan.
    Usually the other action has slipped, and nobody has looked at what waits for it.

    Fix: Move the due date of the action that waits, bring the other one forward, or remove the dependency if the work
    does not need it.
    """
    for state in unfinished_actions(plan, context):
        for index, ref in enumerate(state.node.action.depends_on if state.node.action else ()):
            other, is_here = _state_of(ref, plan, context)
            if other and state.due and other.due and other.due > state.due and other.is_open and not other.is_complete:
                path = (*state.node.path, "depends_on", index)
                message = (
                    f"action {state.node.id} is due on {state.due}, but depends on {ref}, which is due on {other.due}"
                )
                help_text = "move one of the two dates, or remove the dependency"
                also = due_now(other) if is_here else None
                says = "the other action is due here" if is_here else ""
                yield Problem(DEPENDENCY_DUE_LATER, path, message, help_text, also=also, also_says=says)


def _state_of(ref: str, plan: PlanFile, context: Context) -> tuple[EntryState | None, bool]:
    """The state of the action that a reference names, and whether it is in the same plan."""
    target = resolve(context.workspace, context.folder, plan, ref)
    if target.node is None or target.plan is None or target.node.action is None:
        return None, False
    return context.assessment(target.plan).state(target.node), target.plan is plan
