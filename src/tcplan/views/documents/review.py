"""The RAG analysis of an earlier plan: every action with the colour that is stated, or the one that is proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tcplan.model import Framework
from tcplan.model.submission import ClosingColour, Review
from tcplan.progress import EntryState, state_of
from tcplan.progress.closing_rag import CLOSED, MISSING, STATED, ClosingRag, closing_rag
from tcplan.progress.history import nodes_in_plan
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.entry import closed_row, with_heading_levels
from tcplan.views.documents.evidence import PrintedReportRow, evidence_rows, report_rows
from tcplan.views.documents.parts import (
    Badge,
    Fact,
    Prose,
    Table,
    TextItem,
    colour_badge,
    fact,
    gap,
    key_badge,
    no_badge,
    prose,
)
from tcplan.views.documents.plan import left_out
from tcplan.views.documents.rag import ReviewedRow, proposal_rules, rag_table
from tcplan.workspace import Node, PlanFile, find_plan, resolve

ACTIONS = 4
"""The level of the headings straight under a reviewed plan."""


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The review of one earlier plan."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    missing: str
    summary: Prose | None
    table: Table | None
    proposals: str
    entries: tuple[ReviewedRow, ...]
    left_out: str
    reports: tuple[PrintedReportRow, ...]


@dataclass(frozen=True)
class _Analysis:
    """What the rows of one review need."""

    context: DocumentContext
    form: Framework
    reviewed: PlanFile
    submitted: PlanFile | None


def review_part(context: DocumentContext, form: Framework, review: Review, submitted: PlanFile | None) -> ReviewPart:
    """One review, as the plan stood on its day."""
    plan = find_plan(context.workspace, context.home, review.plan).plan
    there = replace(context, as_of=review.date.last) if review.date else context
    day = fact(
        "Reviewed as of",
        day_words(review.date) if review.date else gap(f"No day is given; {long_day(there.as_of)} is taken"),
    )
    anchor = context.new_anchor("review", review.plan)
    summary = prose(review.summary, 3, f"the review of {review.plan}")
    if plan is None:
        missing = f"The plan {review.plan} is not in this workspace or cannot be read."
        rows = tuple(_unplaced(context, one, ACTIONS) for one in review.closing)
        return ReviewPart(anchor, f"Review of {review.plan}", (day,), missing, summary, None, "", rows, "", ())
    nodes = nodes_in_plan(plan, there.as_of)
    rows = tuple(_rows(_Analysis(there, form, plan, submitted), review, nodes))
    return ReviewPart(
        anchor=anchor,
        title=f"Review of {plan.plan.title}",
        facts=(fact("Plan", review.plan), day),
        missing="",
        summary=summary,
        table=rag_table(rows, long_day(there.as_of)),
        proposals=proposal_rules(form, rows),
        entries=rows,
        left_out=left_out(plan, nodes),
        reports=report_rows(there, plan, plan.plan.updates, 3),
    )


def _rows(analysis: _Analysis, review: Review, nodes: Sequence[Node]) -> Iterator[ReviewedRow]:
    """All entries in the order of the plan, then what the submission states for anything else."""
    context, closings = analysis.context, {}
    others = []
    present = {id(node) for node in nodes}
    for closing in review.closing:
        node = resolve(context.workspace, context.home, analysis.reviewed, closing.ref).node
        if node is None or id(node) not in present or id(node) in closings:
            others.append(closing)
        else:
            closings[id(node)] = closing
    for node, level in with_heading_levels(nodes, ACTIONS):
        yield _row(analysis, node, level, closings.get(id(node)))
    for closing in others:
        yield _unplaced(context, closing, ACTIONS)


def _row(analysis: _Analysis, node: Node, level: int, closing: ClosingColour | None) -> ReviewedRow:
    context, plan = analysis.context, analysis.reviewed
    state = state_of(node, plan, context.as_of)
    rag = closing_rag(analysis.form, state, closing) if node.action or closing else ClosingRag("", "")
    evidence = (*(closing.evidence if closing else ()), *(one for update in state.updates for one in update.evidence))
    return ReviewedRow(
        kind=node.level,
        level=level,
        anchor=context.new_anchor("review", plan.name, node.level, node.id),
        id=node.id,
        title=node.entry.title,
        badge=_badge(rag.colour, rag.basis),
        colour=rag.colour,
        basis=rag.basis,
        reason=rag.reason,
        closed=closed_row(context, plan, node),
        facts=tuple(_facts(analysis, node, state)),
        note=prose(closing.note if closing else None, level, f"{node.level} {node.id}"),
        evidence=evidence_rows(context, evidence),
    )


def _badge(colour: str, basis: str) -> Badge | None:
    if colour:
        return colour_badge(colour)
    return no_badge({CLOSED: "No colour stated", MISSING: "No colour yet"}[basis]) if basis else None


def _facts(analysis: _Analysis, node: Node, state: EntryState) -> Iterator[Fact]:
    if state.stated and state.key:
        reported = ", ".join(filter(None, (day_words(state.stated.date), analysis.context.name(state.stated.by))))
        yield fact("Last report", TextItem(reported, badge=key_badge(state.key)))
    continued = [
        analysis.context.entry(submitted, one.id, how)
        for submitted in [analysis.submitted]
        if submitted
        for one, how in _continued(analysis, submitted, node)
    ]
    if continued:
        yield fact("Continued as", *continued)


def _continued(analysis: _Analysis, submitted: PlanFile, node: Node) -> Iterator[tuple[Node, str]]:
    """The entries of the submitted plan that carry this one on, and how."""
    context = analysis.context
    for one in submitted.tree.nodes:
        for link in one.entry.continues:
            if resolve(context.workspace, context.home, submitted, link.ref).node is node:
                yield one, link.how or ""


def _unplaced(context: DocumentContext, closing: ClosingColour, level: int) -> ReviewedRow:
    """A colour for something that is no entry of the reviewed plan on that day, or that has one already."""
    return ReviewedRow(
        kind="other",
        level=level,
        anchor=context.new_anchor("review", "other", closing.ref),
        id=closing.ref,
        title="not an entry of the plan on this day, or stated twice",
        badge=colour_badge(closing.rag) if closing.rag else no_badge("No colour stated"),
        colour=closing.rag or "",
        basis=STATED if closing.rag else MISSING,
        reason="",
        closed=None,
        facts=(),
        note=prose(closing.note, level, closing.ref),
        evidence=evidence_rows(context, closing.evidence),
    )
