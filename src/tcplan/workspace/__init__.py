"""The workspace: finds the files of a source, loads each once, resolves references between them."""

from tcplan.workspace.loading import File, load
from tcplan.workspace.references import Outcome, Target, find_case_study, find_plan, resolve
from tcplan.workspace.tree import Node, Tree
from tcplan.workspace.workspace import (
    CaseStudyFile,
    Home,
    PlanFile,
    SubmissionFile,
    Workspace,
    open_workspace,
    source_at,
)

__all__ = [
    "CaseStudyFile",
    "File",
    "Home",
    "Node",
    "Outcome",
    "PlanFile",
    "SubmissionFile",
    "Target",
    "Tree",
    "Workspace",
    "find_case_study",
    "find_plan",
    "load",
    "open_workspace",
    "resolve",
    "source_at",
]
