"""What is due on a plan, and when: checkpoints and ends of its actions, and the reports on them."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tcplan.progress.assessment import Assessment
from tcplan.progress.history import EntryState
from tcplan.progress.report_requests import due_reports
from tcplan.workspace import Level, Node


class DueItemKind(StrEnum):
    """What is due, in the order in which things due on the same day are listed."""

    CHECKPOINT = "checkpoint"
    END = "end"
    REPORT = "report"


class DueItem(NamedTuple):
    """Something that is due on a day; `is_late` if that day has passed: the action is overdue, or owes a report."""

    day: date
    kind: DueItemKind
    node: Node
    is_late: bool


def due_items(now: Assessment, until: date) -> list[DueItem]:
    """What is late, and what is due from the day of the assessment until another, by date.

    Only unfinished actions have anything due. A checkpoint is never late: nobody says whether it was reached.
    """
    states = [one for one in now.states_of(now.plan.tree.of(Level.ACTION)) if one.is_open and not one.is_complete]
    items = [item for state in states for item in _dates_of(state)]
    items += [DueItem(day, DueItemKind.REPORT, node, now.owes_report(node)) for day, node in due_reports(now)]
    ranks = {kind: rank for rank, kind in enumerate(DueItemKind)}
    wanted = (one for one in items if one.is_late or now.as_of <= one.day <= until)
    return sorted(wanted, key=lambda one: (one.day, ranks[one.kind]))


def _dates_of(state: EntryState) -> list[DueItem]:
    """The checkpoints and the end of an action."""
    found = [DueItem(day, DueItemKind.CHECKPOINT, state.node, is_late=False) for day in state.checkpoints]
    if state.due:
        found.append(DueItem(state.due, DueItemKind.END, state.node, state.is_overdue))
    return found
