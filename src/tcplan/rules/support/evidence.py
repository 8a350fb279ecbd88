"""What shows that an action was done: evidence, links, criteria that are met, readings, and case studies."""

import re
from functools import cache

from tcplan.model.plan import Measure
from tcplan.progress import EntryState
from tcplan.rules.support.context import Context
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace, resolve


@cache
def link_pattern() -> re.Pattern[str]:
    """The beginning of a link in a note or an answer."""
    return re.compile(r"https?://|\bwww\.", re.IGNORECASE)


def has_evidence(state: EntryState, measures: dict[str, Measure]) -> bool:
    """Whether a report, a criterion or a measure of an entry shows what was done."""
    entry = state.node.entry
    return (
        any(
            update.evidence or link_pattern().search(f"{update.note or ''} {update.internal or ''}")
            for update in state.updates
        )
        or any(step.done for step in entry.success)
        or any(len(measures[id_].actual) > 1 for id_ in entry.measured_by if id_ in measures)
    )


def shown_by_case_studies(plan: PlanFile, context: Context) -> set[int]:
    """The entries that a case study of the institution is evidence for."""
    workspace, folder = context.workspace, context.folder
    return workspace.compute_once(("shown", folder.path), lambda: _shown(workspace, folder)).get(plan.file.name, set())


def _shown(workspace: Workspace, folder: InstitutionFolder) -> dict[str, set[int]]:
    """The entries that case studies of an institution are evidence for, by the files of their plans."""
    found: dict[str, set[int]] = {}
    for ref in (ref for study in folder.case_studies.values() for ref in study.case_study.shows):
        target = resolve(workspace, folder, None, ref)
        if target.node and target.plan:
            found.setdefault(target.plan.file.name, set()).add(id(target.node))
    return found
