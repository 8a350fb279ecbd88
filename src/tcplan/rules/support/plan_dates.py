"""The dates that a plan sets, each with its place and a sentence about it."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.values.dates import Due, DueKind, Period, due_date, start_date
from tcplan.workspace import Node, PlanFile

_CRITERIA: Final = ("success", "success criterion")
_STEPS: Final = ("steps", "step")
PARTS: Final = (_CRITERIA, _STEPS)
"""What an entry may hold that has a date of its own, and what one of them is called."""


class PlanDate(NamedTuple):
    """A date that the plan sets; `says` begins the sentence about it: `action 2.3.1 is due on`."""

    path: Path
    due: Due
    day: date
    says: str
    is_start: bool = False

    @property
    def sentence(self) -> str:
        """What happens when; a length of time is printed after the day that it comes to."""
        is_calculated = self.due.kind in (DueKind.DURATION, DueKind.PLAN_YEAR)
        return f"{self.says} {self.day}{f' (`{self.due.text}`)' if is_calculated else ''}"


def plan_dates(plan: PlanFile) -> Iterator[PlanDate]:
    """Every start, checkpoint, due date and date of a part that the plan was published with."""
    period = plan.period
    yield from _dates_of_parts((), "the plan", _CRITERIA, plan.plan.success, period)
    for node in plan.tree.nodes:
        yield from starts_and_dues(node, period)
        yield from dates_of_parts(node, period)


def starts_and_dues(node: Node, period: Period) -> Iterator[PlanDate]:
    """When an action starts, its checkpoints, and last when it is due."""
    action, who = node.action, f"{node.level} {node.id}"
    if action is None:
        return
    if action.start and (day := start_date(action.start, period)):
        yield PlanDate((*node.path, "start"), action.start, day, f"{who} starts on", is_start=True)
    for index, due in enumerate(action.due):
        if day := due_date(due, period):
            is_last = index == len(action.due) - 1
            yield PlanDate(
                (*node.path, "due", index), due, day, f"{who} {'is due on' if is_last else 'has a checkpoint on'}"
            )


def dates_of_parts(node: Node, period: Period) -> Iterator[PlanDate]:
    """When the success criteria of an entry, and the steps of an action, are due."""
    yield from _dates_of_parts(node.path, f"{node.level} {node.id}", _CRITERIA, node.entry.success, period)
    yield from dates_of_steps(node, period)


def dates_of_steps(node: Node, period: Period) -> Iterator[PlanDate]:
    """When the steps of an action are due."""
    if node.action and node.action.steps:
        yield from _dates_of_parts(node.path, f"action {node.id}", _STEPS, node.action.steps, period)


def _dates_of_parts(
    path: Path, who: str, kind: tuple[str, str], parts: tuple[Step, ...], period: Period
) -> Iterator[PlanDate]:
    key, noun = kind
    for index, part in enumerate(parts):
        if part.due and (day := due_date(part.due, period)):
            yield PlanDate((*path, key, index, "due"), part.due, day, f"{who} has a {noun} due on")
