"""The status page: the state of a plan, on a screen or two."""

from collections.abc import Callable
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import BADGE, INK, QUIET, STRONG, Page, Part, first_few
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_deadlines import add_deadlines
from tcplan.terminal.status_marks import legend, stated_part
from tcplan.terminal.status_measures import measures
from tcplan.terminal.status_signals import signals
from tcplan.terminal.status_table import table
from tcplan.values.rag import Colour
from tcplan.views.status.rows import PlanPage, StatusPage

LABEL: Final = 17
"""The columns before the facts of the headline: two of margin, and a label."""

MOST_DECIDING, MOST_TITLED, MOST_RED = 24, 8, 6
"""How many are named before the rest is counted."""

_OVERDUE: Final = " (overdue)"


AddParts = Callable[[Page, PlanPage], None]
"""Adds more to the page of a plan, such as what has moved, after its headline."""


def status_text(
    page: StatusPage,
    screen: Screen,
    *,
    objectives: bool = False,
    everything: bool = False,
    more: AddParts | None = None,
) -> str:
    """The page as text. `objectives` adds a line for each; `everything` lists what is usually summed up."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            out.blank()
            out.line((("─" if screen.symbols else "-") * screen.width, QUIET))
            out.blank()
        _add_title(out, plan, f"as of {page.as_of}")
        add_deadlines(out, plan)
        out.blank()
        _add_headline(out, plan, everything=everything)
        if more:
            more(out, plan)
        table(out, plan, objectives=objectives)
        legend(out, plan)
        measures(out, plan, everything=everything)
        signals(out, plan, everything=everything)
        _add_other_plans(out, plan)
        if plan.ends and plan.ends < page.as_of:
            out.blank()
            note = f"This plan ended on {plan.ends}; --as-of {plan.ends} shows it as it was then."
            out.paragraph(note, style=QUIET)
    return out.text()


def _add_title(out: Page, plan: PlanPage, day: str) -> None:
    fit = out.screen.fit
    out.paragraph(fit(plan.title), style=STRONG)
    facts = (out.screen.cut(fit(plan.institution), out.screen.width), fit(plan.period), day)
    out.flow([(fact,) for fact in facts if fact], gap=" · " if out.screen.symbols else " | ")


def _add_headline(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """The computed headline with what decided it, and beside it what somebody stated."""
    head, screen = plan.headline, out.screen
    badge = f" {screen.mark(head.colour)}  {head.words.upper()} "
    out.paragraph(head.reason, indent=len(badge) + 2, first=((badge, BADGE[head.colour]), "  "))
    out.blank()
    _add_deciding(out, plan, everything=everything)
    above = head.deciding if len(head.deciding) <= MOST_TITLED or everything else ()
    reds = [_action_parts(out, plan, id_, titled=id_ not in above) for id_ in head.high_priority_red]
    for number, red in enumerate(first_few(reds, MOST_RED, everything=everything)):
        out.line(*_label("" if number else "high priority"), *red)
    if plan.stated:
        out.line(*_label("stated"), stated_part(plan.stated, plan, screen, screen.width - LABEL))
    if plan.closed:
        out.paragraph(screen.fit(plan.closed), indent=LABEL, first=_label("closed"))
    out.paragraph(_reported_words(plan), indent=LABEL, first=_label("reported"))


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, LABEL - 2), QUIET))


def _add_deciding(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """The actions that decide the headline: a few with their titles, many by their ids."""
    head = plan.headline
    red_or_amber = head.colour in (Colour.RED, Colour.AMBER)
    if not head.deciding or (len(head.deciding) == head.started and not red_or_amber):
        return
    if red_or_amber and (len(head.deciding) <= MOST_TITLED or everything):
        for number, id_ in enumerate(head.deciding):
            out.line(*_label("" if number else "decided by"), *_action_parts(out, plan, id_, titled=True))
        return
    pieces = first_few(_ids_by_colour(plan, out.screen), MOST_DECIDING, everything=everything)
    out.flow(pieces, indent=LABEL, first=_label("decided by"))


def _action_parts(out: Page, plan: PlanPage, id_: str, *, titled: bool) -> tuple[Part, ...]:
    """One action with the mark of its colour and perhaps its title, on one line."""
    action = next(one for one in plan.actions if one.id == id_)
    colour = action.rag if action.report_counts else None
    marks = {key.colour: f"{out.screen.key_mark(key)} " for key in plan.key}
    words = f"{marks.get(colour or '', '')}{out.screen.id(id_)}"
    words += f"  {out.screen.fit(action.title)}" if titled else ""
    if id_ in plan.headline.overdue:  # counted as at risk, although its mark says something better
        words = f"{out.screen.cut(words, out.screen.width - LABEL - len(_OVERDUE))}{_OVERDUE}"
    return ((out.screen.cut(words, out.screen.width - LABEL), INK[colour] if colour else ""),)


def _ids_by_colour(plan: PlanPage, screen: Screen) -> list[tuple[Part, ...]]:
    """The ids of the actions that decide the headline, grouped by stated colour after its mark."""
    rag = {action.id: action.rag for action in plan.actions if action.report_counts}
    marks = {key.colour: f"{screen.key_mark(key)} " for key in plan.key}
    pieces: list[tuple[Part, ...]] = []
    for colour in dict.fromkeys(rag.get(id_) for id_ in plan.headline.deciding):
        style, mark = (INK[colour], marks[colour]) if colour else ("", "")
        for id_ in plan.headline.deciding:
            if rag.get(id_) == colour:
                late = _OVERDUE if id_ in plan.headline.overdue else ""
                pieces.append(((f"{mark}{screen.id(id_)}{late}", style),))
                mark = ""
    return pieces


def _reported_words(plan: PlanPage) -> str:
    rag = plan.rag
    parts = [f"{plan.reported} of {plan.started} started {'action' if plan.started == 1 else 'actions'}"]
    parts += [f"{rag.not_begun} {'starts' if rag.not_begun == 1 else 'start'} later"] if rag.not_begun else []
    parts += [f"{rag.closed} closed"] if rag.closed else []
    return ", ".join(parts)


def _add_other_plans(out: Page, plan: PlanPage) -> None:
    """One line for each other plan of the institution."""
    if not plan.other_plans:
        return
    ended = any(other.ended for other in plan.other_plans)
    out.heading("Other plans", "those that have ended are shown as they were then" if ended else "")
    for other in plan.other_plans:
        mark = f"{out.screen.mark(other.colour)} {other.words}"
        period = out.screen.fit(other.period)
        title = f"{out.screen.fit(other.plan)}  {out.screen.fit(other.title)}"
        room = out.screen.width - 6 - cell_len(period) - len(mark)
        out.line("  ", out.screen.cut(title, room), "  ", (period, QUIET), "  ", (mark, INK[other.colour]))
