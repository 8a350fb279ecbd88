"""The status page: where a plan stands, on a screen or two."""

from tcplan.rag import COMPLETE, NOT_REPORTED
from tcplan.terminal.page import BADGE, INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_measures import measures
from tcplan.terminal.status_signals import signals
from tcplan.terminal.status_table import table
from tcplan.views.status_rows import HeadlineRow, PlanPage, StatedRow, StatusPage

LABEL = 11
"""The columns that the labels beside the headline take."""


def status_text(page: StatusPage, screen: Screen, *, objectives: bool = False, everything: bool = False) -> str:
    """The page as text. `objectives` adds a line for each; `everything` lists what is summed up otherwise."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            out.blank()
            out.line(("─" if screen.symbols else "-") * screen.width, QUIET)
            out.blank()
        _title(out, plan, f"as of {page.as_of}")
        _headline(out, plan)
        table(out, plan, objectives=objectives)
        _legend(out, plan)
        measures(out, plan, everything=everything)
        signals(out, plan, everything=everything)
        _others(out, plan)
        if plan.ends and plan.ends < page.as_of:
            out.blank()
            out.paragraph(f"This plan ended on {plan.ends}; --as-of {plan.ends} shows it as it stood then.", style=QUIET)
    return out.text()


def _title(out: Page, plan: PlanPage, day: str) -> None:
    fit = out.screen.fit
    out.paragraph(fit(plan.title), style=STRONG)
    facts = (fit(plan.institution), plan.period, day)
    out.flow([(fact,) for fact in facts], indent=0, gap=" · " if out.screen.symbols else " | ")
    out.blank()


def _headline(out: Page, plan: PlanPage) -> None:
    """The computed headline with what decided it, and beside it what somebody stated."""
    head, screen = plan.headline, out.screen
    badge = f" {screen.mark(head.colour)}  {head.words.upper()} "
    out.paragraph(head.reason, indent=len(badge) + 2, first=((badge, BADGE[head.colour]), "  "))
    if plan.closed:
        _labelled(out, "closed", screen.fit(plan.closed))
    if plan.stated:
        _labelled(out, "stated", *stated_parts(plan.stated, plan, screen))
    _deciding(out, plan, head)
    titles = {action.id: action.title for action in plan.actions}
    for number, id_ in enumerate(head.high_priority_red):
        title = f"{id_}  {screen.fit(titles[id_])}"
        _labelled(out, "" if number else "high red", (screen.cut(title, screen.width - LABEL - 2), INK["red"]))
    _labelled(out, "reported", _reported(plan))


def _deciding(out: Page, plan: PlanPage, head: HeadlineRow) -> None:
    """The actions behind the headline, unless they are all that have started."""
    if not head.deciding or len(head.deciding) == head.started:
        return
    rag = {action.id: action.rag for action in plan.actions if action.report_counts}
    words = " because" if len(head.deciding) > 1 else "because"
    del words
    pieces: list[tuple[Part, ...]] = []
    for id_ in head.deciding:
        colour = rag.get(id_)
        pieces.append(((id_, INK[colour] if colour else ""),))
    out.line("  ", (pad("decided by", LABEL), QUIET))
    out.flow(pieces, indent=LABEL + 2, gap="  ")


def _labelled(out: Page, label: str, *parts: Part) -> None:
    out.line("  ", (pad(label, LABEL), QUIET), *parts)


def stated_parts(stated: StatedRow, plan: PlanPage, screen: Screen) -> tuple[Part, ...]:
    """What somebody stated, in the plan's own key, with the day and the name."""
    key = next(entry for entry in plan.key if entry.colour == stated.colour)
    mark = f"{key.symbol} {key.letter}" if screen.symbols else key.letter
    by = f" by {screen.fit(stated.by)}" if stated.by else ""
    return ((f"{mark} {screen.fit(stated.label)}", INK[stated.colour]), f" on {stated.date}{by}")


def _reported(plan: PlanPage) -> str:
    rag = plan.rag
    parts = [f"{plan.reported} of {plan.started} started actions"]
    parts += [f"{rag.not_begun} not begun"] if rag.not_begun else []
    parts += [f"{rag.closed} closed"] if rag.closed else []
    return ", ".join(parts)
