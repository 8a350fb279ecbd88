"""A page: lines of styled text, written without markup, so that text of a plan is never read as markup."""

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Final

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.control import strip_control_codes
from rich.text import Text

from tcplan.terminal.screen import Screen
from tcplan.values.plain_text import without_commands
from tcplan.values.rag import Colour

INK: Final[Mapping[str, str]] = {
    Colour.RED: "red",
    Colour.AMBER: "yellow",
    Colour.GREEN: "green",
    Colour.BLUE: "bright_blue",
    Colour.GREY: "bright_black",
}
BADGE: Final[Mapping[str, str]] = {
    Colour.RED: "bold bright_white on red",
    Colour.AMBER: "bold black on yellow",
    Colour.GREEN: "bold black on green",
    Colour.BLUE: "bold bright_white on blue",
    Colour.GREY: "bold black on white",
}
STRONG: Final = "bold"
QUIET: Final = "dim"

Part = str | tuple[str, str]
"""A stretch of a line: text, or text with a style."""


class Page:
    """Lines for one screen, in the order they are added."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lines: list[tuple[Part, ...]] = []

    @property
    def lines(self) -> Sequence[tuple[Part, ...]]:
        """Its lines so far."""
        return self._lines

    def line(self, *parts: Part) -> None:
        """Add one line."""
        self._lines.append(parts)

    def add(self, other: "Page", most: int | None = None) -> None:
        """Add the lines of another page, or the first of them."""
        self._lines += other.lines[:most]

    def blank(self) -> None:
        """Add an empty line."""
        self._lines.append(())

    def heading(self, words: str, more: str = "") -> None:
        """Start a part of the page."""
        self.blank()
        self.line((words, STRONG), (f"  {more}" if more else "", QUIET))

    def paragraph(self, text: str, *, indent: int = 0, style: str = "", first: tuple[Part, ...] = ()) -> None:
        """Add text wrapped to the width; `first` takes the place of the indent in its first line."""
        lines = wrap(text.split(" "), self.screen.width - indent)
        for number, words in enumerate(lines or [""]):
            lead = first if first and number == 0 else (" " * indent,)
            self.line(*lead, (words, style))

    def flow(
        self, pieces: Iterable[tuple[Part, ...]], *, indent: int = 0, gap: str = "  ", first: tuple[Part, ...] = ()
    ) -> None:
        """Add pieces side by side, as many on a line as fit; no piece is broken."""
        lead: tuple[Part, ...] = first or (" " * indent,)
        line: list[Part] = []
        used = indent
        for piece in pieces:
            width = sum(cell_len(part if isinstance(part, str) else part[0]) for part in piece)
            if line and used + len(gap) + width > self.screen.width:
                self.line(*lead, *line)
                lead, line, used = (" " * indent,), [], indent
            elif line:
                line.append(gap)
                used += len(gap)
            line += piece
            used += width
        if line:
            self.line(*lead, *line)

    def text(self) -> str:
        """The page as text, with terminal colours only if the screen has them."""
        return without_commands(self._coloured() if self.screen.colour else self._plain())

    def _plain(self) -> str:
        """Its lines as rich would write them; that takes a tenth of the time, and a patch may have many lines."""
        lines = ("".join(part if isinstance(part, str) else part[0] for part in parts) for parts in self._lines)
        return strip_control_codes("".join(f"{line.rstrip()}\n" for line in lines)).expandtabs()

    def _coloured(self) -> str:
        out = StringIO()
        console = Console(
            file=out,
            width=self.screen.width,
            force_terminal=True,
            color_system="standard",
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        for parts in self._lines:
            line = Text.assemble(*parts)
            line.rstrip()
            console.print(line, soft_wrap=True)
        return out.getvalue()


def first_few(pieces: Sequence[tuple[Part, ...]], most: int, *, everything: bool) -> list[tuple[Part, ...]]:
    """The pieces, or the first of them with a note that says how many more there are and how to see them."""
    if everything or len(pieces) <= most:
        return list(pieces)
    return [*pieces[:most], ((f"and {len(pieces) - most} more (--all lists them)", QUIET),)]


def wrap(words: Iterable[str], width: int, gap: str = " ") -> list[str]:
    """Words in lines of at most this many columns; a word that is longer is broken."""
    lines: list[str] = []
    for word in words:
        if lines and cell_len(lines[-1]) + len(gap) + cell_len(word) <= width:
            lines[-1] += gap + word
        else:
            lines += chop_cells(word, width) or [""]
    return lines


def wrap_title(title: str, width: int, screen: Screen, most: int) -> list[str]:
    """A title in as many lines as it needs, and never more than `most`: the last one is cut."""
    words = wrap(title.split(" "), width)
    kept = words[: most - 1]
    return [*kept, screen.cut(" ".join(words[len(kept) :]), width)] if len(words) > len(kept) else kept
