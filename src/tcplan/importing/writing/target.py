"""Where an imported plan is put: the folder of an institution in a workspace, which is made where there is none."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from tcplan.edits.init import institution_folder, workspace_without_plan
from tcplan.errors import UsageError
from tcplan.files.locating import find_workspace
from tcplan.files.names import PLANS
from tcplan.files.sources import FolderSource, as_seen
from tcplan.importing.draft import DraftPlan
from tcplan.workspace import Workspace
from tcplan.workspace.institution_folder import INSTITUTION_STEM, InstitutionFolder

UNNAMED: str = "Our University"
"""What a new institution is called until somebody writes its name."""


@dataclass(frozen=True)
class ImportTarget:
    """Where plans are put.

    Attributes:
        root: The folder of the workspace.
        folder: The folder of the institution below it; empty for the workspace itself.
        workspace: The workspace as it is.
        frame: The files that make it a workspace, by name; none where it is one.
    """

    root: Path
    folder: str
    workspace: Workspace
    frame: dict[str, str] = field(default_factory=dict)

    def name_in(self, stem: str) -> str:
        """The name, below the root, of a file of the institution."""
        return f"{self.folder}/{stem}.yaml" if self.folder else f"{stem}.yaml"

    @property
    def institution(self) -> InstitutionFolder | None:
        """The institution, where the workspace has it already."""
        return self.workspace.folders.get(self.folder)


def find_target(into: Path) -> ImportTarget:
    """The institution that a folder belongs to, or a new one in it, which has no name yet.

    Raises: UsageError where the folder holds several institutions, or is a file.
    """
    if into.exists() and not into.is_dir():
        raise UsageError(f"--into: {into.as_posix()} is not a folder", "name a folder, new or not")
    whole = Path(os.path.abspath(into))  # noqa: PTH100 (links stay as they are named)
    root, settings = find_workspace(whole / "plan.yaml")  # a folder that is not there yet is not what is above it
    source = FolderSource(root, settings)
    workspace = Workspace(source)
    if not (settings.file or (root / PLANS).is_dir() or workspace.folders):
        return ImportTarget(into, institution_folder(UNNAMED), workspace, workspace_without_plan(UNNAMED))
    return ImportTarget(root, _institution_at(workspace, root, whole), workspace)


def name_new(target: ImportTarget, name: str) -> ImportTarget:
    """The target with the name of a new institution; one that is in the workspace keeps its own."""
    if not (target.frame and name):
        return target
    return replace(target, folder=institution_folder(name), frame=workspace_without_plan(name))


def plan_stem(draft: DraftPlan) -> str:
    """The name of a plan's file: that of its phase, else by the year in which it begins; the same for a newer copy."""
    if draft.name:
        return draft.name
    period = draft.keys["period"].value if "period" in draft.keys else None
    start = str(period.get("start", ""))[:4] if isinstance(period, dict) else ""
    return f"plan-{start}" if start.isdigit() else "plan"


def _institution_at(workspace: Workspace, root: Path, path: Path) -> str:
    """The folder of the institution that a path is in, or the only one of the workspace."""
    inside = "" if path == root else path.relative_to(root).as_posix()
    folders = [one for one in workspace.folders.values() if one.file or one.plans]
    holding = [one.path for one in folders if f"{inside}/".startswith(f"{one.path}/")]
    if holding:
        return max(holding, key=len)
    below = [one.path for one in folders if not inside or one.path.startswith(f"{inside}/")]
    if len(below) > 1:
        names = ", ".join(as_seen(root, name) for name in sorted(below)[:8])
        raise UsageError(
            f"{as_seen(root, inside or '.')} holds several institutions", f"name one of them: --into {names}"
        )
    if below:
        return below[0]
    return inside if inside.startswith(f"{PLANS}/") else institution_folder(UNNAMED)


def institution_name(folder: str) -> str:
    """The name, below the root, of the file of the institution in this folder."""
    return f"{folder}/{INSTITUTION_STEM}.yaml" if folder else f"{INSTITUTION_STEM}.yaml"
