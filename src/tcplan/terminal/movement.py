"""What has moved in a plan, on a screen: a line for each move, after the totals and the headlines of both days."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from rich.cells import cell_len

from tcplan.comparison.movement import MoveKind
from tcplan.terminal.action_lines import who_words
from tcplan.terminal.movement_levels import (
    SHORT_LIST,
    add_levels,
    add_measures,
    add_rest,
    add_totals,
    arrow,
)
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.values.rag import Colour
from tcplan.views.movement.rows import MovementRow, MoveRow, StandingRow
from tcplan.views.status.rows import PlanPage

WORDS: Final = {
    MoveKind.WORSENED: "Worsened",
    MoveKind.NO_LONGER_COMPLETE: "No longer complete",
    MoveKind.NEWLY_OVERDUE: "Newly overdue",
    MoveKind.SLIPPED: "Slipped",
    MoveKind.GONE_SILENT: "Gone silent",
    MoveKind.LAPSED: "Report too old to count",
    MoveKind.COMPLETED: "Completed",
    MoveKind.IMPROVED: "Improved",
    MoveKind.NEWLY_REPORTED: "Newly reported",
    MoveKind.RESTATED: "Another colour with the same meaning",
    MoveKind.NO_LONGER_OVERDUE: "No longer overdue",
    MoveKind.BROUGHT_FORWARD: "Due earlier",
    MoveKind.NO_LONGER_SILENT: "No longer silent",
    MoveKind.BEGUN: "Begun, not reported",
    MoveKind.PUT_OFF: "Starts later than before",
    MoveKind.ADDED: "Added",
    MoveKind.REMOVED: "Removed",
    MoveKind.CLOSED: "Closed",
    MoveKind.REOPENED: "Reopened",
}
"""The headings of the moves, in their order."""

_OF_DUE_DATES: Final = (MoveKind.SLIPPED, MoveKind.BROUGHT_FORWARD)
_WITH_REASON: Final = (*_OF_DUE_DATES, MoveKind.WORSENED, MoveKind.NO_LONGER_COMPLETE, MoveKind.CLOSED)
_MOST_PEOPLE, _LEAST_TITLE = 28, 16
_LONGEST_REASON: Final = 300


def add_movement(out: Page, plan: PlanPage, moved: MovementRow, *, everything: bool = False) -> None:
    """Add what has moved in a plan."""
    out.heading(out.screen.cut(f"Since {_since_words(moved, out.screen)}", out.screen.width))
    for note in moved.notes:
        out.paragraph(out.screen.fit(note), indent=2)
    if moved.before is None:
        return
    add_totals(out, plan, moved, moved.before)
    add_levels(out, moved, everything=everything)
    for kind, words in WORDS.items():
        rows = [row for row in moved.moves if row.kind == kind]
        if rows:
            out.heading(words, f"{len(rows)} {'action' if len(rows) == 1 else 'actions'}")
            _add_rows(out, rows, everything=everything)
    add_measures(out, moved.measures, everything=everything)
    if not (moved.moves or moved.measures):
        out.heading("Nothing has moved", "no colour, due date, reading or signal is another than before")


def _since_words(moved: MovementRow, screen: Screen) -> str:
    since = moved.since
    if since.kind == "meeting":
        return f"{since.day}, the last meeting"
    if since.commit:
        return f"{since.day}, the files of {screen.fit(since.words)} (commit {since.commit[:10]})"
    return str(since.day)


def _add_rows(out: Page, rows: list[MoveRow], *, everything: bool) -> None:
    """Add a line for each row, or three where that would leave no room for titles."""
    screen = out.screen
    shown = rows if everything else rows[:SHORT_LIST]
    ids = max(len(screen.id(row.id)) for row in shown)
    changes = [list(_change(row, screen)) for row in shown]
    width = max(map(_width, changes))
    people = [screen.cut(who_words(row.people, screen), _MOST_PEOPLE) for row in shown]
    room = screen.width - 8 - ids - width - max(map(cell_len, people))
    for row, change, person in zip(shown, changes, people, strict=True):
        first: list[Part] = ["  ", (pad(screen.id(row.id), ids), STRONG), "  ", *change]
        title = screen.fit(_title(row))
        if room >= _LEAST_TITLE:
            gap = " " * (width - _width(change) + 2)
            out.line(*first, gap, pad(screen.cut(title, room), room), "  ", (person, QUIET))
        else:
            out.line(*first)
            out.line("    ", screen.cut(title, screen.width - 4))
            out.line("    ", (person, QUIET))
        if row.reason and row.kind in _WITH_REASON:
            out.paragraph(_shortened(screen.fit(row.reason)), indent=4 + ids, style=QUIET)
    add_rest(out, len(rows), everything=everything)


def _width(parts: Iterable[Part]) -> int:
    return sum(cell_len(part if isinstance(part, str) else part[0]) for part in parts)


def _title(row: MoveRow) -> str:
    return f"{row.title} (was {row.was})" if row.was else row.title


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON].rstrip()}..."


def _change(row: MoveRow, screen: Screen) -> Iterator[Part]:
    """What has moved: due dates, what a new signal depends on, or else what the action is counted as."""
    if row.kind in _OF_DUE_DATES:
        yield from (_day(row.due_before), (arrow(screen), QUIET), _day(row.due_after))
    elif row.kind == MoveKind.NEWLY_OVERDUE:
        yield from (("due ", QUIET), _day(row.due_after))
    elif row.kind == MoveKind.GONE_SILENT:
        yield f"last report {row.last_report}" if row.last_report else "never reported"
    else:
        yield from (_standing(row.before, screen), (arrow(screen), QUIET), _standing(row.after, screen))


def _day(day: date | None) -> str:
    return str(day) if day else "no date"


def _standing(row: StandingRow, screen: Screen) -> Part:
    has_symbol = screen.symbols and row.symbol != row.letter
    mark = f"{row.symbol} {row.letter}" if has_symbol else row.letter
    return pad(mark, 3 if screen.symbols else 1), INK[row.cell] if row.cell in tuple(Colour) else QUIET
