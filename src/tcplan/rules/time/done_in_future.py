"""Criteria and steps marked as done on a day in the future (TC311)."""

from collections.abc import Iterator

from tcplan.findings.codes import DONE_IN_FUTURE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import PARTS
from tcplan.workspace import PlanFile


def done_in_future(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A success criterion or step is marked as done on a day in the future.

    A day is in the future if it is after the day of the check; a month or year that has begun is not. A check with
    `--as-of` leaves this rule out: seen from an earlier day, much that has been done is in the future.

    Why: `done` says that something can be seen now. A day in the future is a typing error, or an intention written in
    the wrong place, and the work counts as finished when it is not.

    Fix: Correct the date. For what is only planned write `due` instead of `done`.
    """
    if context.rewound:
        return
    for path, who, parts in _all_parts(plan):
        for index, part in enumerate(parts):
            if part.done and part.done.first > context.as_of:
                message = f"{who} with `done: {part.done.text}`, which is in the future"
                help_text = "correct the date, or write `due` for what is only planned"
                yield Problem(DONE_IN_FUTURE, (*path, index, "done"), message, help_text)


def _all_parts(plan: PlanFile) -> Iterator[tuple[Path, str, tuple[Step, ...]]]:
    yield ("success",), "the plan has a success criterion", plan.plan.success
    for node in plan.tree.nodes:
        for key, noun in PARTS:
            parts: tuple[Step, ...] = getattr(node.entry, key, ())
            yield (*node.path, key), f"{node.level} {node.id} has a {noun}", parts
