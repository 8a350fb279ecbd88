"""References to what has ended: how it was closed, and where the file says so."""

from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.parts import Closed
from tcplan.progress.history import closure_on, state_of
from tcplan.rules.support.context import Context
from tcplan.workspace import Node, PlanFile, Target


class ClosedTarget(NamedTuple):
    """An entry that was closed unfinished: how, and the place of the closure if it is in the same plan.

    `with_plan`: it ended with its whole plan.
    """

    closed: Closed
    place: Path | None
    with_plan: bool

    @property
    def words(self) -> str:
        """How it ended, as it follows "which"."""
        return f"was {self.closed.how} on {self.closed.date.last}"


def closed_target(target: Target, plan: PlanFile, context: Context) -> ClosedTarget | None:
    """How the entry that a reference leads to was closed unfinished by the day, as far as that could be read."""
    if target.node is None or target.plan is None:
        return None
    closed = closure_on(target.node, target.plan, context.as_of)
    if closed is None or state_of(target.node, target.plan, context.as_of).is_complete:
        return None
    holder = closed_holder(target.node, closed)
    place = (*holder.path, "closed") if holder else ("closed",)
    if target.plan.file.shaped.is_tainted(place):
        return None
    return ClosedTarget(closed, place if target.plan is plan else None, holder is None)


def closed_holder(node: Node, closed: Closed) -> Node | None:
    """The entry, this one or one above it, that has a closure; None where it is that of the plan."""
    return next((one for one in node.line() if one.entry.closed is closed), None)
