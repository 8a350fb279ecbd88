"""What a rule may ask more of: plans that are not over yet, and those of their actions that are unfinished."""

from tcplan.model import Institution
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.workspace import PlanFile


def is_supporter(institution: Institution | None) -> bool:
    """Whether an institution is a supporter: it submits no stages, and may employ no technicians."""
    return institution is not None and institution.role == "supporter"


def is_over(plan: PlanFile, context: Context) -> bool:
    """Whether the plan has ended, was closed, or is followed by one that runs: nobody will add what it lacks."""
    end, closed = plan.period.end, plan.plan.closed
    has_ended = (end is not None and end < context.as_of) or (closed is not None and closed.date.last <= context.as_of)
    return has_ended or _is_followed(plan, context)


def _is_followed(plan: PlanFile, context: Context) -> bool:
    """Whether a plan of the same institution that follows this one has started."""
    others = [one for one in context.home.plans.values() if plan.name in one.plan.follows]
    starts = [one.period.start for one in others]
    return any(start is not None and start <= context.as_of for start in starts)


def unfinished(plan: PlanFile, context: Context) -> list[EntryState]:
    """The actions of a plan that is not over that are in it by now and neither closed nor complete."""
    if is_over(plan, context):
        return []
    assessment = context.assessment(plan)
    states = (assessment.state(node) for node in plan.tree.of("action"))
    return [state for state in states if state.is_open and not state.is_complete]


def began(state: EntryState) -> str:
    """How it is said that an action has started: on its day, or because somebody reports on it."""
    if state.start is None or state.start > state.as_of:
        return "is under way"
    return f"began on {state.start}"
