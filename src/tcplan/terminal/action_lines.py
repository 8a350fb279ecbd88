"""A line for an action in a list: its id, its title, and those who answer for it."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from rich.cells import cell_len

from tcplan.terminal.page import QUIET, Page, Part
from tcplan.terminal.screen import Screen, pad

NOBODY: Final = "nobody"
_WIDEST_WHO: Final = 24
"""The columns for names, if as many as these are left for the title."""

_NARROWEST_TITLE: Final = 20


class ActionLine(NamedTuple):
    """A line of a list: what comes before the title, the title with a note that is never cut, and the names."""

    first: tuple[Part, ...]
    title: str
    who: str
    note: str = ""


def who_words(people: Iterable[str], screen: Screen) -> str:
    """Who answers for an action: its lead or, where there is none, its owners."""
    return ", ".join(map(screen.fit, people)) or NOBODY


def who_width(names: Iterable[str], room: int) -> int:
    """The columns for names beside titles, `room` for both: the widest name that leaves enough for the title."""
    most = min(_WIDEST_WHO, room - _NARROWEST_TITLE - 2)
    return max((size for size in map(cell_len, names) if size <= most), default=0)


def add_action_line(out: Page, line: ActionLine, width: int) -> None:
    """Add a line; names have a column of this width, and those that are wider are in full on the next line.

    A long title takes what a short name leaves of its column.
    """
    indent = sum(cell_len(part if isinstance(part, str) else part[0]) for part in line.first)
    own = cell_len(line.who)
    is_beside = own <= width
    room = out.screen.width - indent
    words = out.screen.cut(out.screen.fit(line.title), room - (own + 2 if is_beside else 0) - len(line.note))
    words += line.note
    if is_beside:
        out.line(*line.first, pad(words, room - width - 2), "  ", (line.who, QUIET))
        return
    out.line(*line.first, words)
    out.paragraph(line.who, indent=indent, style=QUIET)
