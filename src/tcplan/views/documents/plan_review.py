"""What a review is about: the plan on the day of the review, and the closing colours stated for its entries."""

from collections.abc import Iterator
from dataclasses import dataclass

from tcplan.model.parts import Evidence
from tcplan.model.submission import ClosingColour, Review
from tcplan.progress.history import nodes_in_plan, updates_until
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.entry import with_heading_levels
from tcplan.views.documents.evidence import evidence_targets, report_targets
from tcplan.workspace import Node, PlanFile, find_plan, resolve

HIGHEST = 4
"""The level of the headings directly under a reviewed plan."""


@dataclass(frozen=True, slots=True)
class PlanReview:
    """A review with the plan that it is about, if that can be read, in the context of the day of the review."""

    context: DocumentContext
    review: Review
    plan: PlanFile | None


@dataclass(frozen=True, slots=True)
class ReviewedEntry:
    """An entry of the plan with the closing colour that the review states for it, if any."""

    plan: PlanFile
    node: Node
    level: int
    closing: ClosingColour | None


def plan_review(context: DocumentContext, review: Review) -> PlanReview:
    """A review of the document in the context of its own day, or of the document's day if it has none."""
    plan = find_plan(context.workspace, context.folder, review.plan).plan
    return PlanReview(context.on_day(review.date), review, plan)


def match_closings(review: PlanReview) -> tuple[list[ReviewedEntry], list[ClosingColour]]:
    """The entries of the plan on the day, and the closing colours that match no entry, or match one a second time."""
    context, plan, stated = review.context, review.plan, review.review.closing
    if plan is None:
        return [], [*stated]
    nodes = nodes_in_plan(plan, context.as_of)
    present = {id(node) for node in nodes}
    closings: dict[int, ClosingColour] = {}
    strays = []
    for closing in stated:
        node = resolve(context.workspace, context.folder, plan, closing.ref).node
        if node is None or id(node) not in present or id(node) in closings:
            strays.append(closing)
        else:
            closings[id(node)] = closing
    levels = with_heading_levels(nodes, HIGHEST)
    return [ReviewedEntry(plan, node, level, closings.get(id(node))) for node, level in levels], strays


def reviewed_evidence(context: DocumentContext, entry: ReviewedEntry) -> tuple[Evidence, ...]:
    """The evidence of the closing colour, then that of the reports up to the day."""
    stated = entry.closing.evidence if entry.closing else ()
    reports = updates_until(entry.node.entry.updates, context.as_of)
    return (*stated, *(one for report in reports for one in report.evidence))


def review_targets(context: DocumentContext, review: Review) -> Iterator[LinkTarget]:
    """The review, what it prints of its plan, and the case studies that their evidence and the plan's reports cite."""
    on_the_day = plan_review(context, review)
    there, plan = on_the_day.context, on_the_day.plan
    yield LinkTarget((review,), ("review", review.plan))
    entries, strays = match_closings(on_the_day)
    for one in entries:
        yield LinkTarget((review, one.node), ("review", one.plan.name, one.node.level, one.node.id))
        yield from evidence_targets(there, reviewed_evidence(there, one))
    for closing in strays:
        yield LinkTarget((closing,), ("review", "other", closing.ref))
        yield from evidence_targets(there, closing.evidence)
    if plan:
        yield from report_targets(there, plan.plan.updates)
