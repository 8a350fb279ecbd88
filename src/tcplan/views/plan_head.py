"""Which plan a page is about, as it is printed at the head of it."""

from dataclasses import dataclass

from tcplan.views.status.plan import period_words
from tcplan.workspace import InstitutionFolder, PlanFile


@dataclass(frozen=True)
class PlanHeadRow:
    """A plan and its institution, as on a status page.

    `file` is the name within the workspace, `period` the period as it was typed.
    """

    institution: str
    plan: str
    file: str
    title: str
    period: str


def plan_head(folder: InstitutionFolder, plan: PlanFile) -> PlanHeadRow:
    """The head of a page about a plan."""
    return PlanHeadRow(folder.title, plan.name, plan.file.name, plan.plan.title, period_words(plan))
