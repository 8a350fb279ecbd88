"""Actions reported as on track after their due date (TC504)."""

from collections.abc import Iterator

from tcplan.findings.codes import ON_TRACK_THOUGH_OVERDUE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import due_now, stated_path
from tcplan.values.rag import Meaning, plain_words
from tcplan.workspace import PlanFile


def on_track_though_overdue(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is reported as on track or in progress, although its due date has passed.

    The due date is the last one that a report gives or, without one, that of the plan. The plan's own key says what a
    colour means. Actions that nobody has reported on for a whole review period are left out: for those see silent.

    Why: Readers of the page see a green action that should be finished. Either it is finished and nobody has said so,
    or it is late and nobody has decided by how much.

    Fix: Ask the owner, and report the action as complete, or report a new `due` with the reason.
    """
    for state in unfinished_actions(plan, context):
        if state.is_overdue and state.meaning in (Meaning.ON_TRACK, Meaning.IN_PROGRESS) and state.stated:
            stated = f"{plain_words(state.meaning)} on {state.stated.date.text}"
            message = f"action {state.node.id} was reported as {stated}, but was due on {state.due}"
            help_text = "report it as complete, or report a new `due` with the reason"
            path = stated_path(state, "rag")
            yield Problem(
                ON_TRACK_THOUGH_OVERDUE, path, message, help_text, also=due_now(state), also_says="the due date"
            )
