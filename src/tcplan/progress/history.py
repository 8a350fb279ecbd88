"""One entry as it was on a day: dated reports, slips, closures and additions are rewound, wording is not."""

from datetime import date
from typing import NamedTuple

from tcplan.model.parts import Closed, Update
from tcplan.progress.overdue import due_dates, is_overdue
from tcplan.values.dates import Day, start_date
from tcplan.values.rag import KeyEntry, Meaning
from tcplan.workspace import Node, PlanFile


class EntryState(NamedTuple):
    """An entry on a day.

    `stated` is the last report with a colour and `key` that colour's line in the plan's key; `updates` are the
    reports up to that day, oldest first. `due` is the day it is due after any slip, `published_due` as the plan
    says; `checkpoints` are the days before it. `added` is the day it joined the plan, with what is above it, if that
    is stated; `in_plan` is False before. It has `started` when its day has come, or when somebody reports that it has.
    `closed` is its own closure or that of an entry above.
    """

    node: Node
    as_of: date
    in_plan: bool
    added: date | None
    started: bool
    start: date | None
    due: date | None
    due_text: str
    published_due: date | None
    checkpoints: tuple[date, ...]
    slips: int
    updates: tuple[Update, ...]
    stated: Update | None
    key: KeyEntry | None
    closed: Closed | None

    @property
    def meaning(self) -> Meaning | None:
        """What the stated colour means, or None if nothing is reported."""
        return self.key.means if self.key else None

    @property
    def is_complete(self) -> bool:
        """Whether it is reported as complete."""
        return self.meaning is Meaning.COMPLETE

    @property
    def is_open(self) -> bool:
        """Whether it belongs to the plan that day and has not been closed."""
        return self.in_plan and self.closed is None

    @property
    def is_overdue(self) -> bool:
        """Whether its due date has passed and it is neither complete nor closed."""
        return is_overdue(self.due, self.as_of, is_unfinished=self.is_open and not self.is_complete)

    @property
    def reported_on(self) -> date | None:
        """The day of the last report, with a colour or without."""
        return self.updates[-1].date.last if self.updates else None

    @property
    def stated_on(self) -> date | None:
        """The day the colour was stated."""
        return self.stated.date.last if self.stated else None


def has_come(day: Day | None, as_of: date) -> bool:
    """Whether something with a date may have been there on a day; what has no date always was."""
    return day is None or day.first <= as_of


def is_in_plan(node: Node, as_of: date) -> bool:
    """Whether an entry belonged to the plan on a day: one with the date `added` has joined it that day."""
    added = added_on(node)
    return added is None or added <= as_of


def added_on(node: Node) -> date | None:
    """The day an entry joined the plan, if that is stated: not before those that it is under."""
    return max((one.entry.added.first for one in node.line() if one.entry.added), default=None)


def nodes_in_plan(plan: PlanFile, as_of: date) -> list[Node]:
    """All entries that belonged to the plan on a day, in the order of the file."""
    return [node for node in plan.tree.nodes if is_in_plan(node, as_of)]


def updates_until(updates: tuple[Update, ...], as_of: date) -> tuple[Update, ...]:
    """The reports up to a day, oldest first; of two on the same day the later in the file is the later."""
    if not updates:
        return ()
    return tuple(sorted((one for one in updates if one.date.last <= as_of), key=lambda one: one.date.last))


def state_of(node: Node, plan: PlanFile, as_of: date) -> EntryState:
    """The entry as it was on a day."""
    period, entry, action = plan.period, node.entry, node.action
    updates = updates_until(entry.updates, as_of)
    stated = next((one for one in reversed(updates) if one.rag), None)
    dues = due_dates(action, updates, period)
    start = start_date(action.start, period) if action and action.start else None
    added = added_on(node)
    begins = max((day for day in (period.start, start, added) if day), default=None)
    key = plan.rag_key[stated.rag] if stated and stated.rag else None
    return EntryState(
        node=node,
        as_of=as_of,
        in_plan=is_in_plan(node, as_of),
        added=added,
        started=begins is None or begins <= as_of or (key is not None and key.means is not Meaning.NOT_STARTED),
        start=begins,
        due=dues.current,
        due_text=dues.text,
        published_due=dues.published,
        checkpoints=dues.checkpoints,
        slips=dues.slips,
        updates=updates,
        stated=stated,
        key=key,
        closed=_closure(node, plan, as_of, finished=key is not None and key.means is Meaning.COMPLETE),
    )


def closure_on(node: Node, plan: PlanFile, as_of: date) -> Closed | None:
    """How an entry had ended on a day, by itself or with one above it; few of them ever end, so most need no state."""
    if plan.plan.closed or any(one.entry.closed for one in node.line()):
        return state_of(node, plan, as_of).closed
    return None


def _closure(node: Node, plan: PlanFile, as_of: date, *, finished: bool) -> Closed | None:
    """How the entry ended: by itself or, if it was not finished, with the nearest entry above that was closed."""
    above = () if finished else (*(one.entry.closed for one in node.line()), plan.plan.closed)
    return next((one for one in (node.entry.closed, *above) if one and one.date.last <= as_of), None)
