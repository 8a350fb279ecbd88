"""What has moved in a plan as a whole, on a screen: the totals of both days, the headlines, and the measures."""

from collections.abc import Iterator, Sequence
from typing import Final

from tcplan.terminal.action_lines import who_words
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import counted_names, marks_by_name
from tcplan.views.movement.rows import LevelHeadlineRow, LevelMoveRow, MeasureMoveRow, MovementRow, TotalsRow
from tcplan.views.status.rows import PlanPage

SHORT_LIST: Final = 12
"""How many rows of a list are shown unless everything is asked for."""

_DIFFERENCE: Final = "difference"
_ACTIONS: Final = 8
"""The columns of the number of all actions."""

_LONGEST_LABEL: Final = 20
_WAYS: Final = {True: "towards", False: "away from", None: "with"}


def add_totals(out: Page, plan: PlanPage, moved: MovementRow, before: TotalsRow) -> None:
    """Add both totals and their difference, in the columns that are not empty."""
    marks, after = marks_by_name(plan, out.screen), moved.after
    names = [name for name in counted_names(plan) if getattr(before, name) or getattr(after, name)]
    width = len(str(max(before.actions, after.actions))) + 3
    head: list[Part] = [(pad(marks[name].letter, width, right=True), marks[name].style) for name in names]
    out.line(" " * (2 + len(_DIFFERENCE)), *head, (pad("actions", _ACTIONS + 1, right=True), QUIET))
    both = zip(_labels(moved), (before, after), strict=True)
    rows = [(label, [getattr(totals, name) for name in (*names, "actions")]) for label, totals in both]
    for label, numbers in rows:
        out.line(*_total_line(label, list(map(str, numbers)), width))
    differences = [_signed(now - was) for was, now in zip(rows[0][1], rows[1][1], strict=True)]
    out.line(*_total_line(_DIFFERENCE, differences, width))
    reports = {0: "no action has a report", 1: "1 action has a report"}.get(
        moved.reports, f"{moved.reports} actions have reports"
    )
    out.line("  ", (f"{reports} since", QUIET))


def _labels(moved: MovementRow) -> tuple[str, str]:
    """The two days; where they are one, a commit is compared with the files of today."""
    days = str(moved.since.day), str(moved.until)
    return days if days[0] != days[1] else ("before", "now")


def _total_line(label: str, numbers: Sequence[str], width: int) -> Iterator[Part]:
    *counts, actions = numbers
    yield from ("  ", pad(label, len(_DIFFERENCE)))
    yield from (pad(one, width, right=True) for one in counts)
    yield pad(actions, _ACTIONS + 1, right=True)


def _signed(number: int) -> str:
    return f"{number:+d}" if number else "0"


def add_levels(out: Page, moved: MovementRow, *, everything: bool) -> None:
    """Add the headlines that are others than before, computed or stated."""
    rows = [row for row in moved.levels if row.moved]
    if not rows:
        return
    out.heading("Headlines")
    for row in rows if everything else rows[:SHORT_LIST]:
        out.line("  ", (_name_of(row, out.screen), STRONG))
        was, now = (_computed(one, out.screen) for one in (row.before, row.after))
        out.line("    ", *was, (arrow(out.screen), QUIET), *now)
        stated = [one.stated if one else None for one in (row.before, row.after)]
        if stated[0] != stated[1]:
            before, after = (out.screen.cut(out.screen.fit(one or "nothing"), _LONGEST_LABEL) for one in stated)
            out.line("    ", ("stated: ", QUIET), f"{before}{arrow(out.screen)}{after}")
    add_rest(out, len(rows), everything=everything)


def add_rest(out: Page, count: int, *, everything: bool) -> None:
    """Add how many rows of a list are not shown."""
    if count > SHORT_LIST and not everything:
        out.line("  ", (f"and {count - SHORT_LIST} more (--all lists them)", QUIET))


def _name_of(row: LevelMoveRow, screen: Screen) -> str:
    if row.id is None:
        return "Whole plan"
    return screen.cut(f"{screen.id(row.id)}  {screen.fit(row.title)}", screen.width - 2)


def _computed(row: LevelHeadlineRow | None, screen: Screen) -> tuple[Part, ...]:
    if row is None:
        return ("not in the plan",)
    return (screen.mark(row.colour), INK[row.colour]), f" {row.words}"


def add_measures(out: Page, rows: Sequence[MeasureMoveRow], *, everything: bool) -> None:
    """Add the measures with another reading, each with the people of the entries that name it."""
    if not rows:
        return
    screen = out.screen
    out.heading("Measures", f"{len(rows)} with another last reading")
    for row in rows if everything else rows[:SHORT_LIST]:
        out.line("  ", (screen.cut(screen.fit(row.title), screen.width - 2), STRONG))
        before, after = _reading(row.before, row.before_on), _reading(row.after, row.after_on)
        target = f", {_WAYS[row.better]} the target of {row.target} by {row.target_by}" if row.target else ""
        out.paragraph(screen.fit(f"{before}{arrow(screen)}{after}{target}"), indent=4)
        out.line("    ", (screen.cut(who_words(row.people, screen), screen.width - 4), QUIET))
    add_rest(out, len(rows), everything=everything)


def _reading(value: str | None, day: str | None) -> str:
    return f"{value} ({day})" if value else "no reading"


def arrow(screen: Screen) -> str:
    """What stands between before and after."""
    return " → " if screen.symbols else " -> "
