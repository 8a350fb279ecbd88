"""Where in a plan's file its reports say what they say."""

from tcplan.findings.span import Path
from tcplan.model.parts import Update
from tcplan.progress import EntryState
from tcplan.values.dates import Due


def report_path(state: EntryState, report: Update | None, key: str) -> Path:
    """Where a key of one of the reports on an entry stands; without a report, where they would stand."""
    path = (*state.node.path, "updates")
    updates = enumerate(state.node.entry.updates)
    return next(((*path, index, key) for index, update in updates if update is report), path)


def stated_path(state: EntryState, key: str) -> Path:
    """Where a key of the report stands that states the colour of an entry."""
    return report_path(state, state.stated, key)


def last_slip(state: EntryState) -> tuple[Path, Due] | None:
    """The report that moved the due date last, up to the day, and the date that it gives."""
    last = next((one for one in reversed(state.updates) if one.due), None)
    return (report_path(state, last, "due"), last.due) if last and last.due else None


def due_now(state: EntryState) -> Path:
    """Where the due date stands that holds on the day."""
    slip = last_slip(state)
    dues = state.node.action.due if state.node.action else ()
    return slip[0] if slip else (*state.node.path, "due", max(len(dues) - 1, 0))
