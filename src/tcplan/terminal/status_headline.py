"""The headline of a status page: its reason, the actions that decided it, and beside it what somebody stated."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.action_lines import ActionLine, add_action_line, people_column, who_words
from tcplan.terminal.page import BADGE, INK, QUIET, Page, Part, first_few
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import stated_parts
from tcplan.values.rag import Colour
from tcplan.views.status.rows import ActionRow, PlanPage

LABEL: Final = 17
"""The columns before the facts of the headline: two of margin, and a label."""

MOST_DECIDING, MOST_UNREPORTED, MOST_RED = 12, 6, 6
"""How many are named before the rest is counted."""

_MARGIN: Final = "    "
_OVERDUE: Final = " (overdue)"


def add_badge(out: Page, plan: PlanPage) -> None:
    """Add the computed headline with its reason."""
    head = plan.headline
    badge = f" {out.screen.mark(head.colour)}  {head.words.upper()} "
    out.paragraph(head.reason, indent=len(badge) + 2, first=((badge, BADGE[head.colour]), "  "))


def add_headline(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """Add the computed headline with what decided it, and beside it what somebody stated."""
    screen = out.screen
    add_badge(out, plan)
    out.blank()
    named = _add_deciding(out, plan, everything=everything)
    _add_high_priority(out, plan, named, everything=everything)
    if plan.stated:
        out.line(*_label("stated"), *stated_parts(plan.stated, plan, screen, screen.width - LABEL))
    if plan.closed:
        out.paragraph(screen.fit(plan.closed), indent=LABEL, first=_label("closed"))
    out.paragraph(_reported_words(plan), indent=LABEL, first=_label("reported"))


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, LABEL - 2), QUIET))


def _add_deciding(out: Page, plan: PlanPage, *, everything: bool) -> Sequence[str]:
    """Add the actions that decide the headline, worst first, and return those that are named.

    If they are every started action, none is named: the reason says so.
    """
    head = plan.headline
    red_or_amber = head.colour in (Colour.RED, Colour.AMBER)
    if not head.deciding or (len(head.deciding) == head.started and not red_or_amber):
        return ()
    most = len(head.deciding) if everything else MOST_DECIDING if red_or_amber else MOST_UNREPORTED
    out.line(*_label("decided by"))
    add_actions(out, plan, head.deciding, most)
    return head.deciding[:most]


def _add_high_priority(out: Page, plan: PlanPage, named: Sequence[str], *, everything: bool) -> None:
    """Add the red actions of high priority: by their ids if they are all named above, else with their titles."""
    reds = plan.headline.high_priority_red
    if set(reds) <= set(named):
        ids: list[tuple[Part, ...]] = [(out.screen.id(id_),) for id_ in reds]
        out.flow(first_few(ids, MOST_RED, everything=everything), indent=LABEL, first=_label("high priority"))
        return
    out.line(*_label("high priority"))
    add_actions(out, plan, reds, len(reds) if everything else MOST_RED)


def add_actions(out: Page, plan: PlanPage, ids: Sequence[str], most: int) -> None:
    """A line for each action: the mark of its colour, its id, its title, and those who answer for it."""
    screen, actions, shown = out.screen, _by_id(plan.actions), ids[:most]
    width = max((cell_len(screen.id(id_)) for id_ in shown), default=0)
    marks = marks_of(plan, screen)
    lines = []
    for row in (actions[id_] for id_ in shown):
        colour = row.rag if row.report_counts else None
        first: tuple[Part, ...] = (_MARGIN, (marks[colour], INK[colour] if colour else ""))
        first += (f"{pad(screen.id(row.id), width)}  ",)
        note = _OVERDUE if row.id in plan.headline.overdue else ""  # its mark says something better
        lines.append(ActionLine(first, row.title, who_words(row.people, screen), note))
    columns = people_column(lines, screen.width - len(_MARGIN) - cell_len(marks[None]) - width - 2)
    for line in lines:
        add_action_line(out, line, columns)
    if len(ids) > len(shown):
        out.line(_MARGIN, (f"and {len(ids) - len(shown)} more (--all lists them)", QUIET))


def _by_id(actions: Iterable[ActionRow]) -> dict[str, ActionRow]:
    """The actions by their ids; of two with one id the first counts."""
    found: dict[str, ActionRow] = {}
    for action in actions:
        found.setdefault(action.id, action)
    return found


def marks_of(plan: PlanPage, screen: Screen) -> dict[str | None, str]:
    """The marks of the plan's colours, equally wide; an action without a colour that counts has that of no report."""
    marks: dict[str | None, str] = {key.colour: screen.key_mark(key) for key in plan.key}
    marks[None] = screen.no_report
    width = max(map(cell_len, marks.values())) + 1
    return {colour: pad(mark, width) for colour, mark in marks.items()}


def _reported_words(plan: PlanPage) -> str:
    rag = plan.rag
    parts = [f"{plan.reported} of {plan.started} started {'action' if plan.started == 1 else 'actions'}"]
    parts += [f"{rag.not_begun} {'starts' if rag.not_begun == 1 else 'start'} later"] if rag.not_begun else []
    parts += [f"{rag.closed} closed"] if rag.closed else []
    return ", ".join(parts)
