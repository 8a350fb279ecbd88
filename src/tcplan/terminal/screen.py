"""What a page is written for: its width, its colours and its characters."""

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TextIO

from rich.cells import cell_len, chop_cells

from tcplan.values.plain_text import one_line
from tcplan.values.rag import LETTERS, NO_REPORT_LETTER, NO_REPORT_SYMBOL, SYMBOLS
from tcplan.views.status.rows import KeyRow

DEFAULT_WIDTH: Final = 80
LONGEST_ID: Final = 32
NARROWEST: Final = 60
"""A page is never narrower than this: it would have more ellipses than words."""

WIDEST: Final = 1000
"""Nor is it wider, whatever COLUMNS says: lines are filled with spaces."""

_DRAWN: Final = "".join(SYMBOLS.values()) + NO_REPORT_SYMBOL + "…–↑↓→"
_PLAINER: Final = str.maketrans("–—\u2018’“”×", "--''\"\"x")


@dataclass(frozen=True, slots=True)
class Screen:
    """What a page is written to: `encoding` limits its characters, `watched` says that it is a terminal."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    encoding: str = "utf-8"
    watched: bool = False

    @property
    def symbols(self) -> bool:
        """Whether the encoding has the symbols of `rag`; if not, only letters are printed."""
        return _holds(self.encoding, _DRAWN)

    def fit(self, text: str) -> str:
        """Text of a plan without control characters, on one line, in characters that the encoding has."""
        text = one_line(text)
        if _holds(self.encoding, text):
            return text
        return "".join(char if _holds(self.encoding, char) else self._plainer(char) for char in text)

    def cut(self, text: str, width: int) -> str:
        """The text, cut with an ellipsis if it takes more columns than this."""
        if cell_len(text) <= width:
            return text
        dots = "…" if self.symbols else "..."
        return chop_cells(text, max(1, width - len(dots)))[0].rstrip() + dots

    def id(self, id_: str) -> str:
        """An id; only a very long one is cut."""
        return self.cut(self.fit(id_), LONGEST_ID)

    def mark(self, colour: str) -> str:
        """The symbol and the letter of a colour: `▲ A`, or `A` if symbols cannot be written."""
        return f"{SYMBOLS[colour]} {LETTERS[colour]}" if self.symbols else LETTERS[colour]

    def key_mark(self, key: KeyRow) -> str:
        """The same for a line of the plan's own key."""
        return f"{key.symbol} {key.letter}" if self.symbols else key.letter

    @property
    def no_report(self) -> str:
        """The mark of an action without a report."""
        return NO_REPORT_SYMBOL if self.symbols else NO_REPORT_LETTER

    def _plainer(self, char: str) -> str:
        """The nearest that the encoding has: `é` without its accent, a dash as a hyphen, else a question mark."""
        plain = unicodedata.normalize("NFKD", char.translate(_PLAINER))
        kept = "".join(one for one in plain if _holds(self.encoding, one))
        return kept or ("" if unicodedata.combining(char) else "?")


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled with spaces to a number of columns."""
    space = " " * max(0, width - cell_len(text))
    return space + text if right else text + space


def screen_for(stream: TextIO, environ: Mapping[str, str], *, ascii_only: bool) -> Screen:
    """The screen of a stream: no colour if NO_COLOR is set or it is no terminal, 80 columns if unknown."""
    terminal = stream.isatty()
    colour = terminal and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
    encoding = "ascii" if ascii_only else stream.encoding or "ascii"
    return Screen(max(NARROWEST, _width(stream, environ, terminal=terminal)), colour, encoding, terminal)


def _width(stream: TextIO, environ: Mapping[str, str], *, terminal: bool) -> int:
    stated = environ.get("COLUMNS", "")
    if stated.isdecimal() and stated.strip("0"):
        return int(stated) if len(stated) < len(str(WIDEST)) else WIDEST
    if terminal:
        try:
            return os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH
        except (OSError, ValueError):
            return DEFAULT_WIDTH
    return DEFAULT_WIDTH


def _holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
