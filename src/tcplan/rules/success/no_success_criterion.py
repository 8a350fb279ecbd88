"""Actions that do not say how their success will be seen (TC401)."""

from collections.abc import Iterator

from tcplan.findings.codes import NO_SUCCESS_CRITERION
from tcplan.findings.finding import Problem
from tcplan.rules.support.aggregate import GroupMessage, aggregate
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import is_measured, unfinished_actions, with_parent
from tcplan.workspace import Node, PlanFile


def no_success_criterion(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action says neither how its success will be seen nor which measure follows it.

    Criteria and measures of the objective or pillar directly above an action count for it as well. This rule leaves out
    complete and closed actions, and plans that are over. If no action of the plan has any, or hardly any of many do,
    there is one finding.

    Why: Without a criterion an action is finished when its owner says so, and two people who review it can give it two
    colours. The next submission asks what the plan has changed, and then there is nothing to show for it.

    Fix: Write under `success` what will exist or happen that does not now, such as "Criteria published on the
    intranet". If it is a number, keep it as a measure and name it under `measured_by`.
    """
    states = unfinished_actions(plan, context)
    bare = [state.node for state in states if not _is_judged(state.node)]
    says = GroupMessage(
        f"none of the {len(states)} unfinished actions says how its success will be seen",
        "unfinished actions do not say how success will be seen",
        "add `success:` to each, with what will exist or happen once it is done; begin with the next ones due",
    )
    if of_all := aggregate(NO_SUCCESS_CRITERION, bare, len(states), says):
        yield of_all
        return
    for node in bare:
        message = f"action {node.id} has no success criterion and no measure"
        help_text = (
            "add `success:` with what will exist or happen once it is done, or name a measure under `measured_by`"
        )
        yield Problem(NO_SUCCESS_CRITERION, (*node.path, "success"), message, help_text)


def _is_judged(node: Node) -> bool:
    """Whether an entry, or the one directly above, has a criterion or a measure."""
    return any(one.entry.success for one in with_parent(node)) or is_measured(node)
