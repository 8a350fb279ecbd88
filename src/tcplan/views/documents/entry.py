"""Pillars and objectives above the tables of their actions, and actions in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.model.parts import Step
from tcplan.progress.history import closure_on
from tcplan.values.dates import Period
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.counted import action_badge, not_counted_words
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.entry_facts import entry_facts, heading_facts
from tcplan.views.documents.evidence import PrintedReportRow, QuoteRow, quote_rows, report_rows
from tcplan.views.documents.parts import Badge, Fact, Prose, TextItem, key_badge
from tcplan.views.documents.plan_scope import PlanScope
from tcplan.workspace import Level, Node, PlanFile

HIGHEST: Final = 3
"""The level of the headings of entries directly under the plan."""

LOWEST: Final = 6
"""The level of the lowest heading that there is."""

IN_FULL: Final = "in full"
"""What tells the anchor of the card of an entry from that of its row."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A success criterion or a step, and when."""

    title: str
    when: str
    done: bool


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """How an entry ended without being finished."""

    words: str
    into: TextItem | None
    why: Prose | None


@dataclass(frozen=True, slots=True)
class DocumentEntryRow:
    """One pillar, objective or action; `level` is that of its heading."""

    kind: Level
    level: int
    anchor: str
    id: str
    title: str
    badge: Badge | None = None
    not_counted: str = ""
    closed: ClosedRow | None = None
    about: Prose | None = None
    facts: tuple[Fact, ...] = ()
    success: tuple[StepRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    reports: tuple[PrintedReportRow, ...] = ()


def with_heading_levels(nodes: Sequence[Node], level: int = HIGHEST) -> Iterator[tuple[Node, int]]:
    """Every entry that the document has, with the level of its heading."""
    present = {id(node) for node in nodes}
    for node in nodes:
        if node.parent is None or id(node.parent) not in present:
            yield from _below(node, level, present)


def _below(node: Node, level: int, present: set[int]) -> Iterator[tuple[Node, int]]:
    yield node, level
    for child in node.children:
        if id(child) in present:
            yield from _below(child, level + 1, present)


def heading_row(context: DocumentContext, plan: PlanFile, scope: PlanScope, node: Node) -> DocumentEntryRow:
    """A pillar or an objective, above the table of its actions."""
    entry, key, level = node.entry, scope.state(node).key, heading_level(node)
    return DocumentEntryRow(
        kind=node.level,
        level=level,
        anchor=context.anchors.of(node),
        id=node.id,
        title=entry.title,
        badge=key_badge(key) if key and scope.is_assessed else None,
        closed=closed_row(context, plan, node),
        about=context.prose(entry.about, level, f"{node.level} {node.id}"),
        facts=tuple(heading_facts(context, plan, node, scope.shared)),
        success=step_rows(context, entry.success, plan.period),
        quotes=quote_rows(context, entry.quotes, plan.plan, level),
        reports=report_rows(context, plan, entry.updates, level),
    )


def heading_level(node: Node) -> int:
    """The level of the heading of an entry."""
    return HIGHEST - 1 + sum(1 for _ in node.line())


def full_rows(context: DocumentContext, plan: PlanFile, scope: PlanScope) -> tuple[DocumentEntryRow, ...]:
    """Every action in full, under the titles of what it is part of."""
    return tuple(
        _card(context, plan, scope, node, level)
        if node.action
        else DocumentEntryRow(node.level, level, context.anchors.of(node, IN_FULL), node.id, node.entry.title)
        for node, level in with_heading_levels(scope.nodes)
    )


def _card(context: DocumentContext, plan: PlanFile, scope: PlanScope, node: Node, level: int) -> DocumentEntryRow:
    entry, period, state = node.entry, plan.period, scope.state(node)
    return DocumentEntryRow(
        kind=node.level,
        level=level,
        anchor=context.anchors.of(node, IN_FULL),
        id=node.id,
        title=entry.title,
        badge=action_badge(state, scope.policy),
        not_counted=not_counted_words(state, scope.policy),
        closed=closed_row(context, plan, node),
        about=context.prose(entry.about, level, f"{node.level} {node.id}"),
        facts=tuple(entry_facts(context, plan, node)),
        success=step_rows(context, entry.success, period),
        steps=step_rows(context, node.action.steps, period) if node.action else (),
        reports=report_rows(context, plan, entry.updates, level),
    )


def closed_row(context: DocumentContext, plan: PlanFile, node: Node) -> ClosedRow | None:
    """How an entry ended, into what, and why; None if it is open on the day of the document."""
    closed = closure_on(node, plan, context.as_of)
    if closed is None:
        return None
    holder = next((one for one in node.line() if one.entry.closed is closed), None)
    if holder is not node:
        above = f"{holder.level} {holder.id}" if holder else "the plan"
        return ClosedRow(f"Closed on {day_words(closed.date)} with {above}", None, None)
    unknown = plan.file.shaped.is_tainted((*node.path, "closed", "as"))
    return ClosedRow(
        words=f"{'Closed' if unknown else closed.how.capitalize()} on {day_words(closed.date)}",
        into=context.entry(plan, closed.into) if closed.into else None,
        why=context.prose(closed.why, LOWEST, f"the closing of {node.id}"),
    )


def step_rows(context: DocumentContext, steps: tuple[Step, ...], period: Period) -> tuple[StepRow, ...]:
    """Success criteria or steps with the day they were done, else the day they are due."""
    return tuple(_step(one, period, done=one.done is not None and one.done.first <= context.as_of) for one in steps)


def _step(step: Step, period: Period, *, done: bool) -> StepRow:
    words = [
        f"done {day_words(step.done)}" if done and step.done else "",
        f"due {due_words(step.due, period)}" if step.due else "",
    ]
    return StepRow(step.title, ", ".join(one for one in words if one), done)
