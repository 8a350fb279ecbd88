"""Where questions are asked and answered, a line at a time."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen

STOP, EXPLAIN = "q", "?"
_LOST: Final = "\ufffd"
"""What stands where a character could not be read."""


class StoppedError(Exception):
    """There are no more answers: somebody wants to stop, or what was read has ended."""


@dataclass(frozen=True)
class Desk:
    """Where questions are asked: `ask` shows its words and returns the line that is typed, `say` shows a text.

    `ask` raises EOFError where nothing more is typed.
    """

    screen: Screen
    ask: Callable[[str], str]
    say: Callable[[str], object]

    def line(self, explained: str) -> str:
        """One answer without the space around it; raises StoppedError. `explained` is shown to those who ask."""
        while True:
            try:
                words = self.ask("> ").strip()
            except EOFError:
                raise StoppedError from None
            if words.casefold() == STOP:
                raise StoppedError
            if words == EXPLAIN:
                self.note(explained)
            elif _LOST in words or any(unicodedata.category(one) == "Cc" and one not in "\t\n" for one in words):
                self.note("There is something in this line that is no letter, perhaps an arrow key. Type it once more.")
            else:
                return words

    def question(self, words: str, hint: str) -> None:
        """Show a question, and how it may be answered."""
        out = Page(self.screen)
        out.blank()
        out.paragraph(self.screen.fit(words), style=STRONG)
        out.paragraph(self.screen.fit(hint), indent=2, style=QUIET)
        self.say(out.text())

    def note(self, words: str) -> None:
        """Show a remark on an answer."""
        out = Page(self.screen)
        for sentence in words.splitlines():
            out.paragraph(self.screen.fit(sentence), indent=2)
        self.say(out.text())
