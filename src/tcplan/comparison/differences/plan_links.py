"""Which entries of two plans continue each other, where one plan follows the other: the plans say so themselves."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tcplan.comparison.differences.item_pairs import EntryLinks, PairedBy, PlanLinks
from tcplan.findings.span import Path
from tcplan.values.words import Continuation
from tcplan.workspace import File, InstitutionFolder, PlanFile, Workspace, resolve
from tcplan.workspace.references import find_plan
from tcplan.workspace.tree import Level

_STRONGEST_FIRST: Final = (
    Continuation.IDENTICAL,
    Continuation.EXTENDED,
    None,
    Continuation.NARROWED,
    Continuation.RELATED,
)


class _PlacedPlan(NamedTuple):
    """A plan where it is read."""

    workspace: Workspace
    folder: InstitutionFolder
    plan: PlanFile


def plan_links(workspaces: tuple[Workspace, Workspace], before: File, after: File) -> PlanLinks | None:
    """What continues what in two plans that follow each other, in either order; None for all other files."""
    old, new = _placed(workspaces[0], before), _placed(workspaces[1], after)
    if old is None or new is None or before.name == after.name:
        return None
    if _follows(new, before.name):
        return _links(list(_pairs(new, old)), PairedBy.CONTINUES)
    if _follows(old, after.name):
        return _links([(there, here) for here, there in _pairs(old, new)], PairedBy.CONTINUED)
    return None


def _placed(workspace: Workspace, file: File) -> _PlacedPlan | None:
    folder = workspace.folder_of(file)
    plans = folder.plans.values() if folder else ()
    plan = next((one for one in plans if one.file.name == file.name), None)
    return _PlacedPlan(workspace, folder, plan) if folder and plan else None


def _follows(later: _PlacedPlan, earlier: str) -> bool:
    """Whether a plan says that it follows another, or continues an entry of it."""
    named = (find_plan(later.workspace, later.folder, ref).plan for ref in later.plan.plan.follows)
    is_named = any(plan is not None and plan.file.name == earlier for plan in named)
    return is_named or any(
        (found := resolve(later.workspace, later.folder, later.plan, one.ref).plan) and found.file.name == earlier
        for node in later.plan.tree.nodes
        for one in node.entry.continues
    )


def _pairs(later: _PlacedPlan, earlier: _PlacedPlan) -> Iterator[tuple[Path, Path]]:
    """The places of an earlier entry and of one that continues it, what keeps the most of it first."""
    there = {(node.level, node.id): node.path for node in reversed(earlier.plan.tree.nodes)}
    said = [(one, node) for node in later.plan.tree.nodes for one in node.entry.continues]
    for one, node in sorted(said, key=lambda pair: _STRONGEST_FIRST.index(pair[0].how)):
        target = resolve(later.workspace, later.folder, later.plan, one.ref)
        if target.plan and target.node and target.plan.file.name == earlier.plan.file.name:
            path = there.get((target.node.level, target.node.id))
            if path is not None:
                yield path, node.path


def _links(pairs: list[tuple[Path, Path]], by: PairedBy) -> PlanLinks:
    """The pairs by table; what continues an entry of another level is known, but is no pair."""
    return {
        level.table: EntryLinks(
            tuple((int(one[1]), int(other[1])) for one, other in pairs if one[0] == other[0] == level.table),
            frozenset(int(one[1]) for one, _ in pairs if one[0] == level.table),
            frozenset(int(other[1]) for _, other in pairs if other[0] == level.table),
            by,
        )
        for level in Level
    }
