"""The lists of reports of a plan, and where in its file each report is."""

from collections.abc import Iterator
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.parts import Update
from tcplan.progress import EntryState
from tcplan.values.dates import Due
from tcplan.workspace import Node, PlanFile


def report_path(state: EntryState, report: Update | None, key: str) -> Path:
    """The place of a key of one of the reports on an entry; without a report, that of the list of reports."""
    path = (*state.node.path, "updates")
    updates = enumerate(state.node.entry.updates)
    return next(((*path, index, key) for index, update in updates if update is report), path)


def stated_path(state: EntryState, key: str) -> Path:
    """The place of a key of the report that states the colour of an entry."""
    return report_path(state, state.stated, key)


def last_slip(state: EntryState) -> tuple[Path, Due] | None:
    """The report that moved the due date last, up to the day, and the date that it gives."""
    last = next((one for one in reversed(state.updates) if one.due), None)
    return (report_path(state, last, "due"), last.due) if last and last.due else None


def due_now(state: EntryState) -> Path:
    """The place of the current due date."""
    slip = last_slip(state)
    dues = state.node.action.due if state.node.action else ()
    return slip[0] if slip else (*state.node.path, "due", max(len(dues) - 1, 0))


class ReportList(NamedTuple):
    """The reports on an entry, or on the plan as a whole where `node` is None."""

    path: Path
    updates: tuple[Update, ...]
    node: Node | None

    @property
    def subject(self) -> str:
        """What they are on, as part of a sentence."""
        return f"{self.node.level} {self.node.id}" if self.node else "the plan"

    def at(self, index: int, key: str) -> Path:
        """The place of a key of one of them."""
        return (*self.path, index, key)


def report_lists(plan: PlanFile) -> Iterator[ReportList]:
    """Every list in which the day of each report could be read: of the plan first, then of its entries."""
    nodes = [(node.path, node.entry.updates, node) for node in plan.tree.nodes]
    shaped = plan.file.shaped
    for path, updates, node in ((), plan.plan.updates, None), *nodes:
        is_read = not shaped.tainted or not any(
            shaped.is_tainted((*path, "updates", index, "date")) for index in range(len(updates))
        )
        if updates and is_read:
            yield ReportList((*path, "updates"), updates, node)
