"""What a list of actions shows, in words: the same in the terminal and in tables."""

from collections.abc import Mapping
from typing import Final

from tcplan.progress.owed_reports import NOBODY
from tcplan.views.action_list.filters import ListFilterRow
from tcplan.views.action_list.page import ActionListPlanRow
from tcplan.views.status.rows import ActionRow

_WORDS: Final[Mapping[str, str]] = {
    "overdue": "overdue",
    "due_within": "due by",
    "silent": "owing a report",
    "changed_since": "changed since",
    "match": "with the words",
}
"""How filters are said; the others by their names."""


def filter_words(row: ListFilterRow) -> str:
    """A filter as a list says it: `lead HROD or Library`, `due by 2026-12-31`."""
    return " ".join([_WORDS.get(row.name, row.name), " or ".join(row.values)]).strip()


def count_words(plan: ActionListPlanRow) -> str:
    """How many actions there are, and what they have in common: `3 of 26 actions: overdue, lead HROD`."""
    noun = "action" if plan.total == 1 else "actions"
    if not plan.filters:
        return f"{plan.total} {noun}"
    found = len(plan.actions) or "None"
    return f"{found} of {plan.total} {noun}: {', '.join(map(filter_words, plan.filters))}"


def who_words(row: ActionRow) -> str:
    """Who answers for an action: its lead or, where there is none, its owners."""
    return ", ".join(row.people) or NOBODY


def due_words(row: ActionRow) -> str:
    """When an action is due: the day or, where there is none, what is typed, such as `ongoing`."""
    return str(row.due) if row.due else row.due_now
