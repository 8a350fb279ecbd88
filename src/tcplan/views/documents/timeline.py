"""When the objectives of a plan run: a row each, a column each quarter, and the days on which their actions are due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tcplan.progress import EntryState
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.entry import with_heading_levels
from tcplan.views.documents.parts import TextItem, ours
from tcplan.views.documents.plan_scope import PlanScope
from tcplan.views.documents.timeline_scale import TimelineScale, scale_for
from tcplan.workspace import Node, PlanFile


class MarkKind(StrEnum):
    """What a day on a timeline is, by the words for it."""

    CHECKPOINT = "checkpoint"
    DUE = "due"
    COMPLETE = "complete"
    ONGOING = "ongoing"

    @property
    def symbol(self) -> str:
        """Its sign, so that colour alone never says what it is."""
        return _SYMBOLS[self]


_SYMBOLS: Final = {
    MarkKind.CHECKPOINT: "◇",
    MarkKind.DUE: "■",
    MarkKind.COMPLETE: "✔",
    MarkKind.ONGOING: "→",
}


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """An action on the day that it is due or has a checkpoint."""

    kind: MarkKind
    id: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """A quarter of an objective: whether work runs in it, and which actions have a day in it."""

    label: str
    runs: bool
    is_today: bool
    marks: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An objective, or the actions that are under none."""

    title: TextItem
    cells: tuple[TimelineCell, ...]

    @property
    def runs(self) -> str:
        """From which quarter to which work runs."""
        labels = [cell.label for cell in self.cells if cell.runs]
        return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"

    @property
    def marked(self) -> tuple[TimelineCell, ...]:
        """The quarters in which an action has a day."""
        return tuple(cell for cell in self.cells if cell.marks)


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """A quarter; `is_today` if the day of the document is in it."""

    label: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows with their columns; `today` is how much of its column has passed on the day, in percent."""

    caption: str
    columns: tuple[TimelineColumn, ...]
    rows: tuple[TimelineRow, ...]
    key: tuple[MarkKind, ...]
    as_of: str
    today: int | None


@dataclass(frozen=True, slots=True)
class _ActionDays:
    """An action with its days; `first` and `last` are those between which it runs."""

    node: Node
    first: date
    last: date
    marks: tuple[tuple[date, MarkKind], ...]


def timeline(context: DocumentContext, plan: PlanFile, scope: PlanScope) -> Timeline | None:
    """The timeline of the actions that are printed; None if fewer than two of them have a date."""
    found = {id(node): days for node in scope.actions if (days := _days_of(plan, scope.state(node)))}
    if len(found) < 2:  # noqa: PLR2004 (one date is no course of time)
        return None
    scale = scale_for(day for one in found.values() for day in (one.first, one.last))
    share = scale.share(context.as_of)
    today = scale.column(context.as_of) if share is not None else None
    labels = scale.labels
    rows = tuple(_rows(context, scope, found, scale, today))
    kinds = {mark.kind for row in rows for cell in row.cells for mark in cell.marks}
    return Timeline(
        caption="When actions run and are due",
        columns=tuple(TimelineColumn(label, number == today) for number, label in enumerate(labels)),
        rows=rows,
        key=tuple(kind for kind in MarkKind if kind in kinds),
        as_of=long_day(context.as_of),
        today=share,
    )


def _days_of(plan: PlanFile, state: EntryState) -> _ActionDays | None:
    """When an action runs: to its end, to that of the plan if it is ongoing; None if nobody can say."""
    end = state.due or (plan.period.end if state.due_text == "ongoing" else None)
    if end is None or state.closed:
        return None
    last = MarkKind.COMPLETE if state.is_complete else MarkKind.DUE if state.due else MarkKind.ONGOING
    marks = (*((day, MarkKind.CHECKPOINT) for day in state.checkpoints), (end, last))
    days = [day for day, _ in marks]
    return _ActionDays(state.node, min(state.start or end, *days), max(days), marks)


def _rows(
    context: DocumentContext,
    scope: PlanScope,
    found: dict[int, _ActionDays],
    scale: TimelineScale,
    today: int | None,
) -> Iterator[TimelineRow]:
    """Objectives in the order of the plan, each after the actions that are directly under its pillar."""
    groups: dict[int, tuple[Node | None, list[_ActionDays]]] = {}
    for entry, _ in with_heading_levels(scope.nodes):
        if not entry.action:
            groups[id(entry)] = (entry, [])
    for node in scope.actions:
        if days := found.get(id(node)):
            groups.setdefault(id(node.parent), (node.parent, []))[1].append(days)
    for head, actions in groups.values():
        if actions:
            yield TimelineRow(_title(context, head), tuple(_cells(context, actions, scale, today)))


def _title(context: DocumentContext, head: Node | None) -> TextItem:
    if head is None:
        return ours("Under no pillar")
    return TextItem(f"{head.id} {head.entry.title}", anchor=context.anchors.link_to(head))


def _cells(
    context: DocumentContext, actions: Sequence[_ActionDays], scale: TimelineScale, today: int | None
) -> Iterator[TimelineCell]:
    first = min(scale.column(one.first) for one in actions)
    last = max(scale.column(one.last) for one in actions)
    marks: dict[int, list[TimelineMark]] = {}
    for one in actions:
        for day, kind in one.marks:
            mark = TimelineMark(kind, one.node.id, context.anchors.link_to(one.node))
            marks.setdefault(scale.column(day), []).append(mark)
    for number, label in enumerate(scale.labels):
        yield TimelineCell(label, first <= number <= last, number == today, tuple(marks.get(number, ())))
