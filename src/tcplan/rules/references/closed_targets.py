"""References to what has ended: what takes closed work over, and what an action waits for (TC119, TC125)."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.findings.codes import DEPENDS_ON_CLOSED, INTO_CLOSED
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model.parts import Closed
from tcplan.progress import state_of
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import words_for
from tcplan.workspace import Node, PlanFile, Target, find_plan, resolve


class ClosedTarget(NamedTuple):
    """An entry that was closed unfinished: how, and where that stands if it is in the same plan.

    `with_plan`: it ended with its whole plan.
    """

    closed: Closed
    place: Path | None
    with_plan: bool

    @property
    def words(self) -> str:
        """How it ended, as it follows "which"."""
        return f"was {self.closed.how} on {self.closed.date.last}"


def into_closed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Closed work is taken over by something that is closed itself.

    That includes an entry taken over by itself, or by one that stands under it and ends with it. Nothing is found
    where the other was closed on a later day and names in turn what takes it over, or ended later with its whole plan.

    Why: `into` tells where the work went. If it leads to work that has ended too, nobody does it any more, and the
    next review finds nothing to report on.

    Mend: Name the entry that carries the work on today. If there is none, close it as `withdrawn` and say why.
    """
    help_text = "name what carries the work on today, or close it as withdrawn"
    for node in plan.tree.nodes:
        closed = node.entry.closed
        target = resolve(context.workspace, context.home, plan, closed.into) if closed and closed.into else None
        if closed is None or target is None or target.node is None:
            continue
        path, words = (*node.path, "closed", "into"), f"{words_for(node)} is taken over by"
        other = f"{target.node.level} {closed.into}"
        if node is target.node:
            yield Problem(INTO_CLOSED, path, f"{words} itself", help_text)
        elif node in target.node.line():
            yield Problem(INTO_CLOSED, path, f"{words} {other}, which stands under it and ends with it", help_text)
        elif (ended := _ended(target, plan, context)) and not _leads_on(closed, ended):
            message = f"{words} {other}, which {ended.words}"
            yield Problem(INTO_CLOSED, path, message, help_text, also=ended.place, also_says="closed")
    closed = plan.plan.closed
    if closed and closed.into and find_plan(context.workspace, context.home, closed.into).plan is plan:
        yield Problem(INTO_CLOSED, ("closed", "into"), "the plan is taken over by itself", help_text)


def depends_on_closed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An open action waits for one that was closed unfinished.

    Why: What it waits for will not come. The action stands still and no report says why, or it goes on without, and
    the plan is wrong about what it needs.

    Mend: Let `depends_on` name what takes the closed action over, or take the dependency out.
    """
    for state in context.assessment(plan).states_of(plan.tree.of("action")):
        action = state.node.action
        for index, ref in enumerate(action.depends_on if action and state.is_open and not state.is_complete else ()):
            ended = _ended(resolve(context.workspace, context.home, plan, ref), plan, context)
            if ended:
                other = ended.closed.into if ended.place and ended.closed.into != state.node.id else None
                instead = f"let it depend on {other}" if other else "name what carries that work on"
                message = f"{words_for(state.node)} depends on {ref}, which {ended.words}"
                path, help_text = (*state.node.path, "depends_on", index), f"{instead}, or take the dependency out"
                yield Problem(DEPENDS_ON_CLOSED, path, message, help_text, also=ended.place, also_says="closed")


def closed_holder(node: Node, closed: Closed) -> Node | None:
    """The entry, this one or one above it, that has a closure; None where it is that of the plan."""
    return next((one for one in node.line() if one.entry.closed is closed), None)


def _ended(target: Target, plan: PlanFile, context: Context) -> ClosedTarget | None:
    """How the entry that a reference leads to was closed unfinished by the day, as far as that could be read."""
    if target.node is None or target.plan is None:
        return None
    state = state_of(target.node, target.plan, context.as_of)
    if state.closed is None or state.is_complete:
        return None
    holder = closed_holder(target.node, state.closed)
    place = (*holder.path, "closed") if holder else ("closed",)
    if target.plan.file.shaped.is_tainted(place):
        return None
    return ClosedTarget(state.closed, place if target.plan is plan else None, holder is None)


def _leads_on(closed: Closed, ended: ClosedTarget) -> bool:
    """Whether what took the work over ended later, in a way that can be followed."""
    return ended.closed.date.last > closed.date.last and (ended.with_plan or ended.closed.into is not None)
