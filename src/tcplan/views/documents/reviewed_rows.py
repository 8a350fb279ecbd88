"""The entries of a reviewed plan, each with the colour that is stated or proposed for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing_rag import ClosingRag, RagBasis, closing_rag
from tcplan.values.rag import Colour
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words
from tcplan.views.documents.entry import ClosedRow, closed_row
from tcplan.views.documents.evidence import EvidenceRow, evidence_rows
from tcplan.views.documents.parts import Badge, Fact, Prose, TextItem, colour_badge, fact, key_badge, no_badge, prose
from tcplan.views.documents.plan_review import (
    HIGHEST,
    PlanReview,
    ReviewedEntry,
    match_closings,
    reviewed_evidence,
)
from tcplan.workspace import Level, Node, PlanFile, resolve


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """One entry of a reviewed plan; `basis` says whether a person states its colour or tcplan proposes it."""

    kind: Level | Literal["other"]
    level: int
    anchor: str
    id: str
    title: str
    badge: Badge | None
    colour: Colour | None
    basis: RagBasis | None
    reason: str
    closed: ClosedRow | None
    facts: tuple[Fact, ...]
    note: Prose | None
    evidence: tuple[EvidenceRow, ...]


def reviewed_rows(review: PlanReview, form: Framework, submitted: PlanFile | None) -> tuple[ReviewedRow, ...]:
    """All entries in the order of the plan, then what the review states for anything else."""
    entries, strays = match_closings(review)
    rows = [_row(review, one, form, submitted) for one in entries]
    return (*rows, *(_stray_row(review.context, one) for one in strays))


def _row(review: PlanReview, entry: ReviewedEntry, form: Framework, submitted: PlanFile | None) -> ReviewedRow:
    context, plan, node, closing = review.context, entry.plan, entry.node, entry.closing
    state = state_of(node, plan, context.as_of)
    rag = closing_rag(form, state, closing) if node.action or closing else None
    return ReviewedRow(
        kind=node.level,
        level=entry.level,
        anchor=context.anchors.of(review.review, node),
        id=node.id,
        title=node.entry.title,
        badge=_badge(rag) if rag else None,
        colour=rag.colour if rag else None,
        basis=rag.basis if rag else None,
        reason=rag.reason if rag else "",
        closed=closed_row(context, plan, node),
        facts=tuple(_facts(context, node, state, submitted)),
        note=prose(closing.note if closing else None, entry.level, f"{node.level} {node.id}"),
        evidence=evidence_rows(context, reviewed_evidence(context, entry)),
    )


def _badge(rag: ClosingRag) -> Badge:
    """The colour or, if there is none, whether one is missing: an action that was closed before needs none."""
    if rag.colour:
        return colour_badge(rag.colour)
    if rag.basis is RagBasis.CLOSED:
        return no_badge("No colour stated")
    return no_badge("No colour yet")


def _facts(context: DocumentContext, node: Node, state: EntryState, submitted: PlanFile | None) -> Iterator[Fact]:
    if state.stated and state.key:
        by = context.reporter(state.stated.by)
        day = day_words(state.stated.date)
        last = f"{day}, {by.text}" if by else day
        yield fact("Last report", TextItem(last, badge=key_badge(state.key), ours=by is None or by.ours))
    continued = _continued(context, submitted, node) if submitted else ()
    if continued:
        yield fact("Continued as", *continued)


def _continued(context: DocumentContext, submitted: PlanFile, node: Node) -> tuple[TextItem, ...]:
    """The entries of the submitted plan that continue this one, and how."""
    found = (
        context.entry(submitted, one.id, link.how or "")
        for one in submitted.tree.nodes
        for link in one.entry.continues
        if resolve(context.workspace, context.folder, submitted, link.ref).node is node
    )
    return tuple(one for one in found if one)


def _stray_row(context: DocumentContext, closing: ClosingColour) -> ReviewedRow:
    """A colour for something that is not an entry of the reviewed plan on that day, or that has one already."""
    return ReviewedRow(
        kind="other",
        level=HIGHEST,
        anchor=context.anchors.of(closing),
        id=closing.ref,
        title="not an entry of the plan on this day, or stated twice",
        badge=colour_badge(closing.rag) if closing.rag else no_badge("No colour stated"),
        colour=closing.rag,
        basis=RagBasis.STATED if closing.rag else RagBasis.MISSING,
        reason="",
        closed=None,
        facts=(),
        note=prose(closing.note, HIGHEST, closing.ref),
        evidence=evidence_rows(context, closing.evidence),
    )
