"""Parts of the work done on a day that is still to come (TC311)."""

from collections.abc import Iterator

from tcplan.findings.codes import DONE_IN_FUTURE
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_dates import PARTS
from tcplan.workspace import PlanFile


def done_in_future(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A success criterion or step has been done on a day that is still to come.

    The day is the one on which the plan is checked. A check of a day that `--as-of` names finds none: from there
    much of what was done lies ahead. A month or year that has begun is not still to come.

    Why: `done` says that something can be seen now. A day in the future is a slip, or a plan that was entered in the
    wrong place, and the work counts as finished when it is not.

    Fix: Put the date right. For what is only planned write `due` instead of `done`.
    """
    if context.rewound:
        return
    for path, who, parts in _all_parts(plan):
        for index, part in enumerate(parts):
            if part.done and part.done.first > context.as_of:
                message = f"{who} done {part.done.text}, which is still to come"
                help_text = "put the date right, or write `due` for what is only planned"
                yield Problem(DONE_IN_FUTURE, (*path, index, "done"), message, help_text)


def _all_parts(plan: PlanFile) -> Iterator[tuple[Path, str, tuple[Step, ...]]]:
    yield ("success",), "the plan has a success criterion", plan.plan.success
    for node in plan.tree.nodes:
        for key, noun in PARTS:
            parts: tuple[Step, ...] = getattr(node.entry, key, ())
            yield (*node.path, key), f"{node.level} {node.id} has a {noun}", parts
