"""The table of a status page: a line for each pillar, objective or other group, computed and stated."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part, wrap_title
from tcplan.terminal.screen import Screen, pad
from tcplan.terminal.status_marks import (
    CountMark,
    bar_parts,
    bar_scale,
    counted_names,
    least_bar,
    marks_by_name,
    stated_parts,
)
from tcplan.views.status.grouping import Grouping
from tcplan.views.status.rows import GroupRow, PlanPage, TallyRow

GAP: Final = "  "
LEAST_TITLE, MOST_BAR, SHORT_BAR, MOST_ID, LEAST_HEADLINE, TITLE_LINES = 20, 24, 8, 16, 3, 3
OVERLAPS: Final = {
    Grouping.THEME: "An action counts under each of its themes.",
    Grouping.OWNER: "An action counts under its lead and under each of its owners.",
}
"""What is said where an action may be in several groups."""

COMPUTED, STATED, REPORTED, WHOLE = "computed", "stated", "reported", "whole plan"


@dataclass(frozen=True, slots=True)
class TableLine:
    """A group with the depth of its indentation."""

    group: GroupRow
    depth: int = 0


@dataclass(frozen=True, slots=True)
class TableColumns:
    """How wide everything is, and for how many actions a symbol of a bar stands.

    `counted` are the numbers with a column: those that are not zero everywhere.
    """

    id: int
    title: int
    headline: int
    bar: int
    scale: int
    counted: tuple[str, ...]
    number: int
    reported: int


def table(out: Page, plan: PlanPage, *, objectives: bool = False, brief: bool = False) -> None:
    """Add the groups with their headlines and counts, and the whole plan below them.

    In a brief page each group has one line, without a bar, and nothing is said of it besides.
    """
    lines = list(_lines(plan, objectives=objectives))
    if not lines:
        return
    columns, marks = _columns(plan, lines, out.screen, bars=not brief), marks_by_name(plan, out.screen)
    if not brief:
        out.heading(_heading(plan))
    out.line(*_head(columns, marks, out.screen))
    for line in lines:
        indent = 2 + (columns.id + 2 if columns.id else 0) + 2 * line.depth
        first, *more = _title(line, columns, out.screen, most=1 if brief else TITLE_LINES)
        out.line(*_row(line, first, columns, marks, out.screen))
        for words in more:
            out.line(" " * indent, (words, _style(line)))
        if line.group.stated and not brief:
            room = out.screen.width - indent - len("stated ")
            out.line(" " * indent, ("stated ", QUIET), *stated_parts(line.group.stated, plan, out.screen, room))
        if line.group.closed and not brief:
            out.paragraph(out.screen.fit(line.group.closed), indent=indent, style=QUIET)
    if plan.groups:
        out.line(*_total(plan, columns, marks))
    _add_notes(out, plan, columns)


def _heading(plan: PlanPage) -> str:
    if not plan.groups:
        return "All actions"
    return f"By {'due date' if plan.grouped_by == Grouping.DUE else plan.grouped_by}"


def _add_notes(out: Page, plan: PlanPage, columns: TableColumns) -> None:
    """Add what has to be known to read the bars and the numbers."""
    if columns.scale > 1:
        words = f"A mark under {STATED} stands for up to {columns.scale} actions; the numbers beside it are exact."
        out.paragraph(words, indent=2, style=QUIET)
    if plan.overlapping:
        out.paragraph(OVERLAPS[Grouping(plan.grouped_by)], indent=2, style=QUIET)


def _lines(plan: PlanPage, *, objectives: bool) -> Iterator[TableLine]:
    below = objectives and plan.grouped_by == Grouping.PILLAR
    if not plan.groups and plan.counts.actions:
        signals = len({one.subject for one in plan.signals})
        yield TableLine(
            GroupRow("plan", None, WHOLE, plan.headline, plan.rag, plan.counts.actions, signals, None, None)
        )
    for group in plan.groups:
        yield TableLine(group)
        if below:
            yield from (TableLine(one, 1) for one in plan.objectives if one.pillar == group.id)
    if below and all(group.id for group in plan.groups):
        yield from (TableLine(one) for one in plan.objectives if one.pillar is None)


def _whole_plan(plan: PlanPage) -> GroupRow:
    """All actions of a plan without groups, as one."""
    return GroupRow(
        level="plan",
        id=None,
        title=WHOLE,
        headline=plan.headline,
        tally=plan.rag,
        actions=plan.counts.actions,
        signals=len(plan.signals),
        stated=None,
        closed=None,
    )


def _columns(plan: PlanPage, lines: list[TableLine], screen: Screen, *, bars: bool) -> TableColumns:
    """The widths: the bar gets a symbol for each action if the title still has room, and the title gets the rest."""
    groups = [line.group for line in lines]
    id_ = min(MOST_ID, max(len(screen.fit(group.id or "")) for group in groups))
    headline = max(len(_headline(group, screen)) for group in groups)
    counted = tuple(name for name in counted_names(plan) if getattr(plan.rag, name))
    number = len(str(max(vars(plan.rag).values()))) + 1
    reported = max(len(f"{plan.reported}/{plan.started}"), len(REPORTED))
    taken = 2 + (id_ + 2 if id_ else 0) + 3 * len(GAP) + len(counted) * number + reported
    headline = max(LEAST_HEADLINE, min(headline, screen.width - taken - len(WHOLE)))
    room = screen.width - taken - headline
    longest = max(len(WHOLE), *(cell_len(screen.fit(line.group.title)) + 2 * line.depth for line in lines))
    tallies = [group.tally for group in groups]
    bar = _bar_width(tallies, room - len(GAP), longest) if bars else 0
    scale = bar_scale(tallies, bar) if bar else 1
    title = min(longest, room - len(GAP) - bar if bar else room)
    return TableColumns(id_, max(title, len(WHOLE)), headline, bar, scale, counted, number, reported)


def _bar_width(tallies: list[TallyRow], room: int, longest: int) -> int:
    """A symbol for each action; if that is too long, what titles leave of it; none if titles would have no room."""
    actions, shortest = max(sum(vars(tally).values()) for tally in tallies), max(len(STATED), least_bar(tallies))
    least = min(longest, LEAST_TITLE)
    is_exact = actions <= min(MOST_BAR, room - least)
    width = max(shortest, actions if is_exact else min(MOST_BAR, max(SHORT_BAR, room - longest)))
    return min(width, room - least) if room - least >= shortest else 0


def _head(columns: TableColumns, marks: dict[str, CountMark], screen: Screen) -> Iterator[Part]:
    yield " " * (2 + (columns.id + 2 if columns.id else 0) + columns.title) + GAP
    yield pad(screen.cut(COMPUTED, columns.headline), columns.headline) + GAP, QUIET
    yield (pad(STATED, columns.bar) + GAP if columns.bar else ""), QUIET
    for name in columns.counted:
        yield pad(marks[name].letter, columns.number, right=True), marks[name].style
    yield GAP + pad(REPORTED, columns.reported, right=True), QUIET


def _title(line: TableLine, columns: TableColumns, screen: Screen, most: int) -> list[str]:
    """The title in as many lines as it needs, up to a number of them."""
    return wrap_title(screen.fit(line.group.title), columns.title - 2 * line.depth, screen, most)


def _style(line: TableLine) -> str:
    return "" if line.depth else STRONG


def _row(
    line: TableLine, title: str, columns: TableColumns, marks: dict[str, CountMark], screen: Screen
) -> Iterator[Part]:
    group, style = line.group, _style(line)
    yield "  "
    if columns.id:
        yield pad(screen.cut(screen.fit(group.id or ""), columns.id), columns.id) + GAP, style
    yield pad("  " * line.depth + title, columns.title) + GAP, style
    mark = screen.mark(group.headline.colour)
    yield mark, INK[group.headline.colour]
    headline = screen.cut(_headline(group, screen), columns.headline)
    yield pad(headline, columns.headline).removeprefix(mark) + GAP
    if columns.bar:
        yield from bar_parts(group.tally, columns.bar, columns.scale, marks)
        yield GAP
    yield from _numbers(group.tally, columns, marks)
    yield pad(f"{group.headline.reported}/{group.headline.started}", columns.reported + len(GAP), right=True)


def _total(plan: PlanPage, columns: TableColumns, marks: dict[str, CountMark]) -> Iterator[Part]:
    width = (columns.id + 2 if columns.id else 0) + columns.title
    yield "  " + pad(WHOLE, width) + GAP, QUIET
    yield " " * (columns.headline + len(GAP) + (columns.bar + len(GAP) if columns.bar else 0))
    yield from _numbers(plan.rag, columns, marks)
    yield pad(f"{plan.reported}/{plan.started}", columns.reported + len(GAP), right=True)


def _numbers(tally: TallyRow, columns: TableColumns, marks: dict[str, CountMark]) -> Iterator[Part]:
    for name in columns.counted:
        count = getattr(tally, name)
        yield pad(str(count) if count else "", columns.number, right=True), marks[name].style


def _headline(group: GroupRow, screen: Screen) -> str:
    return f"{screen.mark(group.headline.colour)} {group.headline.words}"
