"""A line for an action in a list: its id, its title, and those who answer for it."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from tcplan.progress.owed_reports import NOBODY
from tcplan.terminal.page import QUIET, Page, Part
from tcplan.terminal.screen import Screen, pad

_WIDEST_WHO: Final = 24
"""The columns for names, if as many as these are left for the title."""

_NARROWEST_TITLE: Final = 20


class ActionLine(NamedTuple):
    """A line of a list: what comes before the title, the title with a note that is never cut, and the names."""

    first: tuple[Part, ...]
    title: str
    who: str
    note: str = ""


class ActionColumns(NamedTuple):
    """The widths of titles and of the names beside them."""

    title: int
    who: int


def who_words(people: Iterable[str], screen: Screen) -> str:
    """Who answers for an action: its lead or, where there is none, its owners."""
    return ", ".join(map(screen.fit, people)) or NOBODY


def people_column(lines: Sequence[ActionLine], room: int) -> ActionColumns:
    """The columns for the titles and names of some lines, `room` for both: as wide as the widest that leave enough."""
    most = min(_WIDEST_WHO, room - _NARROWEST_TITLE - 2)
    who = max((size for size in (cell_len(line.who) for line in lines) if size <= most), default=0)
    longest = max((cell_len(line.title) + len(line.note) for line in lines), default=0)
    return ActionColumns(min(longest, room - who - 2), who)


def add_action_line(out: Page, line: ActionLine, columns: ActionColumns) -> None:
    """Add a line with the names beside the title or, if that would cut the title too much, in full below it.

    A long title takes what a short name leaves of its column.
    """
    indent = sum(cell_len(part if isinstance(part, str) else part[0]) for part in line.first)
    own, title = cell_len(line.who), out.screen.fit(line.title)
    room = out.screen.width - indent
    left = room - own - 2 - len(line.note)
    if own <= columns.who or cell_len(title) <= left:
        words = out.screen.cut(title, left) + line.note
        out.line(*line.first, pad(words, min(columns.title, room - own - 2)), "  ", (line.who, QUIET))
        return
    out.line(*line.first, out.screen.cut(title, room - len(line.note)) + line.note)
    out.paragraph(line.who, indent=indent, style=QUIET)
