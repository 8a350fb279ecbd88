"""Actions still open at the end of their plan that no later plan continues (TC117)."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.findings.codes import UNCONTINUED_ACTION
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.support.aggregate import plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.continuation import continued_entries, followers, is_continued, is_left_unfinished
from tcplan.rules.support.sentences import join_names
from tcplan.values.dates import add
from tcplan.values.words import Ending
from tcplan.workspace import Level, PlanFile


class PlanEnd(NamedTuple):
    """How a plan came to its end: the words, and the place in its file."""

    words: str
    path: Path


def uncontinued_action(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action was still open when its plan ended, and no later plan continues it.

    The plan has ended when its period is over, or when it is closed as merged or superseded. If no later plan of the
    workspace has begun by then, there is one more review period for the last reports. An action is no longer open if it
    is complete, closed, due on a later day, or complete by the colour that a submission gives it, or if a later plan
    continues it or the objective or pillar above it. If nothing was reported, or nothing is continued, there is one
    finding for the plan.

    Why: A review asks what became of every action. If nobody says, the work was dropped without a decision, or people
    do it without credit.

    Fix: If the action is finished, report it as complete. If it was given up, close it and say why. If the work goes
    on, name it under `continues` of the entry that carries it on in the later plan.
    """
    over = _end_of_plan(plan, context)
    carried = continued_entries(plan, context) if over else None
    if over is None or carried is None or context.folder.unreadable:
        return
    states = context.assessment(plan).states_of(plan.tree.of(Level.ACTION))
    left = [state for state in states if _is_left(state, plan, carried)]
    into = next((one.name for one in followers(plan, context)), "the later plan")
    if len(left) > 1 and not (carried and any(state.updates for state in states)):
        yield _one_problem(plan, over, left, states, into)
        return
    for state in left:
        id_ = state.node.id
        message = f"action {id_} is still open, although {over.words}, and no later plan continues it"
        help_text = f"report it as complete, close it, or write `continues: {plan.name}/{id_}` in {into}"
        yield Problem(UNCONTINUED_ACTION, (*state.node.path, "id"), message, help_text)


def _end_of_plan(plan: PlanFile, context: Context) -> PlanEnd | None:
    """How the plan has ended by the day; None while it runs, or if it was withdrawn with all its entries."""
    closed, end = plan.plan.closed, plan.period.end
    if closed and closed.date.last <= context.as_of:
        ended = PlanEnd(f"the plan was {closed.how} on {closed.date.last}", ("closed",))
        return None if closed.how is Ending.WITHDRAWN else ended
    later = next((one for one in followers(plan, context) if _has_begun(one, context)), None)
    if end is None:
        return PlanEnd(f"{later.name} has begun", ("title",)) if later else None
    waits = end if later else add(end, context.assessment(plan).policy.review_every)
    return PlanEnd(f"the plan ended on {end}", ("period", "end")) if waits < context.as_of else None


def _has_begun(later: PlanFile, context: Context) -> bool:
    start = later.period.start
    return start is not None and start <= context.as_of


def _is_left(state: EntryState, plan: PlanFile, carried: set[int]) -> bool:
    """Whether an action was open when the plan ended, and nothing is known of it since."""
    ended_with_entry = state.closed is not None and state.closed is not plan.plan.closed
    goes_on = state.due is not None and state.due >= state.as_of
    return (
        is_left_unfinished(state, plan)
        and not ended_with_entry
        and not goes_on
        and not is_continued(state.node, carried)
    )


def _one_problem(plan: PlanFile, over: PlanEnd, left: list[EntryState], states: list[EntryState], into: str) -> Problem:
    is_one = len(states) == 1
    count = "its only action" if is_one else f"{len(left)} of its {len(states)} actions"
    if any(state.updates for state in states):
        verb, those = ("is", "it") if len(left) == 1 else ("are", "them")
        ids = join_names([state.node.id for state in left])
        what = f"{count} {verb} still open ({ids}); no later plan continues {those}"
    else:
        ended = len(states) - len(left)
        number = f"{f'only {ended}' if ended else 'none'} of its {len(states)} actions {'is' if ended <= 1 else 'are'}"
        number = "its only action is not" if is_one else number
        what = f"nothing was ever reported, and {number} closed or continued by a later plan"
    example = f"`continues: {plan.name}/{left[0].node.id}`"
    help_text = f"report finished actions as complete, close what was given up, and write {example} and so on in {into}"
    return plan_problem(
        UNCONTINUED_ACTION, (state.node.path for state in left), f"{over.words}, but {what}", help_text, over.path
    )
