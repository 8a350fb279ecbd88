"""Ongoing work without a number to follow it (TC407)."""

from collections.abc import Iterator

from tcplan.findings.codes import ONGOING_WITHOUT_MEASURE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.criterion_words import has_number
from tcplan.rules.support.plan_state import is_measured, unfinished_actions
from tcplan.values.dates import DueKind
from tcplan.workspace import PlanFile


def ongoing_without_measure(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is due `ongoing`, but no number shows whether it is going well.

    A measure of the action or of the entry above it counts, and so does a number in its title or criteria, or how often
    something happens, such as "in every term".

    Why: Ongoing work never reaches the day on which somebody asks whether it is done. Without a number it is reported
    green for three years, and nobody would notice if it had stopped.

    Fix: Say how often or how much: "two stories a month", or a measure with a target for each year. If the work does
    have an end, give that as the due date.
    """
    for state in unfinished_actions(plan, context):
        node, action = state.node, state.node.action
        if action is None or not action.due or action.due[-1].kind is not DueKind.ONGOING or state.due is not None:
            continue
        texts = (node.entry.title, *(step.title for step in node.entry.success))
        if not is_measured(node) and not any(map(has_number, texts)):
            message = f"action {node.id} is ongoing, but no measure or number shows whether it is going well"
            help_text = "name a measure under `measured_by`, say how often or how much, or give it an end date"
            yield Problem(ONGOING_WITHOUT_MEASURE, (*node.path, "due", len(action.due) - 1), message, help_text)
