"""Pillars, objectives and actions as they are printed in a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.progress import EntryState
from tcplan.progress.history import closure_on
from tcplan.progress.thresholds import Policy
from tcplan.values.dates import Period
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.counted import action_badge, not_counted_words
from tcplan.views.documents.days import day_words, due_words
from tcplan.views.documents.entry_facts import entry_facts
from tcplan.views.documents.evidence import PrintedReportRow, QuoteRow, quote_rows, report_rows
from tcplan.views.documents.parts import Badge, Fact, Prose, TextItem, key_badge, prose
from tcplan.workspace import Level, Node, PlanFile

HIGHEST = 3
"""The level of the headings of entries directly under the plan."""

LOWEST = 6
"""The level of the lowest heading that there is."""


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
    badge: Badge | None
    not_counted: str
    closed: ClosedRow | None
    about: Prose | None
    facts: tuple[Fact, ...]
    success: tuple[StepRow, ...]
    steps: tuple[StepRow, ...]
    quotes: tuple[QuoteRow, ...]
    signals: tuple[str, ...]
    reports: tuple[PrintedReportRow, ...]


@dataclass(frozen=True)
class Progress:
    """What the document of a plan says in addition to the plan; a submission does not have it."""

    states: Mapping[int, EntryState]
    signals: Mapping[Path, Sequence[str]]
    policy: Policy


def entry_rows(
    context: DocumentContext, plan: PlanFile, nodes: Sequence[Node], progress: Progress | None
) -> tuple[DocumentEntryRow, ...]:
    """The entries, each after the one that it is part of, in the order of the file."""
    return tuple(_entry(context, plan, node, level, progress) for node, level in with_heading_levels(nodes))


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


def _entry(
    context: DocumentContext, plan: PlanFile, node: Node, level: int, progress: Progress | None
) -> DocumentEntryRow:
    entry, period = node.entry, plan.period
    state = progress.states[id(node)] if progress else None
    reports = report_rows(context, plan, entry.updates, level)
    return DocumentEntryRow(
        kind=node.level,
        level=level,
        anchor=context.anchors.of(node),
        id=node.id,
        title=entry.title,
        badge=_badge(node, state, progress),
        not_counted=not_counted_words(state, progress.policy) if node.action and state and progress else "",
        closed=closed_row(context, plan, node),
        about=prose(entry.about, level, f"{node.level} {node.id}"),
        facts=tuple(entry_facts(context, plan, node)),
        success=step_rows(context, entry.success, period),
        steps=step_rows(context, node.action.steps, period) if node.action else (),
        quotes=quote_rows(context, entry.quotes, plan.plan, level),
        signals=tuple(progress.signals.get(node.path, ())) if progress and node.action else (),
        reports=reports,
    )


def _badge(node: Node, state: EntryState | None, progress: Progress | None) -> Badge | None:
    if state is None or progress is None:
        return None
    if node.action:
        return action_badge(state, progress.policy)
    return key_badge(state.key) if state.key else None


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
        why=prose(closed.why, LOWEST, f"the closing of {node.id}"),
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
