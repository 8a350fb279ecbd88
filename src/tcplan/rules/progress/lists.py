"""The lists of reports of a plan, and where a report stands in one."""

from collections.abc import Iterator
from dataclasses import dataclass

from tcplan.findings.span import Path
from tcplan.model.parts import Update
from tcplan.workspace import Node, PlanFile


@dataclass(frozen=True, slots=True)
class ReportList:
    """The reports on an entry, or on the plan as a whole where `node` is None."""

    path: Path
    updates: tuple[Update, ...]
    node: Node | None

    @property
    def subject(self) -> str:
        """What they are on, as a sentence names it."""
        return f"{self.node.level} {self.node.id}" if self.node else "the plan"

    def at(self, index: int, key: str) -> Path:
        """Where a key of one of them stands."""
        return (*self.path, index, key)


def lists_of_reports(plan: PlanFile) -> Iterator[ReportList]:
    """Every list in which the day of each report could be read: of the plan first, then of its entries."""
    nodes = [(node.path, node.entry.updates, node) for node in plan.tree.nodes]
    shaped = plan.file.shaped
    for path, updates, node in ((), plan.plan.updates, None), *nodes:
        if updates and not any(shaped.is_tainted((*path, "updates", i, "date")) for i in range(len(updates))):
            yield ReportList((*path, "updates"), updates, node)
