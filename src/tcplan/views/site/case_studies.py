"""The page with the case studies of an institution."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.case_studies import CaseRow, case_rows
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.header import DocumentHeader
from tcplan.views.site.frame import SiteFrame
from tcplan.workspace import CaseStudyFile, InstitutionFolder, Workspace


@dataclass(frozen=True, slots=True)
class CaseStudiesPage:
    """All case studies that are published, each in full."""

    template: ClassVar[str] = "case-studies"

    head: DocumentHeader
    site: SiteFrame
    cases: tuple[CaseRow, ...]


def published_cases(
    workspace: Workspace, folder: InstitutionFolder, files: Sequence[CaseStudyFile], day: date
) -> tuple[CaseRow, ...]:
    """Case studies in the order of their dates, the last first, each with an anchor that is made of its name."""
    ordered = sorted(files, key=_when, reverse=True)
    context = DocumentContext(workspace, folder, day).with_targets(LinkTarget((one,), (one.name,)) for one in ordered)
    return case_rows(context)


def _when(one: CaseStudyFile) -> tuple[date, str]:
    day = one.case_study.date
    return (day.last if day else date.min, one.name)
