"""Objectives and pillars that nobody works on (TC605)."""

from collections.abc import Iterator

from tcplan.findings.codes import OBJECTIVE_WITHOUT_ACTIONS
from tcplan.findings.finding import Problem
from tcplan.progress import Assessment
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_over, is_plan_read
from tcplan.rules.support.sentences import join_names
from tcplan.values.words import Ending
from tcplan.workspace import Level, Node, PlanFile


def objective_without_actions(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An open objective or pillar has no actions.

    An objective also counts as empty if all of its actions were withdrawn, and a pillar if it has neither actions nor
    an open objective. A plan without any actions is one finding. Plans that are over are left out.

    Why: Nobody has been asked to do anything for the objective, so nothing will happen. No report will ever say so,
    because people report on actions.

    Fix: Add the action that was meant. If the objective has been given up, close it. If an action serves it but has
    another number, write the objective's id as its `under`.
    """
    nodes = plan.tree.nodes
    lost = any(node.entry.under and node.parent is None for node in nodes)
    if is_over(plan, context) or lost or not is_plan_read(plan, "under", "closed"):
        return
    if not plan.tree.of(Level.ACTION):
        yield _plan_without_actions(plan)
        return
    assessment = context.assessment(plan)
    for node in nodes:
        state = assessment.state(node)
        if node.action or not state.is_open or state.is_complete or _has_open_objective(node, assessment):
            continue
        closures = [assessment.state(action).closed for action in node.actions()]
        if all(closed is not None and closed.how is Ending.WITHDRAWN for closed in closures):
            says = _withdrawn_actions(len(closures)) if closures else "it has no actions"
            help_text = f"add an action with `under: {node.id}` or an id that extends it, or close the {node.level}"
            message = f"{node.level} {node.id} is open, but {says}"
            yield Problem(OBJECTIVE_WITHOUT_ACTIONS, (*node.path, "id"), message, help_text)


def _plan_without_actions(plan: PlanFile) -> Problem:
    counts = [(len(plan.tree.of(level)), level) for level in (Level.PILLAR, Level.OBJECTIVE)]
    there = [f"{count} {level}{'s' if count > 1 else ''}" for count, level in counts if count]
    message = f"the plan has {join_names(there)}, but no actions" if there else "the plan has no actions"
    return Problem(OBJECTIVE_WITHOUT_ACTIONS, ("title",), message, "add what is to be done under `actions`")


def _has_open_objective(node: Node, assessment: Assessment) -> bool:
    """Whether a pillar has an open objective: then it is the objective that has actions, or lacks them."""
    return any(child.level is not Level.ACTION and assessment.state(child).is_open for child in node.children)


def _withdrawn_actions(count: int) -> str:
    return "its one action was withdrawn" if count == 1 else f"all of its {count} actions were withdrawn"
