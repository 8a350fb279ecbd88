"""Closed work that something closed takes over (TC119)."""

from collections.abc import Iterator

from tcplan.findings.codes import INTO_CLOSED
from tcplan.findings.finding import Problem
from tcplan.model.parts import Closed
from tcplan.rules.support.closed_targets import ClosedTarget, closed_target
from tcplan.rules.support.context import Context
from tcplan.rules.support.id_format import words_for
from tcplan.workspace import PlanFile, find_plan, resolve


def into_closed(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """Closed work is taken over by something that is closed itself.

    This includes an entry that is taken over by itself, or by an entry that is under it and closes with it. There is no
    finding if the other entry was closed on a later day and names what takes it over in turn, or if it ended later with
    its whole plan.

    Why: `into` says where the work went. If it leads to work that has ended too, nobody does the work any more, and the
    next review finds nothing to report on.

    Fix: Name the entry that carries on the work today. If there is none, close it as `withdrawn` and say why.
    """
    help_text = "name what carries on the work today, or close it as withdrawn"
    for node in plan.tree.nodes:
        closed = node.entry.closed
        target = resolve(context.workspace, context.folder, plan, closed.into) if closed and closed.into else None
        if closed is None or target is None or target.node is None:
            continue
        path, words = (*node.path, "closed", "into"), f"{words_for(node)} is taken over by"
        other = f"{target.node.level} {closed.into}"
        if node is target.node:
            yield Problem(INTO_CLOSED, path, f"{words} itself", help_text)
        elif node in target.node.line():
            yield Problem(INTO_CLOSED, path, f"{words} {other}, which is under it and closes with it", help_text)
        elif (ended := closed_target(target, plan, context)) and not _leads_on(closed, ended):
            message = f"{words} {other}, which {ended.words}"
            yield Problem(INTO_CLOSED, path, message, help_text, also=ended.place, also_says="closed")
    closed = plan.plan.closed
    if closed and closed.into and find_plan(context.workspace, context.folder, closed.into).plan is plan:
        yield Problem(INTO_CLOSED, ("closed", "into"), "the plan is taken over by itself", help_text)


def _leads_on(closed: Closed, ended: ClosedTarget) -> bool:
    """Whether what took the work over ended later, in a way that can be followed."""
    return ended.closed.date.last > closed.date.last and (ended.with_plan or ended.closed.into is not None)
