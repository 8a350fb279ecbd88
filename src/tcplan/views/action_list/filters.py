"""What each filter of `tcplan list` lets through, on one plan."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from tcplan.comparison.since import LAST_MEETING, last_meeting
from tcplan.errors import UsageError
from tcplan.progress import Assessment, EntryState
from tcplan.progress.action_counts import cell_of
from tcplan.progress.owed_reports import names_to_ask_by
from tcplan.values.dates import Duration, add
from tcplan.views.action_list.options import NONE, ListFilters
from tcplan.views.action_list.vocabularies import (
    COLOURS,
    PEOPLE,
    PILLARS,
    PRIORITIES,
    THEMES,
    FilterVocabulary,
    find_value,
    unknown_value,
)
from tcplan.workspace import Level, Workspace, is_placeholder
from tcplan.workspace.glossary import TO_BE_CONFIRMED, fold_text

Condition = Callable[[EntryState], bool]


@dataclass(frozen=True, slots=True)
class ListFilterRow:
    """A filter as it was understood: its option without the hyphens, and its values, of which either will do."""

    name: str
    values: tuple[str, ...]


class ActiveFilter(NamedTuple):
    """A filter with what it lets through."""

    row: ListFilterRow
    holds: Condition


def active_filters(workspace: Workspace, plans: Sequence[Assessment], wanted: ListFilters) -> list[list[ActiveFilter]]:
    """The filters of each plan, in the order in which `--help` has them.

    Raises UsageError for a word that means nothing in any of the plans; in a plan where it means nothing, it lets
    nothing through.
    """
    found: list[list[ActiveFilter]] = [[] for _ in plans]
    for name, (vocabulary, values_of) in _NAMED.items():
        words = getattr(wanted, name)
        if not words:
            continue
        for now, filters, values in zip(plans, found, _values(workspace, plans, vocabulary, words), strict=True):
            filters.append(ActiveFilter(ListFilterRow(name, values), _has_either(now, values, values_of)))
    return [[*filters, *_computed(now, wanted)] for now, filters in zip(plans, found, strict=True)]


def _values(
    workspace: Workspace, plans: Sequence[Assessment], vocabulary: FilterVocabulary, words: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    """What the words mean in each plan, without those that mean nothing there."""
    columns = []
    for word in words:
        column = [find_value(vocabulary, workspace, now, word) for now in plans]
        if plans and not any(column):
            raise unknown_value(vocabulary, workspace, plans[0], word)
        columns.append(column)
    return (tuple(dict.fromkeys(filter(None, row))) for row in zip(*columns, strict=True))


def _has_either(now: Assessment, values: tuple[str, ...], values_of: "_ValuesOf") -> Condition:
    wanted = frozenset(values)

    def holds(state: EntryState) -> bool:
        return not wanted.isdisjoint([*values_of(now, state)] or [NONE])

    return holds


def _computed(now: Assessment, wanted: ListFilters) -> Iterator[ActiveFilter]:
    """The filters that need no vocabulary."""
    if wanted.overdue:
        yield ActiveFilter(ListFilterRow("overdue", ()), lambda state: state.is_overdue)
    if wanted.due_within:
        yield _due_within(now, wanted.due_within)
    if wanted.silent:
        yield ActiveFilter(ListFilterRow("silent", ()), lambda state: now.owes_report(state.node))
    if wanted.changed_since:
        days = [last_meeting(now.folder, now.as_of) if day == LAST_MEETING else day for day in wanted.changed_since]
        yield _changed_since(now, min(days))
    if wanted.match:
        yield ActiveFilter(ListFilterRow("match", wanted.match), lambda state: _matches(state, wanted.match))


def _due_within(now: Assessment, lengths: Sequence[Duration]) -> ActiveFilter:
    until = max(add(now.as_of, one) for one in lengths)

    def holds(state: EntryState) -> bool:
        is_unfinished = state.is_open and not state.is_complete
        return is_unfinished and state.due is not None and now.as_of <= state.due <= until

    return ActiveFilter(ListFilterRow("due_within", (str(until),)), holds)


def _changed_since(now: Assessment, since: date) -> ActiveFilter:
    """Those that were reported on, added or closed after a day; on the day itself, the state then has it already."""
    if since > now.as_of:
        raise UsageError(
            f"--changed-since {since} is after --as-of {now.as_of}", "name an earlier day, or a later one after --as-of"
        )

    def holds(state: EntryState) -> bool:
        closed = state.closed.date.last if state.closed else None
        return any(day and day > since for day in (state.reported_on, state.added, closed))

    return ActiveFilter(ListFilterRow("changed_since", (str(since),)), holds)


def _matches(state: EntryState, searches: Iterable[str]) -> bool:
    """Whether an action has all words of one of the searches; notes that are never published are not searched."""
    entry = state.node.entry
    steps = (*entry.success, *(state.node.action.steps if state.node.action else ()))
    texts = (entry.id, entry.title, entry.about, *(one.title for one in steps), *(one.note for one in state.updates))
    text = fold_text(" ".join(filter(None, texts)))
    return any(all(word in text for word in fold_text(search).split()) for search in searches)


_ValuesOf = Callable[[Assessment, EntryState], Iterable[str]]
"""The values of an action that one of a filter must be among."""


def _asked(now: Assessment, state: EntryState) -> Iterable[str]:
    return names_to_ask_by(state.node, now.folder.glossary).values()


def _owners(now: Assessment, state: EntryState) -> Iterable[str]:
    yield from now.folder.glossary.named_in(state.node.entry.owners).values()
    yield from (TO_BE_CONFIRMED for owner in state.node.entry.owners if is_placeholder(owner))


def _pillar(_now: Assessment, state: EntryState) -> Iterable[str]:
    pillar = state.node.above(Level.PILLAR)
    return [pillar.id] if pillar else []


def _themes(_now: Assessment, state: EntryState) -> Iterable[str]:
    return state.node.themes


def _priority(_now: Assessment, state: EntryState) -> Iterable[str]:
    return [state.node.priority] if state.node.priority else []


def _colour(now: Assessment, state: EntryState) -> Iterable[str]:
    """The colour that it is counted as: none if the report is too old, if it starts later, or if it is closed."""
    counted = cell_of(state, now.policy)
    return [counted.value] if counted.is_colour else []


_NAMED: Final = {
    "lead": (PEOPLE, _asked),
    "owner": (PEOPLE, _owners),
    "pillar": (PILLARS, _pillar),
    "theme": (THEMES, _themes),
    "priority": (PRIORITIES, _priority),
    "rag": (COLOURS, _colour),
}
"""The filters that name values: where their words come from, and which values an action has."""
