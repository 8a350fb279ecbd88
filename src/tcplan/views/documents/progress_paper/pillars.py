"""The paper pillar by pillar: headline, actions the worst first, and the measures that its entries name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from tcplan.comparison.entry_pairs import pair_entries
from tcplan.model.plan import Measure
from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import TallyCell, cell_of
from tcplan.progress.measures import Point, measure_state
from tcplan.values.rag import Meaning
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.parts import Badge, Cell, Row, Table, TextItem, cell, gap, ours, upper_first
from tcplan.views.documents.progress_paper.comparison import ProgressComparison
from tcplan.views.documents.progress_paper.measure_words import compared_words
from tcplan.views.documents.progress_paper.moves import point_words
from tcplan.views.documents.progress_paper.people import people_items
from tcplan.views.documents.progress_paper.state import Counts, counts_of, plan_counts
from tcplan.views.documents.progress_paper.states import (
    column_heads,
    count_cells,
    count_columns,
    due_words_of,
    headline_mark,
    state_badge,
    was_words,
)
from tcplan.workspace import Level, Node

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
    measures: Table | None


class ActionGroup(NamedTuple):
    """Actions that belong together: those of a pillar, or, where `node` is None, those of none."""

    node: Node | None
    actions: list[Node]


def action_groups(now: Assessment) -> list[ActionGroup]:
    """The pillars on the day or, in a plan without any, its objectives; then the actions under none."""
    level = Level.PILLAR if now.plan.tree.of(Level.PILLAR) else Level.OBJECTIVE
    heads = now.nodes_in_plan(level)
    groups = [ActionGroup(node, _counted(node.actions(), now)) for node in heads]
    known = {id(node) for group in groups for node in group.actions}
    rest = [node for node in _counted(now.plan.tree.of(Level.ACTION), now) if id(node) not in known]
    return groups + ([ActionGroup(None, rest)] if rest else [])


def _counted(nodes: Iterable[Node], now: Assessment) -> list[Node]:
    """The actions that the totals count: of what is not in the plan yet, only what has been closed already."""
    return [node for node in nodes if cell_of(now.state(node), now.policy) is not TallyCell.ABSENT]


def overview_table(found: ProgressComparison) -> Table:
    """The headline of each pillar now and before, and its actions counted; the last row is the whole plan."""
    now = found.now
    groups = action_groups(now)
    counts = [counts_of(now.states_of(group.actions), now) for group in groups]
    whole = plan_counts(now)
    columns = count_columns(whole)
    before = _headlines_before(found)
    rows = [
        Row(cell(_title(group)), _overview_cells(now, group, before, count, columns))
        for group, count in zip(groups, counts, strict=True)
    ]
    rows.append(Row(cell(ours("Whole plan")), _overview_cells(now, None, before, whole, columns)))
    heads = [ours("Pillar"), ours("Headline"), *([ours(f"On {found.day_before}")] if found.before else [])]
    caption = f"Headlines and actions on {long_day(now.as_of)}"
    return Table(caption, (*(cell(one) for one in heads), *column_heads(now, columns)), tuple(rows))


def _overview_cells(
    now: Assessment,
    group: ActionGroup | None,
    before: dict[int, Badge] | None,
    counts: Counts,
    columns: list[TallyCell],
) -> tuple[Cell, ...]:
    headline = now.headline(group.actions if group else None)
    key = id(group.node) if group and group.node else 0 if group is None else -1
    was = () if before is None else (cell(TextItem("", badge=before[key]) if key in before else ours("–")),)
    return (cell(TextItem("", badge=headline_mark(headline))), *was, *count_cells(counts, columns))


def _headlines_before(found: ProgressComparison) -> dict[int, Badge] | None:
    """The earlier headline by the pillar of today; 0 is the whole plan, -1 what is under no pillar."""
    before = found.before
    if before is None:
        return None
    badges = {0: headline_mark(before.headline())}
    groups = {id(group.node) if group.node else -1: group for group in action_groups(before)}
    if -1 in groups:
        badges[-1] = headline_mark(before.headline(groups[-1].actions))
    today = [group.node for group in action_groups(found.now) if group.node]
    for pair in pair_entries([group.node for group in groups.values() if group.node], today):
        if pair.before and pair.after:
            badges[id(pair.after)] = headline_mark(before.headline(groups[id(pair.before)].actions))
    return badges


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
            title=_title(group),
            badge=headline_mark(headline),
            reason=f"{upper_first(headline.reason)}.",
            actions=_actions(context, now, group) if group.actions else None,
            more=_more(now, group),
            measures=measure_table(now, measures, f"Measures of {_short_name(group)}") if measures else None,
        )


def other_measures(now: Assessment) -> Table | None:
    """The measures that no entry of a pillar names."""
    named = {id_ for group in action_groups(now) for id_ in _named_by(group)}
    rest = [one for one in now.plan.plan.measures if one.id not in named]
    return measure_table(now, rest, "Measures of the whole plan") if rest else None


def _named_by(group: ActionGroup) -> set[str]:
    nodes = [*([group.node] if group.node else []), *(above for node in group.actions for above in node.line())]
    return {id_ for node in nodes for id_ in node.entry.measured_by}


def _title(group: ActionGroup) -> TextItem:
    if group.node is None:
        return ours("Actions without a pillar")
    return TextItem(f"{group.node.id} {group.node.entry.title}")


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


def measure_table(now: Assessment, measures: Iterable[Measure], caption: str) -> Table:
    """The first and last reading of some measures, and what they say about the next target."""
    heads = ("Measure", "First", "Now", "Target", "Compared")
    rows = tuple(_measure_row(now, measure) for measure in measures)
    return Table(caption, tuple(cell(ours(one)) for one in heads), rows)


def _measure_row(now: Assessment, measure: Measure) -> Row:
    state = measure_state(measure, now.plan.period, now.as_of)
    coming = [one for one in state.targets if one.day >= now.as_of]
    target = next(iter((*coming, *state.targets[-1:])), None)
    last = state.readings[-1] if state.readings else None
    cells = [
        cell(ours(point_words(state.readings[0])) if state.readings else gap("No reading yet")),
        cell(ours(point_words(last))),
        cell(ours(_target_words(target)) if target else gap("No target yet")),
        cell(*map(ours, map(upper_first, compared_words(state, target) or ["–"]))),
    ]
    return Row(cell(measure.title), tuple(cells))


def _target_words(target: Point) -> str:
    return f"{target.quantity.text} by {day_words(target.when)}"
