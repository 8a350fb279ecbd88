"""What is due next: the dates that the plan is kept for, and the actions that are due before the next meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tcplan.progress import Assessment
from tcplan.progress.deadlines import Deadline, DeadlineKind, deadlines
from tcplan.progress.due_items import DueItem, due_items_of_actions
from tcplan.values.dates import Duration, add
from tcplan.values.due_item_kinds import DueItemKind
from tcplan.views.documents.context import DocumentContext
from tcplan.views.documents.days import long_day
from tcplan.views.documents.parts import Row, Table, TextItem, cell, ours, plural, published, upper_first
from tcplan.views.documents.progress_paper.deadline_facts import deadline_words
from tcplan.views.documents.progress_paper.people import count_by_person, people_items
from tcplan.views.documents.progress_paper.states import state_badge
from tcplan.workspace import Node
from tcplan.workspace.consent import published_contact

MOST_DUE: Final = 5
"""The number of actions that are listed; of the rest only the number is given, and for whom."""

LOOK_AHEAD: Final = Duration(days=90)
"""How far ahead the paper looks where no later meeting is listed."""


@dataclass(frozen=True, slots=True)
class DuePart:
    """What is due next: a sentence of counts, a table by date, and how many more there are."""

    counts: str
    table: Table | None
    more: str


def due_part(context: DocumentContext, now: Assessment) -> DuePart:
    """The next dates, each with who answers for it."""
    meeting = _next_meeting(now)
    until = meeting or add(now.as_of, LOOK_AHEAD)
    actions = _actions_due(now, until)
    rows = [(one.day, _deadline_row(context, now, one)) for one in _dates_ahead(context, now, meeting)]
    rows += [(one.day, _action_row(context, now, node, one)) for node, one in actions[:MOST_DUE]]
    rows.sort(key=lambda pair: pair[0])
    columns = tuple(cell(ours(one)) for one in ("What", "State", "Due", "Who"))
    caption = f"Dates from {long_day(now.as_of)}, by day"
    return DuePart(
        counts=_sentence(len(actions), meeting, until),
        table=Table(caption, columns, tuple(row for _, row in rows)) if rows else None,
        more=_more(context, [node for node, _ in actions[MOST_DUE:]]),
    )


def _next_meeting(now: Assessment) -> date | None:
    institution = now.folder.institution
    ahead = [day.last for day in institution.meetings if day.last > now.as_of] if institution else []
    return min(ahead, default=None)


def _dates_ahead(context: DocumentContext, now: Assessment, meeting: date | None) -> Iterator[Deadline]:
    """The next date of each kind; the next meeting too where a review comes before it."""
    ahead = [one for one in deadlines(context.workspace, now) if one.day >= now.as_of]
    first = {one.kind: one for one in reversed(ahead)}
    if meeting:
        first.setdefault(DeadlineKind.MEETING, Deadline(meeting, DeadlineKind.MEETING))
    yield from first.values()


def _actions_due(now: Assessment, until: date) -> list[tuple[Node, DueItem]]:
    """The actions with a checkpoint or their end ahead, each once with the first of these."""
    first: dict[int, tuple[Node, DueItem]] = {}
    for one in due_items_of_actions(now, until):
        if one.node and one.kind is not DueItemKind.REPORT and not one.is_late:
            first.setdefault(id(one.node), (one.node, one))
    return list(first.values())


def _deadline_row(context: DocumentContext, now: Assessment, one: Deadline) -> Row:
    name = cell(ours(upper_first(deadline_words(context.workspace, now, one))))
    return Row(name, (cell(ours("–")), cell(ours(long_day(one.day))), cell(_who(context, one.kind))))


def _who(context: DocumentContext, kind: DeadlineKind) -> TextItem:
    """The contact sends a submission, and all who answer for actions report for a review."""
    institution = context.folder.institution
    if kind is DeadlineKind.SUBMISSION and institution and institution.contact:
        return published(published_contact(institution.contact, context.folder.glossary))
    return ours({DeadlineKind.MEETING: "Steering group", DeadlineKind.REVIEW: "All who report"}.get(kind, "–"))


def _action_row(context: DocumentContext, now: Assessment, node: Node, one: DueItem) -> Row:
    name = TextItem(f"{node.id} {node.entry.title}")
    what = (name, ours("checkpoint")) if one.kind is DueItemKind.CHECKPOINT else (name,)
    badge = TextItem("", badge=state_badge(now.state(node), now))
    return Row(cell(*what), (cell(badge), cell(ours(long_day(one.day))), cell(*people_items(context, node))))


def _sentence(count: int, meeting: date | None, until: date) -> str:
    """How many actions are due, and until when."""
    are = f"{plural(count, 'action')} {'is' if count == 1 else 'are'} due" if count else "no action is due"
    if meeting:
        return f"Until the next meeting, on {long_day(meeting)}, {are}."
    return f"In the next {LOOK_AHEAD.days} days, until {long_day(until)}, {are}."


def _more(context: DocumentContext, hidden: list[Node]) -> str:
    if not hidden:
        return ""
    return f"And {plural(len(hidden), 'more action')}: {count_by_person(context, hidden)}."
