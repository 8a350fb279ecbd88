"""The status page: where a plan stands, on a screen or two."""

from typing import Final

from rich.cells import cell_len

from tcplan.rag import AMBER, RED
from tcplan.terminal.page import BADGE, INK, QUIET, STRONG, Page, Part, shortened
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import legend, stated_part
from tcplan.terminal.status_measures import measures
from tcplan.terminal.status_signals import signals
from tcplan.terminal.status_table import table
from tcplan.views.status.rows import PlanPage, StatusPage

LABEL: Final = 17
"""The columns before what is said of the headline: two of margin, and a label."""

MOST_DECIDING, MOST_RED = 24, 6
"""So many are named before the rest is counted."""


def status_text(page: StatusPage, screen: Screen, *, objectives: bool = False, everything: bool = False) -> str:
    """The page as text. `objectives` adds a line for each; `everything` lists what is summed up otherwise."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            out.blank()
            out.line((("─" if screen.symbols else "-") * screen.width, QUIET))
            out.blank()
        _title(out, plan, f"as of {page.as_of}")
        _headline(out, plan, everything=everything)
        table(out, plan, objectives=objectives)
        legend(out, plan)
        measures(out, plan, everything=everything)
        signals(out, plan, everything=everything)
        _others(out, plan)
        if plan.ends and plan.ends < page.as_of:
            out.blank()
            note = f"This plan ended on {plan.ends}; --as-of {plan.ends} shows it as it stood then."
            out.paragraph(note, style=QUIET)
    return out.text()


def _title(out: Page, plan: PlanPage, day: str) -> None:
    fit = out.screen.fit
    out.paragraph(fit(plan.title), style=STRONG)
    facts = (fit(plan.institution), fit(plan.period), day)
    out.flow([(fact,) for fact in facts], gap=" · " if out.screen.symbols else " | ")
    out.blank()


def _headline(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """The computed headline with what decided it, and beside it what somebody stated."""
    head, screen = plan.headline, out.screen
    badge = f" {screen.mark(head.colour)}  {head.words.upper()} "
    out.paragraph(head.reason, indent=len(badge) + 2, first=((badge, BADGE[head.colour]), "  "))
    out.blank()
    if head.deciding and (len(head.deciding) < head.started or head.colour in (RED, AMBER)):
        pieces = shortened(_deciding(plan, screen), MOST_DECIDING, everything=everything)
        out.flow(pieces, indent=LABEL, first=_label("decided by"))
    titles = {action.id: action.title for action in plan.actions}
    reds: list[tuple[Part, ...]] = []
    for id_ in head.high_priority_red:
        title = screen.cut(f"{screen.mark(RED)} {screen.id(id_)}  {screen.fit(titles[id_])}", screen.width - LABEL)
        reds.append(((title, INK[RED]),))
    for number, red in enumerate(shortened(reds, MOST_RED, everything=everything)):
        out.line(*_label("" if number else "high priority"), *red)
    if plan.stated:
        out.line(*_label("stated"), stated_part(plan.stated, plan, screen, screen.width - LABEL))
    if plan.closed:
        out.paragraph(screen.fit(plan.closed), indent=LABEL, first=_label("closed"))
    out.paragraph(_reported(plan), indent=LABEL, first=_label("reported"))


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, LABEL - 2), QUIET))


def _deciding(plan: PlanPage, screen: Screen) -> list[tuple[Part, ...]]:
    """The actions behind the headline, those of one stated colour together behind its mark."""
    rag = {action.id: action.rag for action in plan.actions if action.report_counts}
    marks = {key.colour: f"{screen.key_mark(key)} " for key in plan.key}
    pieces: list[tuple[Part, ...]] = []
    for colour in dict.fromkeys(rag.get(id_) for id_ in plan.headline.deciding):
        style, mark = (INK[colour], marks[colour]) if colour else ("", "")
        for id_ in plan.headline.deciding:
            if rag.get(id_) == colour:
                pieces.append(((f"{mark}{screen.id(id_)}", style),))
                mark = ""
    return pieces


def _reported(plan: PlanPage) -> str:
    rag = plan.rag
    parts = [f"{plan.reported} of {plan.started} started actions"]
    parts += [f"{rag.not_begun} not begun"] if rag.not_begun else []
    parts += [f"{rag.closed} closed"] if rag.closed else []
    return ", ".join(parts)


def _others(out: Page, plan: PlanPage) -> None:
    """One line for each other plan of the institution."""
    if not plan.other_plans:
        return
    ended = any(other.ended for other in plan.other_plans)
    out.heading("Other plans", "what has ended, as it stood then" if ended else "")
    for other in plan.other_plans:
        mark = f"{out.screen.mark(other.colour)} {other.words}"
        period = out.screen.fit(other.period)
        title = f"{out.screen.fit(other.plan)}  {out.screen.fit(other.title)}"
        room = out.screen.width - 6 - cell_len(period) - len(mark)
        out.line("  ", out.screen.cut(title, room), "  ", (period, QUIET), "  ", (mark, INK[other.colour]))
