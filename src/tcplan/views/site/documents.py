"""Plans and submissions as pages of the site: the documents as they are rendered, in the frame of the site."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar

from tcplan.progress import assess
from tcplan.progress.history import nodes_in_plan
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import TextItem
from tcplan.views.documents.plan_document import PlanDocument, plan_context, plan_document
from tcplan.views.documents.public import public_document
from tcplan.views.documents.sections import RESERVED
from tcplan.views.documents.submission_document import SubmissionDocument
from tcplan.views.site.filters import ActionFilters, action_filters
from tcplan.views.site.frame import SiteFrame
from tcplan.views.site.paths import address_part
from tcplan.views.site.script import SiteScript, filter_script
from tcplan.workspace import InstitutionFolder, PlanFile, Workspace


@dataclass(frozen=True, slots=True)
class FormerId:
    """An anchor that an entry had under an earlier id, so that old links still lead to it."""

    anchor: str
    old: str
    now: TextItem


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan(PlanDocument):
    """A plan with its progress, in the frame of the site, with filters for its actions."""

    template: ClassVar[str] = "plan"

    site: SiteFrame
    filters: ActionFilters | None
    former: tuple[FormerId, ...]
    script: SiteScript


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSubmission(SubmissionDocument):
    """A submission in the frame of the site."""

    template: ClassVar[str] = "submission"

    site: SiteFrame


def site_plan(workspace: Workspace, folder: InstitutionFolder, file: PlanFile, day: date, site: SiteFrame) -> SitePlan:
    """The page of a plan as it was on a day."""
    document = public_document(plan_document(workspace, folder, file, day))
    context = plan_context(workspace, folder, file, day)
    filters = action_filters(context, assess(workspace, folder, file, day))
    former = former_ids(context, file)
    return SitePlan(**_parts(document), site=site, filters=filters, former=former, script=filter_script())


def site_submission(document: SubmissionDocument, site: SiteFrame) -> SiteSubmission:
    """The page of a submission."""
    return SiteSubmission(**_parts(public_document(document)), site=site)


def former_ids(context: DocumentContext, file: PlanFile) -> tuple[FormerId, ...]:
    """The anchors of earlier ids that no entry of the plan has now, each with the entry that it means."""
    taken = {context.anchors.of(*target.about) for target in context.anchors.targets} | set(RESERVED)
    found: dict[str, FormerId] = {}
    for node in nodes_in_plan(file, context.as_of):
        for index, old in enumerate(node.entry.formerly):
            anchor = address_part(f"{node.level}-{old}")
            is_read = not file.file.shaped.is_tainted((*node.path, "formerly", index))
            if is_read and file.tree.find(old) is node and anchor not in (*taken, *found):
                now = TextItem(f"{node.id} {node.entry.title}", anchor=context.anchors.of(node))
                found[anchor] = FormerId(anchor, old, now)
    return tuple(found.values())


def _parts(document: PlanDocument | SubmissionDocument) -> dict[str, Any]:
    """The parts of a document by name."""
    return {field.name: getattr(document, field.name) for field in fields(document)}
