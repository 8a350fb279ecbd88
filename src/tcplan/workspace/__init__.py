"""The workspace: finds the files of a source, loads each once, resolves references between them."""

from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder
from tcplan.workspace.institution_folder import (
    INSTITUTION_STEM,
    CaseStudyFile,
    InstitutionFolder,
    PlanFile,
    SubmissionFile,
)
from tcplan.workspace.loading import File, load
from tcplan.workspace.references import ReferenceOutcome, Target, find_case_study, find_plan, resolve
from tcplan.workspace.tree import Level, Node, PlanTree
from tcplan.workspace.workspace import Workspace, open_workspace, source_at, sources_at

__all__ = [
    "INSTITUTION_STEM",
    "CaseStudyFile",
    "File",
    "Glossary",
    "InstitutionFolder",
    "Level",
    "Node",
    "PlanFile",
    "PlanTree",
    "ReferenceOutcome",
    "SubmissionFile",
    "Target",
    "Workspace",
    "find_case_study",
    "find_plan",
    "fold_name",
    "is_placeholder",
    "load",
    "open_workspace",
    "resolve",
    "source_at",
    "sources_at",
]
