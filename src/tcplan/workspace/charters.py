"""Which charter a form, a plan and an institution belong to: the files say it, and what they do not say is worked out.

What the Technician Commitment asks for (cohorts, its themes, the voice of technicians) is asked of its plans and of its
signatories only. A plan belongs to the charter that it names; else to those of the forms that submit or review it; else
to those of the institution. Where nothing is said at all it is the Technician Commitment.
"""

from collections.abc import Iterable
from functools import partial
from typing import Final

from tcplan.model import Framework
from tcplan.values.dates import Day
from tcplan.values.words import FrameworkType
from tcplan.workspace.institution_folder import InstitutionFolder, PlanFile
from tcplan.workspace.references import find_plan
from tcplan.workspace.workspace import Workspace

TECHNICIAN_COMMITMENT: Final = "Technician Commitment"


def is_same_charter(one: str, other: str) -> bool:
    """Whether two names are those of one charter: capital letters, blanks and a leading "the" do not count."""
    return _folded(one) == _folded(other)


def is_commitment(charter: str | None) -> bool:
    """Whether a charter is the Technician Commitment."""
    return charter is not None and is_same_charter(charter, TECHNICIAN_COMMITMENT)


def is_commitment_form(form: Framework | None) -> bool:
    """Whether a form is one of the Technician Commitment: its file says so."""
    return form is not None and is_commitment(form.charter)


def serves_commitment(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile) -> bool:
    """Whether what the Technician Commitment asks of a plan is asked of this one."""
    if plan.plan.charter:
        return is_commitment(plan.plan.charter)
    forms = _forms_of_plan(workspace, folder, plan)
    forms = forms or ([] if _is_signatory(folder) else _forms_of(workspace, folder))
    if forms:
        return any(map(is_commitment_form, forms))
    return _is_signatory(folder) or not _others(folder)


def charter_of_plan(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile) -> str | None:
    """The charter that a plan belongs to, by its name; None where no file says it."""
    if plan.plan.charter or serves_commitment(workspace, folder, plan):
        return plan.plan.charter or TECHNICIAN_COMMITMENT
    forms = _forms_of_plan(workspace, folder, plan) or _forms_of(workspace, folder)
    named = [form.charter for form in forms if form.charter]
    return next(iter(named or _others(folder)), None)


def charter_of_new_plan(workspace: Workspace, folder: InstitutionFolder, before: PlanFile | None) -> str | None:
    """The charter of a plan that is begun: that of the plan before it, else of the institution."""
    if before:
        return charter_of_plan(workspace, folder, before)
    return next(iter(charters_of(workspace, folder)), None)


def belongs_to_commitment(workspace: Workspace, folder: InstitutionFolder) -> bool:
    """Whether an institution has to do with the Technician Commitment at all."""
    if _is_signatory(folder):
        return True
    plans = [serves_commitment(workspace, folder, plan) for plan in folder.plans.values()]
    members = [*plans, *map(is_commitment_form, _forms_of(workspace, folder))]
    return any(members) if members else not _others(folder)


def charters_of(workspace: Workspace, folder: InstitutionFolder) -> tuple[str, ...]:
    """The charters that an institution has to do with, each once, the Technician Commitment first."""
    ours = [TECHNICIAN_COMMITMENT] if belongs_to_commitment(workspace, folder) else []
    forms = _forms_of(workspace, folder)
    said = [*(one.plan.charter for one in folder.plans.values()), *(form.charter for form in forms)]
    found: dict[str, str] = {}
    for name in (*ours, *_others(folder), *filter(None, said)):
        found.setdefault(_folded(name), name)
    return tuple(found.values())


def keep_charters(workspace: Workspace, part: Workspace) -> None:
    """Let a part of a workspace know what the whole says of charters: a submission that is left out says some of it."""
    for path in part.folders:
        folder = workspace.folders[path]
        part.compute_once(("forms", path), partial(_forms_of, workspace, folder))
        part.compute_once(("forms of plans", path), partial(_forms_by_plan, workspace, folder))


def signed_on(folder: InstitutionFolder, charter: str | None) -> Day | None:
    """When an institution signed a charter."""
    institution = folder.institution
    if institution is None or charter is None:
        return None
    if is_commitment(charter) and institution.signed:
        return institution.signed
    return next((one.signed for one in institution.charters if is_same_charter(one.name, charter)), None)


def _is_signatory(folder: InstitutionFolder) -> bool:
    """Whether the institution's own file says that it has to do with the Technician Commitment."""
    institution = folder.institution
    if institution is None:
        return False
    names = (one.name for one in institution.charters)
    return bool(institution.signed or institution.cohort) or any(map(is_commitment, names))


def _others(folder: InstitutionFolder) -> list[str]:
    """The other charters that the institution has signed."""
    charters = folder.institution.charters if folder.institution else ()
    return [one.name for one in charters if not is_commitment(one.name)]


def _forms_of(workspace: Workspace, folder: InstitutionFolder) -> list[Framework]:
    """The forms that the institution has submissions of."""
    return workspace.compute_once(
        ("forms", folder.path),
        lambda: _known_forms(workspace, (one.submission.form for one in folder.submissions.values())),
    )


def _known_forms(workspace: Workspace, names: Iterable[str]) -> list[Framework]:
    """The forms of these names that can be read; of the others nobody knows whose they are."""
    found = (workspace.framework(name) for name in dict.fromkeys(names))
    return [form for form in found if form and form.type is FrameworkType.FORM]


def _forms_of_plan(workspace: Workspace, folder: InstitutionFolder, plan: PlanFile) -> list[Framework]:
    """The forms that the institution submits or reviews a plan with."""
    return _known_forms(workspace, _forms_by_plan(workspace, folder).get(plan.file.name, ()))


def _forms_by_plan(workspace: Workspace, folder: InstitutionFolder) -> dict[str, list[str]]:
    return workspace.compute_once(("forms of plans", folder.path), lambda: _form_names(workspace, folder))


def _form_names(workspace: Workspace, folder: InstitutionFolder) -> dict[str, list[str]]:
    """The forms of an institution's submissions by the files of the plans in them."""
    found: dict[str, list[str]] = {}
    for one in folder.submissions.values():
        said = one.submission
        refs = [said.submits, *(review.plan for review in said.reviews)]
        for ref in dict.fromkeys(filter(None, refs)):
            if plan := find_plan(workspace, folder, ref).plan:
                found.setdefault(plan.file.name, []).append(said.form)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
