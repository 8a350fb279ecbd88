"""Actions reported as off track without a reason (TC505)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import OFF_TRACK_WITHOUT_NOTE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.plan_state import unfinished_actions
from tcplan.rules.support.report_places import stated_path
from tcplan.values.rag import Meaning
from tcplan.workspace import PlanFile


@cache
def _says_nothing_pattern() -> re.Pattern[str]:
    return re.compile(r"\W*|\W{0,9}(?:red|off[ -]track|as above|see above|no change|n/?a)\W{0,9}", re.IGNORECASE)


def off_track_without_note(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """An action is reported as off track, but its report does not say why.

    A note or an internal note counts, in this report or in a later one. A dash, or only the colour again, does not
    count. The plan's own key says what a colour means.

    Why: A red without a reason helps nobody: the steering group cannot see whether money, a decision or a person is
    missing, or what would bring the action back on track.

    Fix: Add a `note`: what is in the way, what is being done about it, and who has to decide. Put what you cannot
    publish under `internal`.
    """
    for state in unfinished_actions(plan, context):
        if state.meaning is not Meaning.OFF_TRACK or not state.stated:
            continue
        if plan.file.shaped.is_tainted(stated_path(state, "note")):
            continue
        later = state.updates[state.updates.index(state.stated) :]
        if all(_says_nothing_pattern().fullmatch(text or "") for one in later for text in (one.note, one.internal)):
            message = f"action {state.node.id} was reported as off track on {state.stated.date.text}, without a note"
            help_text = "add `note:` to the report: what is in the way, and what is being done about it"
            yield Problem(OFF_TRACK_WITHOUT_NOTE, stated_path(state, "rag"), message, help_text)
