"""Actions under way that nobody reports on (TC502)."""

from collections.abc import Iterator
from typing import Final

from tcplan.findings.codes import SILENT
from tcplan.findings.finding import Problem
from tcplan.progress import EntryState, Signal, SignalKind
from tcplan.progress.thresholds import length_in_words
from tcplan.rules.support.aggregate import GroupMessage, aggregate, plan_problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import report_path
from tcplan.workspace import PlanFile

_WHOLE: Final = ("title",)
"""The place of one finding for the whole plan."""


def silent(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is under way, but nobody has reported on it for a whole review period.

    The review period is the plan's `review_every`, or twelve months if the plan does not say; a report exactly that old
    is still within it. This rule leaves out actions that are complete or closed, that have not begun, or that began or
    joined the plan (`added`) within the last review period. It also leaves out plans that are over. `tcplan status`
    and `tcplan report` name the same actions. If nobody has reported on any action, or on hardly any of many, there is
    one finding.

    Why: No report is not good news. Two review periods later the last colour no longer counts, and the plan's headline
    comes only from the few who do report.

    Fix: Ask the owner for a sentence and a colour: `tcplan update` enters it, and `tcplan report` asks about every
    action that waits for one. If nothing has happened, that is a report too.
    """
    signals = {one.path: one for one in context.assessment(plan).signals if one.kind is SignalKind.SILENT}
    under_way = [state for state in unfinished_actions(plan, context) if state.started]
    waiting = [state for state in under_way if state.node.path in signals]
    every = length_in_words(context.assessment(plan).policy.review_every)
    if len(waiting) > 1 and not any(state.reported_on for state in under_way if state.node.path not in signals):
        yield _all_silent(waiting, under_way, context, every)
        return
    # If all of them wait, the finding above says so, with the day since when.
    says = GroupMessage("", f"actions under way have had no report within the last {every}", _asks(every))
    if of_most := aggregate(SILENT, [state.node for state in waiting], len(under_way), says, _WHOLE):
        yield of_most
        return
    for state in waiting:
        yield _silent(state, signals[state.node.path])


def _silent(state: EntryState, signal: Signal) -> Problem:
    message = f"action {state.node.id} is silent: {signal.sentence}"
    last = state.updates[-1] if state.updates else None
    help_text = "ask its owner how it is going, and enter it: `tcplan report` asks for each report that is owed"
    if last is None and state.added is None:
        help_text += "; if the action joined the plan later, say when with `added`"
    return Problem(SILENT, report_path(state, last, "date"), message, help_text)


def _all_silent(waiting: list[EntryState], under_way: list[EntryState], context: Context, every: str) -> Problem:
    since = max((state.reported_on for state in waiting if state.reported_on), default=None)
    begun = min((state.start for state in waiting if state.start), default=context.as_of)
    message = f"nobody has reported on any of the {len(under_way)} actions under way"
    message += f" since {since}" if since else f"; the first began on {begun}"
    if len(waiting) < len(under_way):
        have = "has" if len(waiting) == 1 else "have"
        message += f"; {len(waiting)} of them {have} gone a whole review period without a report"
    return plan_problem(SILENT, (state.node.path for state in waiting), message, _asks(every), _WHOLE)


def _asks(every: str) -> str:
    return f"a report is due every {every}: `tcplan report` asks about each action in turn"
