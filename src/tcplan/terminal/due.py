"""What is due and which reports are owed, on a terminal."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.progress.owed_reports import WITHOUT_LEAD
from tcplan.terminal.action_lines import ActionLine, add_action_line, people_column, who_words
from tcplan.terminal.page import STRONG, Page
from tcplan.terminal.plan_title import add_plan_title, add_rule
from tcplan.terminal.screen import Screen, pad
from tcplan.values.due_item_kinds import DueItemKind
from tcplan.views.due import DueItemRow, DuePage, DuePlanRow

_DAY: Final = len("2026-06-30")


def due_text(page: DuePage, screen: Screen) -> str:
    """The page as text: what is late first, then the days to come."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            add_rule(out)
        whose = (WITHOUT_LEAD.get(plan.lead, f"for {plan.lead}"),) if plan.lead else ()
        add_plan_title(out, plan, f"as of {page.as_of}", *whose)
        _add_parts(out, plan, f"Due by {page.until}")
        if not plan.items:
            out.heading(f"Due by {page.until}", _nothing_words(page))
    return out.text()


def _add_parts(out: Page, plan: DuePlanRow, ahead: str) -> None:
    unsent, overdue, owed = (
        [one for one in plan.items if one.late and one.kind is kind]
        for kind in (DueItemKind.SUBMISSION, DueItemKind.END, DueItemKind.REPORT)
    )
    coming = [one for one in plan.items if not one.late]
    _add_part(out, "Late", f"{_count(len(unsent), 'submission')}, not sent", unsent)
    _add_part(out, "Overdue", _count(len(overdue), "action"), overdue)
    _add_part(out, "Reports owed", f"{_count(len(owed), 'action')}, with the day the report was due", owed)
    _add_part(out, ahead, "", coming, kinds=True)


def _add_part(out: Page, heading: str, more: str, rows: Sequence[DueItemRow], *, kinds: bool = False) -> None:
    """A heading and a line for each row: the day, perhaps what is due, the action, and whose it is.

    Names that are too long for a column of their own are in full on the next line.
    """
    if not rows:
        return
    screen = out.screen
    out.heading(heading, more)
    ids = max(cell_len(_id(screen, one)) for one in rows)
    kind = max(map(len, DueItemKind)) if kinds else 0
    lines = []
    for row in rows:
        what = (pad(row.kind, kind), "  ") if kinds else ()
        named = (pad(_id(screen, row), ids), STRONG), "  " if ids else ""
        who = "" if row.label is None else who_words(row.people, screen)
        lines.append(ActionLine(("  ", str(row.day), "  ", *what, *named), row.title, who))
    columns = people_column(lines, screen.width - (2 + _DAY + 2 + (kind + 2 if kinds else 0) + (ids + 2 if ids else 0)))
    for line in lines:
        add_action_line(out, line, columns)


def _id(screen: Screen, row: DueItemRow) -> str:
    """The id of an entry. A measure is named by its title: its id is a word that may be long."""
    return screen.id(row.id) if row.id and row.label is not None else ""


def _nothing_words(page: DuePage) -> str:
    if len(page.kinds) < len(DueItemKind):
        return f"nothing of this kind: {', '.join(page.kinds)}"
    return "nothing is due, nothing is overdue and no report is owed"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
