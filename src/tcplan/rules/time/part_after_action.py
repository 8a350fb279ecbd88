"""Steps and checkpoints due after their action (TC306)."""

from collections.abc import Iterator
from datetime import date

from tcplan.findings.codes import PART_AFTER_ACTION
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import PlanDate, dates_of_parts, starts_and_dues
from tcplan.rules.support.report_places import due_now
from tcplan.workspace import Level, PlanFile


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
            steps = [one for one in dates_of_parts(node, period) if one.path[-3] == "steps"]
            yield from _parts_after(steps, *_latest_due(state), "move the step, or the due date of the action")
        if action and len(action.due) > 1:
            checkpoints = [one for one in starts_and_dues(node, period) if one.path[-2] == "due"][:-1]
            published = (*node.path, "due", len(action.due) - 1)
            yield from _parts_after(
                checkpoints, state.published_due, published, "write the checkpoints first and the end last"
            )


def _parts_after(parts: list[PlanDate], end: date | None, also: Path, help_text: str) -> Iterator[Problem]:
    for one in parts:
        if end and one.day > end:
            message = f"{one.sentence}, after the action itself is due on {end}"
            yield Problem(
                PART_AFTER_ACTION, one.path, message, help_text, also=also, also_says="the action is due here"
            )


def _latest_due(state: EntryState) -> tuple[date | None, Path]:
    """The later of the published and the current due date; None where there is no longer a date."""
    published, now = state.published_due, state.due
    if now and published and published > now and state.node.action:
        return published, (*state.node.path, "due", len(state.node.action.due) - 1)
    return now, due_now(state)
