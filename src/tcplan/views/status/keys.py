"""What actions may be grouped by, and which groups each is in."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Literal, assert_never

from tcplan.progress import Assessment
from tcplan.progress.owed_reports import NOBODY
from tcplan.progress.thresholds import DUE_SOON_DAYS
from tcplan.values.dates import DueKind
from tcplan.values.words import Priority
from tcplan.views.status.grouping import Grouping
from tcplan.workspace import Glossary, Level, Node, Workspace, fold_name, is_placeholder

NO_LEAD, NO_THEME, NO_PRIORITY = "no lead", "no theme", "no priority"
LEAD_TO_COME = "to be confirmed"
KeyGrouping = Literal[Grouping.LEAD, Grouping.OWNER, Grouping.THEME, Grouping.PRIORITY, Grouping.DUE]
"""The groupings that are not by the entries of a level."""

Keys = Callable[[Node], Iterable[tuple[int, str]]]
"""The groups that an action is in, each as a rank and a title; groups are sorted by both."""


def keys_for(now: Assessment, by: KeyGrouping, workspace: Workspace) -> Keys:
    """How to find the groups of an action."""
    match by:
        case Grouping.LEAD:
            names = now.folder.glossary.leads_and_owners(now.plan.tree.of(Level.ACTION))
            return lambda node: [_lead_key(node.entry.lead, now.folder.glossary, names)]
        case Grouping.OWNER:
            return _owner_keys(now)
        case Grouping.THEME:
            themes = workspace.framework("themes")
            titles = {item.id: item.title for item in themes.items} if themes else {}
            return lambda node: [(0, titles.get(theme, theme)) for theme in node.themes] or [(1, NO_THEME)]
        case Grouping.PRIORITY:
            ranks = {priority: rank for rank, priority in enumerate(Priority)}
            return lambda node: [(ranks[node.priority], node.priority) if node.priority else (len(ranks), NO_PRIORITY)]
        case Grouping.DUE:
            return lambda node: [_due_key(now, node)]
        case _:
            assert_never(by)


def _lead_key(lead: str | None, glossary: Glossary, names: Mapping[str, str]) -> tuple[int, str]:
    if lead is None:
        return 2, NO_LEAD
    if is_placeholder(lead):
        return 1, LEAD_TO_COME
    return 0, names[fold_name(glossary.canonical(lead))]


def _owner_keys(now: Assessment) -> Keys:
    """An action is under its lead and each of its owners, as `tcplan owners` counts what they lead and share."""
    glossary = now.folder.glossary
    names = glossary.leads_and_owners(now.plan.tree.of(Level.ACTION))

    def keys(node: Node) -> list[tuple[int, str]]:
        named = glossary.leads_and_owners([node])
        return [(0, names[one]) for one in named] or [(1, NOBODY)]

    return keys


def _due_key(now: Assessment, node: Node) -> tuple[int, str]:
    """The length of time in which an action is due, as of the day."""
    state = now.state(node)
    horizon = now.as_of + timedelta(days=DUE_SOON_DAYS)
    if state.is_overdue:
        return 0, "overdue"
    if state.is_complete or not state.is_open:
        return 9999, "complete or closed"
    if state.due is None:
        return (9997, "ongoing") if state.due_text.lower() == DueKind.ONGOING else (9998, "no due date")
    if state.due <= horizon:
        return 1, f"next {DUE_SOON_DAYS} days"
    return state.due.year, f"later in {state.due.year}" if state.due.year == horizon.year else f"in {state.due.year}"
