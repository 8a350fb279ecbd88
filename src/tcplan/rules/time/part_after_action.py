"""Steps and checkpoints due after their action (TC306)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from tcplan.findings.codes import PART_AFTER_ACTION
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.plan import Action
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import PlanDate, dates_of_steps, starts_and_dues
from tcplan.rules.support.report_places import due_now
from tcplan.workspace import Level, Node, PlanFile


def part_after_action(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A checkpoint or a step is due after its action.

    If an action has several due dates, the last one is its end, and the others are checkpoints. If a report has moved
    the due date, the later of the two counts for the steps. Success criteria are left out: some can only be seen when
    the work is over.

    Why: The action cannot be finished before its parts. Reports would show it as overdue while its plan still asks for
    a step.

    Fix: Move the step or checkpoint, or the due date of the action. Write checkpoints first and the end last.
    """
    assessment, period = context.assessment(plan), plan.period
    for node in plan.tree.of(Level.ACTION):
        action, state = node.action, assessment.state(node)
        if action and action.steps:
            steps = dates_of_steps(node, period)
            yield from _parts_after(steps, _latest_due(state), "move the step, or the due date of the action")
        if action and len(action.due) > 1:
            checkpoints = [one for one in starts_and_dues(node, period) if one.path[-2] == "due"][:-1]
            end = _End(state.published_due, partial(_last_due, node, action))
            yield from _parts_after(checkpoints, end, "write the checkpoints first and the end last")


class _End(NamedTuple):
    """When an action ends, if that is known, and what finds the place of that date, which hardly any needs."""

    day: date | None
    find_place: Callable[[], Path]


def _parts_after(parts: Iterable[PlanDate], end: _End, help_text: str) -> Iterator[Problem]:
    for one in parts:
        if end.day and one.day > end.day:
            message = f"{one.sentence}, after the action itself is due on {end.day}"
            also = end.find_place()
            yield Problem(
                PART_AFTER_ACTION, one.path, message, help_text, also=also, also_says="the action is due here"
            )


def _latest_due(state: EntryState) -> _End:
    """The later of the published and the current due date; None where there is no longer a date."""
    published, now, action = state.published_due, state.due, state.node.action
    if now and published and published > now and action:
        return _End(published, partial(_last_due, state.node, action))
    return _End(now, partial(due_now, state))


def _last_due(node: Node, action: Action) -> Path:
    """The place of the last due date that the plan gives."""
    return (*node.path, "due", len(action.due) - 1)
