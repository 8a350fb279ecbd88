"""The exceptions of page one: the actions that need a reader's attention first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import cell_of
from tcplan.progress.history import updates_until
from tcplan.values.dates import due_date
from tcplan.values.rag import Meaning
from tcplan.values.words import Priority
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import Row, Table, TextItem, cell, ours
from tcplan.views.documents.progress_paper.states import state_badge
from tcplan.views.documents.worries import WORST_FIRST, people_named, since_words
from tcplan.workspace import Level, PlanFile

MOST_EXCEPTIONS: Final = 5


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """An action that needs attention: `since` says why and since when, `ahead` what happens next."""

    name: TextItem
    badge: TextItem
    who: tuple[TextItem, ...]
    since: str
    ahead: tuple[TextItem, ...]


def exceptions_table(rows: Sequence[ExceptionRow], caption: str) -> Table | None:
    """The first exceptions; None if there are none."""
    if not rows:
        return None
    heads = ("Action", "State", "Who", "Since when", "What next")
    return Table(
        caption,
        tuple(cell(ours(one)) for one in heads),
        tuple(
            Row(cell(one.name), (cell(one.badge), cell(*one.who), cell(ours(one.since)), cell(*one.ahead)))
            for one in rows[:MOST_EXCEPTIONS]
        ),
    )


def worrying_actions(now: Assessment) -> list[EntryState]:
    """The actions of a plan that are off track, overdue, at risk or paused, in this order; urgent ones first."""
    states = (now.state(node) for node in now.plan.tree.of(Level.ACTION))
    found = [(rank, state) for state in states if (rank := _rank(state, now)) is not None]
    return [state for _, state in sorted(found, key=lambda one: one[0])]


def _rank(state: EntryState, now: Assessment) -> tuple[int, bool, date] | None:
    if not state.is_open:
        return None
    counts = cell_of(state, now.policy).is_colour
    is_calm = state.node.priority is not Priority.HIGH
    if counts and state.meaning is Meaning.OFF_TRACK:
        return 0, is_calm, state.due or date.max
    if state.is_overdue and state.due:
        return 1, is_calm, state.due
    if counts and state.meaning in WORST_FIRST:
        return 2, is_calm, state.due or date.max
    return None


def exception_row(context: DocumentContext, now: Assessment, state: EntryState) -> ExceptionRow:
    """An action of a plan that needs attention."""
    node = state.node
    return ExceptionRow(
        name=TextItem(f"{node.id} {node.entry.title}", anchor=context.anchors.link_to(node)),
        badge=TextItem("", badge=state_badge(state, now)),
        who=people_named(context, node),
        since=since_words(now.plan, state) or "–",
        ahead=tuple(_ahead(now.plan, state)) or (ours("Not yet stated"),),
    )


def _ahead(plan: PlanFile, state: EntryState) -> Iterator[TextItem]:
    """The next thing that the plan names: a step or criterion that is not done, and the day the action has moved to."""
    node, as_of = state.node, state.as_of
    steps = (*(node.action.steps if node.action else ()), *node.entry.success)
    ahead = [one for one in steps if one.done is None or one.done.first > as_of]
    dated = sorted(
        ((due_date(one.due, plan.period) if one.due else None) or date.max, place) for place, one in enumerate(ahead)
    )
    if dated:
        step = ahead[dated[0][1]]
        by = f" (by {long_day(dated[0][0])})" if dated[0][0] != date.max else ""
        yield TextItem(f"{step.title}{by}")
    if state.due and any(one.due for one in updates_until(node.entry.updates, as_of)):
        yield ours(f"New date: {long_day(state.due)}")
