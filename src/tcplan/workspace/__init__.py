"""The workspace: finds the files of a source, loads each once, resolves references between them."""

from tcplan.workspace.loading import File, load
from tcplan.workspace.references import Target, resolve
from tcplan.workspace.tree import Node, Tree
from tcplan.workspace.workspace import CaseStudyFile, Home, PlanFile, SubmissionFile, Workspace, open_workspace

__all__ = [
    "CaseStudyFile",
    "File",
    "Home",
    "Node",
    "PlanFile",
    "SubmissionFile",
    "Target",
    "Tree",
    "Workspace",
    "load",
    "open_workspace",
    "resolve",
]
