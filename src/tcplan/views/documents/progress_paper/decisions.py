"""What the meeting is asked to decide: what is off track, overdue, owes a report, or has a colour in doubt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import takewhile
from typing import Final

from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import cell_of
from tcplan.values.rag import Meaning, plain_words
from tcplan.values.words import Priority
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.measure_words import against_reading
from tcplan.views.documents.parts import Badge, Row, Table, TextItem, cell, ours, plural, upper_first
from tcplan.views.documents.progress_paper.people import count_by_person, note_item, people_items
from tcplan.views.documents.progress_paper.states import headline_words, plain_reason, short_badge, state_badge
from tcplan.views.explanation.disagreements import Disagreement, find_disagreements
from tcplan.workspace import Level, Node

MOST_OF_KIND: Final = 6
"""The number of rows that are listed for each reason; of the rest only the number is given."""


class DecisionKind(StrEnum):
    """Why something is put before the meeting, in the order of the rows."""

    OFF_TRACK = "off track"
    OVERDUE = "overdue"
    OWING = "owing a report"
    DISAGREEING = "with a colour in doubt"


_ASKED: Final = {
    DecisionKind.OFF_TRACK: "next steps",
    DecisionKind.OVERDUE: "new date or closure",
    DecisionKind.OWING: "a report",
    DecisionKind.DISAGREEING: "confirm or change the colour",
}
"""What the meeting is asked for."""


@dataclass(frozen=True, slots=True)
class DecisionsPart:
    """The decisions asked for: a sentence of counts, what there is to decide, and of whom only a report is asked.

    `more` and `more_owed` say what is not in the tables; `quoted` are the ids of the entries whose report is quoted.
    """

    counts: str
    table: Table | None = None
    more: str = ""
    owed: Table | None = None
    more_owed: str = ""
    quoted: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class _Decision:
    """An entry, or the whole plan if `node` is None, with the reasons why it is here."""

    node: Node | None
    reasons: dict[DecisionKind, list[str]] = field(default_factory=dict)
    measures: list[TextItem] = field(default_factory=list)
    badge: Badge | None = None
    since: date = date.min

    @property
    def first(self) -> DecisionKind:
        return next(kind for kind in DecisionKind if kind in self.reasons)


def decisions_part(context: DocumentContext, now: Assessment) -> DecisionsPart:
    """What the meeting is asked to decide, the worst first."""
    found = [*_decisions(context, now)]
    if not found:
        return DecisionsPart("No action is off track, overdue or owing a report, and no colour is in doubt.")
    ranks = {kind: rank for rank, kind in enumerate(DecisionKind)}
    found.sort(key=lambda one: (ranks[one.first], not _is_urgent(one.node), one.since))
    listed = [one for kind in DecisionKind for one in [one for one in found if one.first is kind][:MOST_OF_KIND]]
    hidden = [one for one in found if one not in listed]
    decided, owed = ([one for one in listed if _is_only_owed(one) is only] for only in (False, True))
    return DecisionsPart(
        counts=_sentence(found),
        table=_decided_table(context, now, decided) if decided else None,
        more=_more(context, [one for one in hidden if not _is_only_owed(one)]),
        owed=_owed_table(context, now, owed) if owed else None,
        more_owed=_more(context, filter(_is_only_owed, hidden)),
        quoted=tuple(one.node.id for one in decided if one.node and _quote(one, now)),
    )


def _is_only_owed(one: _Decision) -> bool:
    """Whether nothing is asked for but a report: a table of such actions says so once."""
    return one.first is DecisionKind.OWING and DecisionKind.DISAGREEING not in one.reasons


def _is_urgent(node: Node | None) -> bool:
    return node is not None and node.priority is Priority.HIGH


def _decisions(context: DocumentContext, now: Assessment) -> Iterator[_Decision]:
    """Everything with a reason, in the order of the plan: its headline, other levels, then the actions."""
    disagreements: dict[int, list[Disagreement]] = {}
    for one in find_disagreements(context.workspace, now):
        disagreements.setdefault(id(one.node), []).append(one)
    for node in (None, *now.plan.tree.nodes):
        decision = _Decision(node)
        doubts = disagreements.get(id(node), [])
        if node and node.level is Level.ACTION:
            state = now.state(node)
            decision.reasons.update(_of_action(state, now))
            decision.since = (state.due if state.is_overdue else state.reported_on) or date.min
        if doubts:
            decision.badge = short_badge(now.plan.rag_key[doubts[0].stated.rag]) if doubts[0].stated.rag else None
            decision.reasons[DecisionKind.DISAGREEING] = [_doubt_words(doubts)]
            decision.measures = [item for one in doubts if one.reading for item in against_reading(one, now)]
        if decision.reasons:
            yield decision


def _of_action(state: EntryState, now: Assessment) -> Iterator[tuple[DecisionKind, list[str]]]:
    counted = cell_of(state, now.policy)
    if counted.is_colour and state.meaning is Meaning.OFF_TRACK:
        urgent = ", high priority" if _is_urgent(state.node) else ""
        yield DecisionKind.OFF_TRACK, [f"off track since {_off_track_since(state, now)}{urgent}"]
    if state.is_overdue and state.due:
        yield DecisionKind.OVERDUE, [f"was due {long_day(state.due)}"]
    if now.owes_report(state.node):
        last = state.reported_on
        yield DecisionKind.OWING, [f"last reported {long_day(last)}" if last else "never reported"]


def _off_track_since(state: EntryState, now: Assessment) -> str:
    """The day of the first of the last reports that all say off track."""
    coloured = ((one, now.plan.rag_key[one.rag].means) for one in reversed(state.updates) if one.rag)
    run = [one for one, _ in takewhile(lambda pair: pair[1] is Meaning.OFF_TRACK, coloured)]
    return day_words(run[-1].date)


def _doubt_words(doubts: list[Disagreement]) -> str:
    """What is stated of an entry and what speaks against it; who stated it is left out."""
    first = doubts[0]
    against = [
        f"by its actions it is {headline_words(one.headline)}: {plain_reason(one.headline)}"
        for one in doubts
        if one.headline
    ]
    against += ["it is overdue" for one in doubts if one.vote]
    against += ["a measure says otherwise"] if any(one.reading for one in doubts) else []
    return f"reported as {plain_words(first.meaning)} on {day_words(first.stated.date)}, but {' and '.join(against)}"


def _decided_table(context: DocumentContext, now: Assessment, listed: list[_Decision]) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Concerns", "State", "Why, and since when", "Who", "Asked"))
    rows = tuple(_row(context, now, one) for one in listed)
    return Table("What the meeting is asked for, the worst first", columns, rows)


def _owed_table(context: DocumentContext, now: Assessment, listed: list[_Decision]) -> Table:
    columns = tuple(cell(ours(one)) for one in ("Report owed on", "State", "Last report", "Who"))
    rows = tuple(_owed_row(context, now, one.node) for one in listed if one.node)
    return Table("Reports that are owed, the oldest first", columns, rows)


def _owed_row(context: DocumentContext, now: Assessment, node: Node) -> Row:
    state = now.state(node)
    last = long_day(state.reported_on) if state.reported_on else "never reported"
    badge = TextItem("", badge=state_badge(state, now))
    return Row(cell(_name(node)), (cell(badge), cell(ours(last)), cell(*people_items(context, node))))


def _name(node: Node) -> TextItem:
    return TextItem(f"{node.id} {node.entry.title}")


def _row(context: DocumentContext, now: Assessment, one: _Decision) -> Row:
    node = one.node
    words = upper_first("; ".join(reason for kind in DecisionKind for reason in one.reasons.get(kind, ())))
    asked = upper_first("; ".join(_ASKED[kind] for kind in DecisionKind if kind in one.reasons))
    items = [ours(words), *one.measures]
    if note := _quote(one, now):
        items.append(note)
    name = _name(node) if node else ours("The whole plan")
    people = people_items(context, node) if node else (ours("the meeting"),)
    badge = TextItem("", badge=one.badge or (state_badge(now.state(node), now) if node else None))
    return Row(cell(name), (cell(badge), cell(*items), cell(*people), cell(ours(asked))))


def _quote(one: _Decision, now: Assessment) -> TextItem | None:
    """What the last report says of something that is off track."""
    return note_item(now.state(one.node).stated) if one.node and DecisionKind.OFF_TRACK in one.reasons else None


def _sentence(found: Sequence[_Decision]) -> str:
    """How many there are of each kind; one may be of several."""
    counts = Counter(kind for one in found for kind in one.reasons)
    listed = [f"{counts[kind]} {kind}" for kind in DecisionKind if counts[kind]]
    *first, last = listed
    several = " An action may be in several of these numbers." if counts.total() > len(found) else ""
    words = f"{', '.join(first)} and {last}" if first else last
    return f"{plural(len(found), 'decision')}: {words}.{several}"


def _more(context: DocumentContext, hidden: Iterable[_Decision]) -> str:
    """How many are not listed, by the first reason of each, and who is asked about them."""
    nodes: dict[DecisionKind, list[Node]] = {}
    for one in hidden:
        if one.node:
            nodes.setdefault(one.first, []).append(one.node)
    counted = (f"And {len(found)} more {kind}: {count_by_person(context, found)}." for kind, found in nodes.items())
    return " ".join(counted)
