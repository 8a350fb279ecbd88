"""What is due on a plan, and when: dates of actions and measures, reports on them, and dates of the plan."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tcplan.findings.span import Path
from tcplan.model.parts import Step
from tcplan.progress.assessment import Assessment
from tcplan.progress.deadlines import Deadline, DeadlineKind, deadlines_until
from tcplan.progress.history import EntryState
from tcplan.progress.measures import targets_of
from tcplan.progress.report_requests import due_reports
from tcplan.progress.thresholds import length_in_words
from tcplan.values.dates import due_date
from tcplan.values.due_item_kinds import DueItemKind
from tcplan.workspace import Level, Node, Workspace


class DueItem(NamedTuple):
    """Something that is due on a day, and what it is about.

    `node` is the entry that it belongs to; a date of the plan or of a measure has none. `id` is that of the entry or of
    the measure, if there is one. `is_late` if its day has passed: the action is overdue, or owes a report, or the
    submission is not sent.
    """

    day: date
    kind: DueItemKind
    title: str
    id: str | None = None
    node: Node | None = None
    is_late: bool = False


def due_items(workspace: Workspace, now: Assessment, until: date) -> list[DueItem]:
    """What is late, and what is due from the day of the assessment until another, by date."""
    deadlines = (_deadline_item(now, one) for one in deadlines_until(workspace, now, until))
    return _by_date(now, until, [*deadlines, *_targets(now), *_steps(now), *_items_of_actions(now)])


def due_items_of_actions(now: Assessment, until: date) -> list[DueItem]:
    """The same of the actions themselves: their checkpoints and ends, and the reports on them."""
    return _by_date(now, until, _items_of_actions(now))


def _by_date(now: Assessment, until: date, items: Iterable[DueItem]) -> list[DueItem]:
    ranks = {kind: rank for rank, kind in enumerate(DueItemKind)}
    wanted = (one for one in items if one.is_late or now.as_of <= one.day <= until)
    return sorted(wanted, key=lambda one: (one.day, ranks[one.kind]))


def _items_of_actions(now: Assessment) -> Iterator[DueItem]:
    """The checkpoints and ends of unfinished actions, and the next report on each.

    A checkpoint is never late: nobody says whether it was reached.
    """
    for state in _unfinished(now, [Level.ACTION]):
        node, title = state.node, state.node.entry.title
        for day in state.checkpoints:
            yield DueItem(day, DueItemKind.CHECKPOINT, title, node.id, node)
        if state.due:
            yield DueItem(state.due, DueItemKind.END, title, node.id, node, state.is_overdue)
    for day, node in due_reports(now):
        yield DueItem(day, DueItemKind.REPORT, node.entry.title, node.id, node, now.owes_report(node))


def _steps(now: Assessment) -> Iterator[DueItem]:
    """The success criteria of the plan and its unfinished entries, and the steps of its actions.

    None is late: often nobody writes down that one was done.
    """
    yield from _parts(now, None, ("success",), now.plan.plan.success, DueItemKind.CRITERION)
    for state in _unfinished(now, Level):
        node, path = state.node, state.node.path
        steps = node.action.steps if node.action else ()
        yield from _parts(now, node, (*path, "success"), node.entry.success, DueItemKind.CRITERION)
        yield from _parts(now, node, (*path, "steps"), steps, DueItemKind.STEP)


def _unfinished(now: Assessment, levels: Iterable[Level]) -> Iterator[EntryState]:
    """The entries of some levels that have anything due: they are neither complete nor closed."""
    states = (state for level in levels for state in now.states_of(now.plan.tree.of(level)))
    return (one for one in states if one.is_open and not one.is_complete)


def _parts(
    now: Assessment, node: Node | None, path: Path, parts: Iterable[Step], kind: DueItemKind
) -> Iterator[DueItem]:
    """The success criteria or steps with a date of their own, unless they were done by the day."""
    for index, one in enumerate(parts):
        day = due_date(one.due, now.plan.period) if one.due else None
        is_unsure = now.plan.file.shaped.is_tainted((*path, index, "done"))
        is_done = one.done is not None and one.done.first <= now.as_of
        if day and not is_done and not is_unsure:
            yield DueItem(day, kind, one.title, node.id if node else None, node)


def _targets(now: Assessment) -> Iterator[DueItem]:
    """The targets of measures: the value that should be reached by a day."""
    for measure in now.plan.plan.measures:
        for target in targets_of(measure, now.plan.period):
            yield DueItem(target.day, DueItemKind.TARGET, f"{target.quantity.text}: {measure.title}", measure.id)


def _deadline_item(now: Assessment, one: Deadline) -> DueItem:
    is_late = one.kind is DeadlineKind.SUBMISSION and one.day < now.as_of
    return DueItem(one.day, DueItemKind(one.kind.value), _words(now, one), is_late=is_late)


def _words(now: Assessment, one: Deadline) -> str:
    """What a date of the plan itself is for."""
    if one.kind is DeadlineKind.SUBMISSION:
        named = f" ({one.submission})" if one.submission not in {None, one.form} else ""
        basis = f", {one.basis}" if one.basis else ""
        return f"{one.form} submission{named}{basis}"
    if one.kind is DeadlineKind.REVIEW:
        return f"review, every {length_in_words(now.policy.review_every)}"
    return "meeting of the steering group" if one.kind is DeadlineKind.MEETING else "end of the plan"
