"""The entries of a reviewed plan, each with the colour that is stated for it, or the one that is proposed."""

from collections.abc import Iterator
from dataclasses import dataclass

from tcplan.model import Framework
from tcplan.model.parts import Evidence
from tcplan.model.submission import ClosingColour, Review
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing import CLOSED, MISSING, STATED, ClosingRag, closing_rag
from tcplan.progress.history import updates_until
from tcplan.views.documents.anchors import LinkTarget
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.entry import ClosedRow, closed_row, with_heading_levels
from tcplan.views.documents.evidence import EvidenceRow, evidence_rows, evidence_targets
from tcplan.views.documents.parts import Badge, Fact, Prose, TextItem, colour_badge, fact, key_badge, no_badge, prose
from tcplan.views.documents.plan import present_nodes
from tcplan.workspace import Node, PlanFile, resolve

HIGHEST = 4
"""The level of the headings straight under a reviewed plan."""


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """One entry of a reviewed plan; `basis` says whether a person states its colour or tcplan proposes it."""

    kind: str
    level: int
    anchor: str
    id: str
    title: str
    badge: Badge | None
    colour: str
    basis: str
    reason: str
    closed: ClosedRow | None
    facts: tuple[Fact, ...]
    note: Prose | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class PlanReview:
    """A review with the plan that it is about, where that can be read, in the context of the day of the review."""

    context: DocumentContext
    review: Review
    plan: PlanFile | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the plan with the closing colour that the review states for it, if any."""

    plan: PlanFile
    node: Node
    level: int
    closing: ClosingColour | None


def reviewed_rows(review: PlanReview, form: Framework, submitted: PlanFile | None) -> tuple[ReviewedRow, ...]:
    """All entries in the order of the plan, then what the review states for anything else."""
    entries, strays = _entries(review)
    rows = [_row(review, one, form, submitted) for one in entries]
    return (*rows, *(_stray_row(review.context, one) for one in strays))


def reviewed_targets(review: PlanReview) -> Iterator[LinkTarget]:
    """What `reviewed_rows` prints, and the case studies that its evidence cites."""
    entries, strays = _entries(review)
    for one in entries:
        yield LinkTarget((review.review, one.node), ("review", one.plan.name, one.node.level, one.node.id))
        yield from evidence_targets(review.context, _evidence(review.context, one))
    for closing in strays:
        yield LinkTarget((closing,), ("review", "other", closing.ref))
        yield from evidence_targets(review.context, closing.evidence)


def _entries(review: PlanReview) -> tuple[list[_Entry], list[ClosingColour]]:
    """The entries of the plan on the day, and the closing colours that are for none of them or come a second time."""
    context, plan, stated = review.context, review.plan, review.review.closing
    if plan is None:
        return [], [*stated]
    nodes = present_nodes(context, plan)
    present = {id(node) for node in nodes}
    closings: dict[int, ClosingColour] = {}
    strays = []
    for closing in stated:
        node = resolve(context.workspace, context.home, plan, closing.ref).node
        if node is None or id(node) not in present or id(node) in closings:
            strays.append(closing)
        else:
            closings[id(node)] = closing
    levels = with_heading_levels(nodes, HIGHEST)
    return [_Entry(plan, node, level, closings.get(id(node))) for node, level in levels], strays


def _evidence(context: DocumentContext, entry: _Entry) -> tuple[Evidence, ...]:
    """The evidence of the closing colour, then that of the reports up to the day."""
    stated = entry.closing.evidence if entry.closing else ()
    reports = updates_until(entry.node.entry.updates, context.as_of)
    return (*stated, *(one for report in reports for one in report.evidence))


def _row(review: PlanReview, entry: _Entry, form: Framework, submitted: PlanFile | None) -> ReviewedRow:
    context, plan, node, closing = review.context, entry.plan, entry.node, entry.closing
    state = state_of(node, plan, context.as_of)
    rag = closing_rag(form, state, closing) if node.action or closing else ClosingRag("", "")
    return ReviewedRow(
        kind=node.level,
        level=entry.level,
        anchor=context.anchors.of(review.review, node),
        id=node.id,
        title=node.entry.title,
        badge=_badge(rag.colour, rag.basis),
        colour=rag.colour,
        basis=rag.basis,
        reason=rag.reason,
        closed=closed_row(context, plan, node),
        facts=tuple(_facts(context, node, state, submitted)),
        note=prose(closing.note if closing else None, entry.level, f"{node.level} {node.id}"),
        evidence=evidence_rows(context, _evidence(context, entry)),
    )


def _badge(colour: str, basis: str) -> Badge | None:
    """The colour; where there is none, whether one is missing: an action that was closed before needs none."""
    if colour:
        return colour_badge(colour)
    if basis == CLOSED:
        return no_badge("No colour stated", gap=False)
    return no_badge("No colour yet") if basis == MISSING else None


def _facts(context: DocumentContext, node: Node, state: EntryState, submitted: PlanFile | None) -> Iterator[Fact]:
    if state.stated and state.key:
        by = f", {context.name(state.stated.by)}" if state.stated.by else ""
        yield fact("Last report", TextItem(f"{day_words(state.stated.date)}{by}", badge=key_badge(state.key)))
    continued = _continued(context, submitted, node) if submitted else ()
    if continued:
        yield fact("Continued as", *continued)


def _continued(context: DocumentContext, submitted: PlanFile, node: Node) -> tuple[TextItem, ...]:
    """The entries of the submitted plan that carry this one on, and how."""
    return tuple(
        context.entry(submitted, one.id, link.how or "")
        for one in submitted.tree.nodes
        for link in one.entry.continues
        if resolve(context.workspace, context.home, submitted, link.ref).node is node
    )


def _stray_row(context: DocumentContext, closing: ClosingColour) -> ReviewedRow:
    """A colour for something that is no entry of the reviewed plan on that day, or that has one already."""
    return ReviewedRow(
        kind="other",
        level=HIGHEST,
        anchor=context.anchors.of(closing),
        id=closing.ref,
        title="not an entry of the plan on this day, or stated twice",
        badge=colour_badge(closing.rag) if closing.rag else no_badge("No colour stated"),
        colour=closing.rag or "",
        basis=STATED if closing.rag else MISSING,
        reason="",
        closed=None,
        facts=(),
        note=prose(closing.note, HIGHEST, closing.ref),
        evidence=evidence_rows(context, closing.evidence),
    )
