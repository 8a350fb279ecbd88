"""What a reference means: `2.3.1`, `phase-1/3.4`, `other/phase-1/3.4`, `n8/3`, `case-studies/open-day`."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from tcplan.values.unicode_form import composed
from tcplan.workspace.institution_folder import CaseStudyFile, InstitutionFolder, PlanFile
from tcplan.workspace.loading import File
from tcplan.workspace.tree import Node
from tcplan.workspace.workspace import Workspace


class ReferenceOutcome(StrEnum):
    """How the search for a reference ended. Absent: the plan or framework is not in the workspace at all."""

    FOUND = "found"
    MISSING = "missing"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference came to; `searched` names the place that was searched, `choices` what it holds."""

    outcome: ReferenceOutcome
    searched: str = ""
    choices: Collection[str] = ()
    plan: PlanFile | None = None
    node: Node | None = None
    case_study: CaseStudyFile | None = None


def resolve(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile | None, ref: str) -> Target:
    """Find the entry of a plan that `ref` names, seen from `plan` of the institution `folder`."""
    parts = ref.split("/")
    if len(parts) == 1 and plan is not None:
        return _entry(plan, ref, "this plan")
    id_ = parts[-1]
    name = "/".join(parts[:-1])
    if not name:
        return Target(ReferenceOutcome.ABSENT, searched=ref)
    found = find_plan(workspace, folder, name)
    return _entry(found.plan, id_, f"plan {name}") if found.plan else found


def find_plan(workspace: Workspace, folder: InstitutionFolder, ref: str) -> Target:
    """Find a whole plan: `phase-1`, or `other/phase-1` of another institution."""
    ref = composed(ref)
    if ref in folder.plans:
        return Target(ReferenceOutcome.FOUND, plan=folder.plans[ref])
    first, _, rest = ref.partition("/")
    other = workspace.folders_by_key.get(first)
    if other and rest in other.plans:
        return Target(ReferenceOutcome.FOUND, plan=other.plans[rest])
    if unreadable_file(workspace, folder, ref):
        return Target(ReferenceOutcome.UNREADABLE)
    return Target(ReferenceOutcome.ABSENT, searched=ref, choices=folder.plans)


def unreadable_file(workspace: Workspace, folder: InstitutionFolder, ref: str) -> File | None:
    """The file that a reference to a whole file means, where nothing can be made of it."""
    first, _, rest = ref.partition("/")
    other = workspace.folders_by_key.get(first)
    if ref in folder.plans or (other and rest in other.plans):
        return None
    return folder.unreadable.get(ref) or (other.unreadable.get(rest) if other else None)


def find_case_study(folder: InstitutionFolder, ref: str) -> Target:
    """Find a case study of the institution."""
    ref = composed(ref)
    found = folder.case_studies.get(ref)
    if found:
        return Target(ReferenceOutcome.FOUND, case_study=found)
    if ref in folder.unreadable:
        return Target(ReferenceOutcome.UNREADABLE)
    return Target(ReferenceOutcome.MISSING, f"the institution's folder {folder.path or '.'}", folder.case_studies)


def _entry(plan: PlanFile, id_: str, searched: str) -> Target:
    node = plan.tree.find(id_)
    if node:
        return Target(ReferenceOutcome.FOUND, plan=plan, node=node)
    if plan.has_unread_entries:
        return Target(ReferenceOutcome.UNREADABLE, plan=plan)
    return Target(ReferenceOutcome.MISSING, searched, plan.tree.by_id, plan=plan)
