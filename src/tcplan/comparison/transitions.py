"""Which plans of an institution come after which, so that the steps between them can be looked at."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, find_plan, resolve


class PlanStep(NamedTuple):
    """A plan, and the plan or plans that it comes after."""

    earlier: tuple[PlanFile, ...]
    later: PlanFile


def steps_of(workspace: Workspace, folder: InstitutionFolder) -> list[PlanStep]:
    """Each plan of an institution that comes after others in the workspace, the oldest first."""
    found = [PlanStep(_plans_before(workspace, folder, plan), plan) for plan in in_order_of_time(folder.plans.values())]
    return [step for step in found if step.earlier]


def steps_between(plans: Sequence[PlanFile]) -> list[PlanStep]:
    """The steps from each of some plans to the next one in time, whatever they say that they follow."""
    ordered = in_order_of_time(plans)
    return [PlanStep((earlier,), later) for earlier, later in pairwise(ordered)]


def in_order_of_time(plans: Iterable[PlanFile]) -> list[PlanFile]:
    """The plans by the day that they start; those without one first, by name."""
    return sorted(plans, key=lambda plan: (plan.period.start or date.min, plan.name))


def _plans_before(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile) -> tuple[PlanFile, ...]:
    """The plans that a plan says it follows; where it says none, those whose entries it continues."""
    refs = (find_plan(workspace, folder, ref).plan for ref in plan.plan.follows)
    stated = [one for one in refs if one and one is not plan]
    if not stated:
        links = (link.ref for node in plan.tree.nodes for link in node.entry.continues)
        targets = (resolve(workspace, folder, plan, ref) for ref in links)
        stated = [one.plan for one in targets if one.plan and one.node and one.plan is not plan]
    return tuple({one.file.name: one for one in stated}.values())
