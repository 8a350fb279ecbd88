"""The brief status page: headline, table, the worst actions and the next deadline, on one screen."""

from dataclasses import replace
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.action_lines import who_words
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.plan_title import add_rule
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_deadlines import add_deadlines
from tcplan.terminal.status_headline import add_badge, marks_of
from tcplan.terminal.status_marks import legend, stated_parts
from tcplan.terminal.status_table import table
from tcplan.values.rag import Colour
from tcplan.views.status.rows import ActionRow, GroupRow, PlanPage, StatusPage
from tcplan.views.status.worst import worst_first

HEIGHT: Final = 23
"""The lines of a page: a terminal of 24 shows the prompt below it."""

FEWEST_WORST, MOST_WORST = 3, 6
"""How many actions are listed, however many groups the table has, and at most."""

LONGEST_LABEL: Final = 14
_WIDEST_WHO: Final = 24
_WORST_COLOUR_FIRST: Final = (Colour.RED, Colour.AMBER, Colour.GREY, Colour.GREEN, Colour.BLUE)


def brief_text(page: StatusPage, screen: Screen) -> str:
    """The page as text, at most `HEIGHT` lines for each plan on a screen of 80 columns."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            add_rule(out)
        _add_plan(out, plan, f"as of {page.as_of}")
    return out.text()


def _add_plan(out: Page, plan: PlanPage, day: str) -> None:
    """Add the head of a plan, its table and its worst actions; each has the lines that the others leave."""
    head, worst = Page(out.screen), worst_first(plan.actions)
    _add_head(head, plan, day)
    room = HEIGHT - len(head.lines)
    least = min(len(worst), FEWEST_WORST)
    groups = Page(out.screen)
    _add_table(groups, plan, room - (least + 2 if worst else 0))
    out.add(head)
    out.add(groups)
    _add_worst(out, plan, worst, min(MOST_WORST, room - len(groups.lines) - 2))


def _add_head(out: Page, plan: PlanPage, day: str) -> None:
    """Add the title, the next deadline, and the headline with what is stated: a line for each, two for the reason."""
    screen, gap = out.screen, " · " if out.screen.symbols else " | "
    out.line((screen.cut(screen.fit(plan.title), screen.width), STRONG))
    rest = gap.join(one for one in (screen.fit(plan.period), day) if one)
    name = screen.cut(screen.fit(plan.institution), screen.width - cell_len(rest) - len(gap))
    out.line(screen.cut(gap.join(one for one in (name, rest) if one), screen.width))
    deadlines = Page(screen)
    add_deadlines(deadlines, plan, brief=True)
    out.add(deadlines)
    out.blank()
    headline = Page(screen)
    add_badge(headline, plan)
    out.add(headline, 2)
    if plan.stated:
        out.line("  ", ("stated ", QUIET), *stated_parts(plan.stated, plan, screen, screen.width - 9))
    if plan.closed:
        out.line("  ", screen.cut(screen.fit(plan.closed), screen.width - 2))


def _add_table(out: Page, plan: PlanPage, room: int) -> None:
    """Add as many groups as there is room for, the worst ones if there are too many, and what the marks mean."""
    key = Page(out.screen)
    legend(key, plan, longest=LONGEST_LABEL, counted=True)
    trial = Page(out.screen)
    out.blank()
    table(trial, plan, brief=True)
    too_many = len(trial.lines) + len(key.lines) + 1 - room
    shown = _worst_groups(plan, max(1, len(plan.groups) - too_many - 1)) if too_many > 0 else plan.groups
    table(out, replace(plan, groups=shown), brief=True)
    if rest := len(plan.groups) - len(shown):
        out.line("  ", (f"and {rest} more that are no worse (left out by --brief)", QUIET))
    out.add(key)


def _worst_groups(plan: PlanPage, most: int) -> tuple[GroupRow, ...]:
    """The groups with the worst headlines, in the order of the plan."""
    ranks = {colour.value: rank for rank, colour in enumerate(_WORST_COLOUR_FIRST)}
    numbers = sorted(range(len(plan.groups)), key=lambda number: ranks[plan.groups[number].headline.colour])
    return tuple(plan.groups[number] for number in sorted(numbers[:most]))


def _add_worst(out: Page, plan: PlanPage, worst: list[ActionRow], most: int) -> None:
    """Add the worst actions, each in one line with its person."""
    screen, shown = out.screen, worst[:most]
    if not shown:
        return
    counted = f"{len(worst)} {'action' if len(worst) == 1 else 'actions'}"
    out.heading("Needs attention", counted if len(shown) == len(worst) else f"{len(shown)} of {counted}, worst first")
    marks = marks_of(plan, screen)
    names = [screen.cut(who_words(row.people, screen), _WIDEST_WHO) for row in shown]
    ids, who = max(cell_len(screen.id(row.id)) for row in shown), max(map(cell_len, names))
    for row, name in zip(shown, names, strict=True):
        colour = row.rag if row.report_counts else None
        first: tuple[Part, ...] = ("  ", (marks[colour], INK[colour] if colour else ""))
        room = screen.width - 2 - len(marks[colour]) - ids - 2 - who - 2
        note = " (overdue)" if row.overdue else " (silent)" if row.owes_report else ""
        title = screen.cut(screen.fit(row.title), room - len(note)) + note
        out.line(*first, f"{pad(screen.id(row.id), ids)}  ", pad(title, room), "  ", (name, QUIET))
