"""The list of actions, on a terminal."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.plan_title import add_plan_title, add_rule
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import CLOSED, LONGEST_LABEL, NOT_BEGUN, UNREPORTED
from tcplan.values.rag import NOT_REPORTED, Colour
from tcplan.views.action_list.page import ActionListPage, ActionListPlanRow
from tcplan.views.action_list.words import count_words, due_words, who_words
from tcplan.views.status.rows import ActionRow

_HEADINGS: Final = ("title", "lead or owners", "due", "last report")
_WIDEST_WHO: Final = 24
"""The columns for names, if as many as these are left for the title."""

_NARROWEST_TITLE: Final = 20
_LONGEST_DUE: Final = 16
"""What is typed in place of a date is cut to this; dates are shorter."""


def action_list_text(page: ActionListPage, screen: Screen) -> str:
    """The page as text: a line for each action; titles are cut, ids and dates never."""
    out = Page(screen)
    for number, plan in enumerate(page.plans):
        if number:
            add_rule(out)
        add_plan_title(out, plan.head, f"as of {page.as_of}")
        out.blank()
        out.paragraph(screen.fit(count_words(plan)))
        if plan.actions:
            out.blank()
            _add_rows(out, plan)
            _add_legend(out, plan)
    return out.text()


def _add_rows(out: Page, plan: ActionListPlanRow) -> None:
    """A line for each action. Names that are too long for a column of their own are in full on the next line."""
    screen, rows = out.screen, plan.actions
    ids = _width([screen.id(row.id) for row in rows])
    dues = [_due(screen, row) for row in rows]
    reports = [_report(row) for row in rows]
    names = [screen.fit(who_words(row)) for row in rows]
    due, report = _width([_HEADINGS[2], *dues]), _width([_HEADINGS[3], *reports])
    marks = _marks(screen, plan)
    first = 2 + cell_len(screen.mark(Colour.GREEN)) + 2 + ids + 2
    left = screen.width - first - 2 - due - 2 - report
    most = min(_WIDEST_WHO, left - _NARROWEST_TITLE - 2)
    who = max((size for size in map(cell_len, (_HEADINGS[1], *names)) if size <= most), default=0)
    room = left - (who + 2 if who else 0)
    _add_headings(out, first, room, (who, due, report))
    for row, name, day, reported in zip(rows, names, dues, reports, strict=True):
        fits = cell_len(name) <= who
        wide = room if fits else left
        beside = (pad(name, who), "  ") if fits and who else ()
        title = pad(screen.cut(screen.fit(row.title), wide), wide)
        mark = ("  ", marks[row.counts_as], "  ", (pad(screen.id(row.id), ids), STRONG), "  ")
        out.line(*mark, title, "  ", *beside, pad(day, due), "  ", reported)
        if not fits:
            out.paragraph(name, indent=first, style=QUIET)
        if row.counts_as == NOT_BEGUN or (row.counts_as == UNREPORTED and row.rag):
            out.paragraph(screen.fit(row.state), indent=first, style=QUIET)


def _add_headings(out: Page, first: int, room: int, widths: tuple[int, int, int]) -> None:
    title, who, due, report = _HEADINGS
    cells = [pad(title, room)]
    cells += [pad(words, width) for words, width in zip((who, due, report), widths, strict=True) if width]
    out.line((" " * first + "  ".join(cells), QUIET))


def _add_legend(out: Page, plan: ActionListPlanRow) -> None:
    """What the marks that are there mean: the plan's own key, and what has no colour."""
    screen, rows = out.screen, plan.actions
    counted = {row.counts_as for row in rows}
    pieces: list[tuple[Part, ...]] = [
        ((screen.key_mark(key), INK[key.colour]), f" {screen.cut(screen.fit(key.label), LONGEST_LABEL)}")
        for key in plan.key
        if key.colour in counted
    ]
    for mark, words, there in (
        (screen.no_report, NOT_REPORTED, UNREPORTED in counted),
        ("+", "starts later", NOT_BEGUN in counted),
        ("x", "closed", CLOSED in counted),
        ("due !", "overdue", any(row.overdue for row in rows)),
        ("last report !", "a report is owed", any(row.owes_report for row in rows)),
    ):
        if there:
            pieces.append(((mark, QUIET), f" {words}"))
    out.blank()
    out.flow(pieces, indent=7, gap="   ", first=(("  key  ", QUIET),))


def _marks(screen: Screen, plan: ActionListPlanRow) -> dict[str, Part]:
    """The mark of each colour of the plan, and that of an action without one, all of one width."""
    width = cell_len(screen.mark(Colour.GREEN))
    marks: dict[str, Part] = {key.colour: (pad(screen.key_mark(key), width), INK[key.colour]) for key in plan.key}
    others = {UNREPORTED: screen.no_report, NOT_BEGUN: "+", CLOSED: "x"}
    return {**marks, **{name: (pad(mark, width), QUIET) for name, mark in others.items()}}


def _due(screen: Screen, row: ActionRow) -> str:
    return screen.cut(screen.fit(due_words(row)) or "-", _LONGEST_DUE) + (" !" if row.overdue else "")


def _report(row: ActionRow) -> str:
    return f"{row.reported_on or '-'}{' !' if row.owes_report else ''}"


def _width(cells: Sequence[str]) -> int:
    return max(map(cell_len, cells))
