"""The status page: the state of a plan, on a screen or two."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, STRONG, Page
from tcplan.terminal.plan_title import add_rule
from tcplan.terminal.screen import Screen
from tcplan.terminal.status_approvals import add_approvals
from tcplan.terminal.status_deadlines import add_deadlines
from tcplan.terminal.status_headline import add_headline
from tcplan.terminal.status_marks import legend
from tcplan.terminal.status_measures import measures
from tcplan.terminal.status_signals import signals
from tcplan.terminal.status_table import table
from tcplan.views.status.rows import PlanPage, StatusPage

AddParts = Callable[[Page, PlanPage], None]
"""Adds more to the page of a plan, such as what has moved, after its headline."""

WITHOUT_LISTS: Final = (
    "With --by only the table is another one. Leave it out, or add --all, to see the measures and what is overdue, due "
    "soon or silent."
)


@dataclass(frozen=True, slots=True)
class StatusParts:
    """What a page shows: a line for each objective; everything, also what is usually summed up; the lists."""

    objectives: bool = False
    everything: bool = False
    lists: bool = True


def status_text(
    page: StatusPage, screen: Screen, parts: StatusParts = StatusParts(), more: AddParts | None = None
) -> str:
    """The page as text; `more` adds parts that somebody has to ask for."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            add_rule(out)
        _add_title(out, plan, f"as of {page.as_of}")
        add_deadlines(out, plan)
        add_approvals(out, plan)
        out.blank()
        add_headline(out, plan, everything=parts.everything)
        if more:
            more(out, plan)
        table(out, plan, objectives=parts.objectives)
        legend(out, plan)
        if parts.lists:
            _add_lists(out, plan, everything=parts.everything)
        if plan.ends and plan.ends < page.as_of:
            out.blank()
            note = f"This plan ended on {plan.ends}; --as-of {plan.ends} shows it as it was then."
            out.paragraph(note, style=QUIET)
    if not parts.lists:
        out.blank()
        out.paragraph(WITHOUT_LISTS, style=QUIET)
    return out.text()


def _add_lists(out: Page, plan: PlanPage, *, everything: bool) -> None:
    measures(out, plan, everything=everything)
    signals(out, plan, everything=everything)
    _add_other_plans(out, plan)


def _add_title(out: Page, plan: PlanPage, day: str) -> None:
    fit = out.screen.fit
    out.paragraph(fit(plan.title), style=STRONG)
    facts = (out.screen.cut(fit(plan.institution), out.screen.width), fit(plan.period), day)
    out.flow([(fact,) for fact in facts if fact], gap=" · " if out.screen.symbols else " | ")


def _add_other_plans(out: Page, plan: PlanPage) -> None:
    """One line for each other plan of the institution."""
    if not plan.other_plans:
        return
    ended = any(other.ended for other in plan.other_plans)
    out.heading("Other plans", "those that have ended are shown as they were then" if ended else "")
    for other in plan.other_plans:
        mark, words = out.screen.mark(other.colour), f" {other.words}"
        period = out.screen.fit(other.period)
        title = f"{out.screen.fit(other.plan)}  {out.screen.fit(other.title)}"
        room = out.screen.width - 6 - cell_len(period) - len(mark) - len(words)
        out.line("  ", out.screen.cut(title, room), "  ", (period, QUIET), "  ", (mark, INK[other.colour]), words)
