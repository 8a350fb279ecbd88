"""What of a plan counts towards what is asked of it as a whole, and whether all of it could be read."""

from tcplan.rules.support.context import Context
from tcplan.workspace import Node, PlanFile


def is_plan_read(plan: PlanFile, *keys: str) -> bool:
    """Whether all entries and all values of these keys could be read; else nobody knows what the plan lacks."""
    tainted = plan.file.shaped.tainted
    return not plan.has_unread_entries and not any(step in keys for path in tainted for step in path)


def counting(plan: PlanFile, context: Context) -> list[Node]:
    """The entries that are open or complete on the day: what was given up or is not in the plan yet does not count."""
    assessment = context.assessment(plan)
    states = (assessment.state(node) for node in plan.tree.nodes)
    return [state.node for state in states if state.is_open or (state.in_plan and state.is_complete)]


def lowest(nodes: list[Node]) -> list[Node]:
    """Of some entries the actions; in a plan without any the objectives, else the pillars."""
    of_level = ([node for node in nodes if node.level == level] for level in ("action", "objective", "pillar"))
    return next((found for found in of_level if found), [])
