"""The first lines of a page about a plan: its title, its institution, its period, and what the page is about."""

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.views.plan_head import PlanHeadRow


def add_plan_title(out: Page, head: PlanHeadRow, *more: str) -> None:
    """Add the title of a plan, and the facts about it on one line if they fit."""
    fit, screen = out.screen.fit, out.screen
    out.paragraph(fit(head.title), style=STRONG)
    facts = (screen.cut(fit(head.institution), screen.width), fit(head.period), *map(fit, more))
    out.flow([(fact,) for fact in facts if fact], gap=" · " if screen.symbols else " | ")


def add_rule(out: Page) -> None:
    """Add a line between two plans."""
    out.blank()
    out.line((("─" if out.screen.symbols else "-") * out.screen.width, QUIET))
    out.blank()
