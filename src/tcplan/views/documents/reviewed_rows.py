"""The entries of a reviewed plan, each with the colour that is stated or proposed for it."""

from dataclasses import dataclass, replace
from typing import Literal

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing_rag import ClosingRag, RagBasis, closing_rag
from tcplan.values.rag import Colour
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, due_words, long_day
from tcplan.views.documents.entry import ClosedRow, closed_row
from tcplan.views.documents.evidence import EvidenceRow, evidence_rows
from tcplan.views.documents.parts import Badge, Prose, TextItem, colour_badge, no_badge, ours, upper_first
from tcplan.views.documents.plan_review import (
    HIGHEST,
    PlanReview,
    ReviewedEntry,
    match_closings,
    reviewed_evidence,
)
from tcplan.views.documents.worries import people_named, since_words
from tcplan.workspace import Level, Node, PlanFile, resolve


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """One entry of a reviewed plan: what was promised, the colour that it ends with, and what was achieved.

    `basis` says whether a person states the colour or it is proposed. `group` is the pillar, or what is outside any;
    `under` the objective, where it differs from that of the row before. `note_from` says where the note is from if it
    is not that of the review. `since` is empty unless the last report is a worry.
    """

    kind: Level | Literal["other"]
    anchor: str
    id: str
    title: str
    group: TextItem | None
    under: str
    due: TextItem
    who: tuple[TextItem, ...]
    badge: Badge | None
    colour: Colour | None
    basis: RagBasis | None
    reason: str
    closed: ClosedRow | None
    note: Prose | None
    note_from: str
    evidence: tuple[EvidenceRow, ...]
    continued: tuple[TextItem, ...]
    since: str = ""


def reviewed_rows(review: PlanReview, form: Framework, submitted: PlanFile | None) -> tuple[ReviewedRow, ...]:
    """All actions and what else has a colour, in the order of the plan; then what the review says of anything else."""
    entries, strays = match_closings(review)
    rows, objective = [], ""
    for one in entries:
        row = _row(review, one, form, submitted)
        if not (one.node.action or row.badge or row.closed or row.evidence):
            continue  # the title of a pillar or an objective is printed with its actions
        above = _objective_of(one.node)
        rows.append(replace(row, under=above if above != objective else ""))
        objective = above
    return (*rows, *(_stray_row(review.context, one) for one in strays))


def _objective_of(node: Node) -> str:
    """The objective that an action is part of."""
    above = next((one for one in node.line() if one.level is Level.OBJECTIVE and one is not node), None)
    return f"{above.id} {above.entry.title}" if above else ""


def _group(node: Node) -> TextItem | None:
    pillar = next((one for one in node.line() if one.level is Level.PILLAR), None)
    return TextItem(f"{pillar.id} {pillar.entry.title}") if pillar else None


def _row(review: PlanReview, entry: ReviewedEntry, form: Framework, submitted: PlanFile | None) -> ReviewedRow:
    context, plan, node, closing = review.context, entry.plan, entry.node, entry.closing
    state = state_of(node, plan, context.as_of)
    rag = closing_rag(form, state, closing) if node.action or closing else None
    note, note_from = _note(context, closing, state, node)
    return ReviewedRow(
        kind=node.level,
        anchor=context.anchors.of(review.review, node),
        id=node.id,
        title=node.entry.title,
        group=_group(node),
        under="",
        due=_due(plan, node),
        who=people_named(context, node),
        badge=_badge(rag) if rag else None,
        colour=rag.colour if rag else None,
        basis=rag.basis if rag else None,
        reason=rag.reason if rag else "",
        closed=closed_row(context, plan, node),
        note=note,
        note_from=note_from,
        evidence=evidence_rows(context, reviewed_evidence(context, entry)),
        continued=_continued(context, submitted, node) if submitted else (),
        since=_since(plan, state, rag, context),
    )


def _note(
    context: DocumentContext, closing: ClosingColour | None, state: EntryState, node: Node
) -> tuple[Prose | None, str]:
    """What the review says was achieved, else what the last report said, and of which day that is."""
    subject = f"{node.level} {node.id}"
    if closing and (note := context.prose(closing.note, HIGHEST, subject)):
        return note, ""
    told = next((one for one in reversed(state.updates) if context.prose(one.note, HIGHEST, subject)), None)
    return (context.prose(told.note, HIGHEST, subject), f"Report of {day_words(told.date)}") if told else (None, "")


def _since(plan: PlanFile, state: EntryState, rag: ClosingRag | None, context: DocumentContext) -> str:
    """Since when the action is a worry: since its reports say so, else since the review does."""
    told = since_words(plan, state)
    if told or rag is None or rag.basis is not RagBasis.STATED:
        return told or "–"
    return f"Given on {long_day(context.as_of)}"


def _due(plan: PlanFile, node: Node) -> TextItem:
    """When an action was due, as the plan promised it."""
    dues = node.action.due if node.action else ()
    if not dues:
        return ours("–" if node.action is None else "No date given")
    return ours(upper_first(due_words(dues[-1], plan.period)))


def _badge(rag: ClosingRag) -> Badge:
    """The colour, which says if it is proposed, or whether one is missing: an action closed before needs none."""
    if rag.colour:
        badge = colour_badge(rag.colour)
        return replace(badge, words=f"{badge.words} (proposed)") if rag.basis is RagBasis.PROPOSED else badge
    return no_badge("No colour given" if rag.basis is RagBasis.CLOSED else "No colour yet")


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
        anchor=context.anchors.of(closing),
        id=context.entry_in_words(closing.ref),
        title="Not an entry of the plan on this day, or given twice",
        group=None,
        under="",
        due=ours("–"),
        who=(ours("–"),),
        badge=colour_badge(closing.rag) if closing.rag else no_badge("No colour given"),
        colour=closing.rag,
        basis=RagBasis.STATED if closing.rag else RagBasis.MISSING,
        reason="",
        closed=None,
        note=context.prose(closing.note, HIGHEST, closing.ref),
        note_from="",
        evidence=evidence_rows(context, closing.evidence),
        continued=(),
    )
