"""The files that a submission consists of: what its document prints is in one of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tcplan.model.parts import Evidence
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace, find_case_study, find_plan


class SubmissionFiles(NamedTuple):
    """The names of the files that can still be completed, and of the plans that are only reviewed."""

    own: tuple[str, ...]
    only_reviewed: tuple[str, ...]


def files_of(workspace: Workspace, folder: InstitutionFolder, file: SubmissionFile) -> SubmissionFiles:
    """The submission, its plans, the institution, and the case studies that answers, reviews and reports cite."""
    submission = file.submission
    submitted = _plans(workspace, folder, [submission.submits] if submission.submits else [])
    reviewed = _plans(workspace, folder, [review.plan for review in submission.reviews])
    evidence = [*_evidence(file), *(one for plan in (*submitted, *reviewed) for one in _evidence_of_reports(plan))]
    found = (find_case_study(folder, one.ref).case_study for one in evidence if one.ref)
    own = [file.file.name, *(plan.file.name for plan in submitted)]
    own += [folder.file.name] if folder.file else []
    own += [case.file.name for case in found if case]
    names = [plan.file.name for plan in reviewed if plan.file.name not in own]
    return SubmissionFiles(tuple(dict.fromkeys(own)), tuple(dict.fromkeys(names)))


def _plans(workspace: Workspace, folder: InstitutionFolder, refs: Iterable[str]) -> list[PlanFile]:
    """The plans that references mean, as far as they are in the workspace."""
    found = (find_plan(workspace, folder, ref).plan for ref in refs)
    return [plan for plan in found if plan]


def _evidence(file: SubmissionFile) -> Iterator[Evidence]:
    for answer in file.submission.answers:
        yield from answer.evidence
    for review in file.submission.reviews:
        yield from (one for closing in review.closing for one in closing.evidence)


def _evidence_of_reports(plan: PlanFile) -> Iterator[Evidence]:
    for updates in (plan.plan.updates, *(node.entry.updates for node in plan.tree.nodes)):
        yield from (one for update in updates for one in update.evidence)
