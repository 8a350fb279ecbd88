"""What became of the actions of one plan in the next, on a terminal."""

from collections.abc import Mapping
from typing import Final

from rich.cells import cell_len

from tcplan.comparison.trajectory import Trajectory
from tcplan.terminal.page import INK, QUIET, STRONG, Page
from tcplan.terminal.screen import Screen, pad
from tcplan.views.trajectory import EarlierActionRow, LinkRow, RateRow, TrajectoryPage, TransitionRow

HEADINGS: Final[Mapping[Trajectory, tuple[str, str]]] = {
    Trajectory.CONTINUED: ("Continued", "identical or extended, or it is not stated how"),
    Trajectory.RELATED: ("Related", "narrowed or related"),
    Trajectory.STOPPED: ("Stopped", "nothing continues it"),
    Trajectory.UNKNOWN: ("Unknown", "only what it belongs to is continued"),
}
"""What each class of earlier actions is called, and what it means, in the order in which they are printed."""

WORST_TITLE: Final = 20
"""A title is not cut to less; its successors take another line instead."""


def trajectory_text(page: TrajectoryPage, screen: Screen) -> str:
    """The page as text: for each step its plans, its rates, and its actions by what became of them."""
    out = Page(screen)
    for number, one in enumerate(page.transitions):
        if number:
            out.blank()
        _add_title(out, one, f"as of {page.as_of}")
        _add_rates(out, one)
        for trajectory in HEADINGS:
            _add_class(out, one, trajectory)
        _add_new(out, one)
    return out.text()


def _add_title(out: Page, one: TransitionRow, day: str) -> None:
    fit, gap = out.screen.fit, " · " if out.screen.symbols else " | "
    names = " and ".join(fit(plan.plan) for plan in one.earlier)
    out.paragraph(f"From {names} to {fit(one.later.plan)}", style=STRONG)
    out.flow([(fit(one.institution),), (day,)], gap=gap)
    out.blank()
    for plan in (*one.earlier, one.later):
        looked = "" if plan is one.later else f", as it was on {plan.day}"
        facts = f"{plan.actions} {'action' if plan.actions == 1 else 'actions'}{looked}"
        title = out.screen.cut(fit(plan.title), max(WORST_TITLE, out.screen.width - 6 - len(plan.plan) - len(facts)))
        out.line("  ", fit(plan.plan), "  ", title, "  ", (facts, QUIET))
    for plan in one.earlier:
        if plan.proposed:
            out.paragraph(_proposed_words(fit(plan.plan), plan.proposed), indent=2, style=QUIET)


def _proposed_words(plan: str, count: int) -> str:
    """That closing colours are those of tcplan: a reader would take them for the outcome of a review."""
    which = "1 closing colour is" if count == 1 else f"{count} closing colours are"
    return (
        f"In {plan}, {which} proposed from the last report, not stated in a review: green for complete, red for off "
        "track or not started, amber for all else, so also for what is on track."
    )


def _add_rates(out: Page, one: TransitionRow) -> None:
    out.heading("Rates", "docs/trajectory.md says what each counts")
    longest = max(len(rate.name) for rate in one.rates)
    for rate in one.rates:
        out.line("  ", pad(rate.name, longest), "  ", pad(_percent(rate), 7, right=True), "  ", (_counted(rate), QUIET))


def _percent(rate: RateRow) -> str:
    return "-" if rate.percent is None else f"{rate.percent:g}%"


def _counted(rate: RateRow) -> str:
    if rate.name != "growth":
        return f"{rate.part} of {rate.whole} {rate.words.removeprefix('of the ')}"
    more = "fewer" if rate.part < 0 else "more"
    return f"{abs(rate.part)} {more} than the {rate.whole} of the earlier plan"


def _add_new(out: Page, one: TransitionRow) -> None:
    new = [row for row in one.later_actions if row.trajectory is Trajectory.NEW]
    if new:
        out.heading(f"New ({len(new)})", "continues nothing of the earlier plan")
    for row in new:
        id_ = out.screen.id(row.id)
        out.line("  ", id_, "  ", out.screen.cut(out.screen.fit(row.title), out.screen.width - 4 - cell_len(id_)))


def _add_class(out: Page, one: TransitionRow, trajectory: Trajectory) -> None:
    found = [row for row in one.earlier_actions if row.trajectory is trajectory]
    if found:
        words, meaning = HEADINGS[trajectory]
        out.heading(f"{words} ({len(found)})", meaning)
    several = len(one.earlier) > 1
    for row in found:
        _add_action(out, row, several=several)


def _add_action(out: Page, row: EarlierActionRow, *, several: bool) -> None:
    """Its mark, id and title, then what continues it, on the same line if there is room."""
    screen = out.screen
    mark = screen.mark(row.rag) if row.rag else pad(screen.no_report, len(screen.mark("green")))
    id_ = screen.id(row.ref if several else row.id)
    arrow = "→ " if screen.symbols else "-> "
    successors = arrow + ", ".join(_link_words(screen, link) for link in row.continued_by) if row.continued_by else ""
    used = 2 + cell_len(mark) + 2 + cell_len(id_) + 2
    room = screen.width - used - (cell_len(successors) + 2 if successors else 0)
    fits = room >= WORST_TITLE
    title = screen.cut(screen.fit(row.title), room if fits else screen.width - used)
    out.line(
        "  ", (mark, INK[row.rag] if row.rag else ""), "  ", id_, "  ", title, "  " if fits else "", successors * fits
    )
    if successors and not fits:
        out.paragraph(successors, indent=used)


def _link_words(screen: Screen, link: LinkRow) -> str:
    return screen.id(link.ref) + (f" ({link.how})" if link.how else "")
