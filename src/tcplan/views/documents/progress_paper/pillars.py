"""The paper pillar by pillar: headline, actions the worst first, and the measures that its entries name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.values.rag import Meaning
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.parts import Badge, Row, Table, TextItem, cell, ours, upper_first
from tcplan.views.documents.progress_paper.action_groups import ActionGroup, action_groups, group_title
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.measure_lines import MeasureLine, measure_lines
from tcplan.views.documents.progress_paper.people import people_items
from tcplan.views.documents.progress_paper.states import (
    due_words_of,
    headline_mark,
    plain_reason,
    state_badge,
    was_words,
)
from tcplan.workspace import Node

MOST_ACTIONS: Final = 10
"""The number of actions that are listed for a pillar, the worst first."""

_BEST_LAST: Final = {meaning: rank for rank, meaning in enumerate(Meaning)}


@dataclass(frozen=True, slots=True)
class PillarPart:
    """A pillar, or what is under none: its headline and what it was, why, its actions and measures."""

    anchor: str
    title: TextItem
    badge: Badge
    reason: str
    actions: Table | None
    more: str
    measures: tuple[MeasureLine, ...]


def pillar_parts(context: DocumentContext, found: ProgressComparison) -> Iterator[PillarPart]:
    """Each pillar with its actions and measures; a measure of several pillars is in each of them."""
    now = found.now
    places: dict[str, list[int]] = {}
    for place, measure in enumerate(now.plan.plan.measures):
        places.setdefault(measure.id, []).append(place)
    for group in action_groups(now):
        headline = now.headline(group.actions)
        named = sorted(place for id_ in _named_by(group) for place in places.get(id_, ()))
        measures = [now.plan.plan.measures[place] for place in named]
        yield PillarPart(
            anchor=context.anchors.of(group.node) if group.node else "no-pillar",
            title=group_title(group),
            badge=headline_mark(headline),
            reason=f"{upper_first(plain_reason(headline))}.",
            actions=_actions(context, now, group) if group.actions else None,
            more=_more(now, group),
            measures=measure_lines(now, measures),
        )


def other_measures(now: Assessment) -> tuple[MeasureLine, ...]:
    """The measures that no entry of a pillar names."""
    named = {id_ for group in action_groups(now) for id_ in _named_by(group)}
    return measure_lines(now, (one for one in now.plan.plan.measures if one.id not in named))


def _named_by(group: ActionGroup) -> set[str]:
    nodes = [*([group.node] if group.node else []), *(above for node in group.actions for above in node.line())]
    return {id_ for node in nodes for id_ in node.entry.measured_by}


def _short_name(group: ActionGroup) -> str:
    """What tells a group from the others in a caption."""
    return f"{group.node.level} {group.node.id}" if group.node else "no pillar"


def _actions(context: DocumentContext, now: Assessment, group: ActionGroup) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Action", "State", "Due", "Who"))
    rows = [_row(context, now, now.state(node)) for node in _worst_first(now, group)[:MOST_ACTIONS]]
    return Table(f"Actions of {_short_name(group)}", columns, tuple(rows))


def _worst_first(now: Assessment, group: ActionGroup) -> list[Node]:
    """The actions in the order of the file or, where they are too many to be listed, the worst first."""
    if len(group.actions) <= MOST_ACTIONS:
        return group.actions
    return sorted(group.actions, key=lambda node: _rank(now.state(node), now))


def _rank(state: EntryState, now: Assessment) -> tuple[int, int]:
    counted = cell_of(state, now.policy)
    if counted.is_colour and state.meaning:
        bad = state.meaning in (Meaning.OFF_TRACK, Meaning.AT_RISK, Meaning.PAUSED)
        return (0 if bad else 2 if state.is_overdue else 3, _BEST_LAST[state.meaning])
    return (1 if counted is TallyCell.UNREPORTED else 4, 0)


def _row(context: DocumentContext, now: Assessment, state: EntryState) -> Row:
    due = due_words_of(state)
    if state.is_overdue:
        due = ours(f"{due.text}, overdue")
    cells = (
        cell(TextItem("", badge=state_badge(state, now))),
        cell(due),
        cell(*people_items(context, state.node)),
    )
    return Row(cell(f"{state.node.id} {state.node.entry.title}"), cells)


def _more(now: Assessment, group: ActionGroup) -> str:
    """How many actions are not listed, by what they are."""
    rest = _worst_first(now, group)[MOST_ACTIONS:]
    if not rest:
        return ""
    states = now.states_of(rest)
    counts = Counter(was_words(state, cell_of(state, now.policy)) for state in states)
    listed = ", ".join(f"{count} {words}" for words, count in counts.items())
    return f"And {len(rest)} more: {listed}."
