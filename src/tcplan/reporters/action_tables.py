"""The list of actions as tables: comma-separated values for a spreadsheet, and Markdown for a document."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tcplan.values.plain_text import markdown_text
from tcplan.values.spreadsheet_text import as_ref, csv_table
from tcplan.views.action_list.page import ActionListPage, ActionListPlanRow
from tcplan.views.action_list.words import count_words, due_words, who_words
from tcplan.views.status.rows import ActionRow
from tcplan.workspace import Level

CSV_COLUMNS: Final = (
    *("ref", "title", "institution", "plan", "pillar", "objective", "priority", "themes"),
    *("lead", "owners", "due", "overdue", "counts_as", "state", "rag", "label", "reported_on", "owes_report", "closed"),
)
"""The columns, called as in JSON. Ids have their plan before them: a spreadsheet takes 1.10 for 1.1 or a date."""

MARKDOWN_COLUMNS: Final = ("Id", "Title", "Lead or owners", "Due", "RAG", "Last report")


def action_list_csv(page: ActionListPage) -> str:
    """All lists in one table, a line for each action."""
    rows = (_csv_row(plan, row) for plan in page.plans for row in plan.actions)
    return csv_table([CSV_COLUMNS, *rows])


def action_list_markdown(page: ActionListPage) -> str:
    """A table for each plan, after its title and what was asked for."""
    return "\n".join("\n".join(_plan_lines(plan, str(page.as_of))) + "\n" for plan in page.plans)


def _csv_row(plan: ActionListPlanRow, row: ActionRow) -> tuple[str, ...]:
    return (
        _ref(plan, Level.ACTION, row.id),
        row.title,
        plan.head.institution,
        plan.head.plan,
        _ref(plan, Level.PILLAR, row.pillar),
        _ref(plan, Level.OBJECTIVE, row.objective),
        row.priority or "",
        "; ".join(row.themes),
        row.lead or "",
        "; ".join(row.owners),
        due_words(row),
        _yes(said=row.overdue),
        row.counts_as,
        row.state,
        row.rag or "",
        row.label,
        str(row.reported_on or ""),
        _yes(said=row.owes_report),
        row.closed or "",
    )


def _ref(plan: ActionListPlanRow, level: Level, id_: str | None) -> str:
    return "" if id_ is None else as_ref(level, f"{plan.head.plan}/{id_}")


def _yes(*, said: bool) -> str:
    return "yes" if said else "no"


def _plan_lines(plan: ActionListPlanRow, day: str) -> Iterator[str]:
    facts = (plan.head.institution, plan.head.period, f"as of {day}")
    yield f"## {_inert(plan.head.title)}"
    yield ""
    yield f"{', '.join(map(_inert, facts))}. {_inert(count_words(plan))}."
    if plan.actions:
        yield ""
        yield _line(MARKDOWN_COLUMNS)
        yield _line("---" for _ in MARKDOWN_COLUMNS)
        yield from (_line(map(_inert, _cells(row))) for row in plan.actions)


def _cells(row: ActionRow) -> Iterator[str]:
    yield row.id
    yield row.title
    yield who_words(row)
    yield f"{due_words(row)}{' (overdue)' if row.overdue else ''}"
    yield row.state[:1].upper() + row.state[1:]
    yield f"{row.reported_on or 'none'}{' (owes a report)' if row.owes_report else ''}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


@cache
def _pandoc_pattern() -> re.Pattern[str]:
    """What pandoc reads as markup, and other readers of Markdown as text: a citation, a formula, a raised letter."""
    return re.compile(r"[@$^]")


def _inert(text: str) -> str:
    return _pandoc_pattern().sub(r"\\\g<0>", markdown_text(text))
