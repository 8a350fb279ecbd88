"""Where questions are asked and answered, a line at a time."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen

STOP: Final = ("q", "quit", "exit")
EXPLAIN: Final = "?"
_UNREADABLE: Final = "\ufffd"
"""What the decoder writes where a character could not be read."""


class StoppedError(Exception):
    """There are no more answers: somebody wants to stop, or what was read has ended."""


@dataclass(frozen=True)
class Prompter:
    """Where questions are asked: `ask` shows its words and returns the line that is typed, `say` shows a text.

    `ask` raises EOFError where nothing more is typed. `waiting` takes away what was typed and is not read yet: it
    cannot have been meant for a question that nobody had seen.
    """

    screen: Screen
    ask: Callable[[str], str]
    say: Callable[[str], object]
    waiting: Callable[[], str] = str

    def line(self, explained: str) -> str:
        """One answer without the space around it; raises StoppedError. `explained` is shown to those who ask."""
        while "\n" in (words := self._answer(explained)):
            self.note("That is more than one line. Type it once more.")
        return words

    def lines(self, explained: str) -> str:
        """An answer of one line or, where more is pasted, of all of them."""
        return self._answer(explained, several=True)

    def question(self, words: str, hint: str) -> None:
        """Show a question, and how it may be answered."""
        out = Page(self.screen)
        out.blank()
        out.paragraph(self.screen.fit(words), style=STRONG)
        out.paragraph(self.screen.fit(hint), indent=2, style=QUIET)
        self.say(out.text())

    def note(self, words: str, indent: int = 2) -> None:
        """Show a remark on an answer."""
        out = Page(self.screen)
        for sentence in words.splitlines():
            out.paragraph(self.screen.fit(sentence), indent=indent)
        self.say(out.text())

    def _answer(self, explained: str, *, several: bool = False) -> str:
        while True:
            words = self._read(several=several)
            if words.casefold() in STOP:
                raise StoppedError
            if words == EXPLAIN:
                self.note(explained)
            elif _UNREADABLE in words or any(unicodedata.category(one) == "Cc" and one not in "\t\n" for one in words):
                self.note("There is something in this line that is no letter, perhaps an arrow key. Type it once more.")
            else:
                return words

    def _read(self, *, several: bool) -> str:
        """What is typed once the question is shown."""
        if self.waiting():
            self.note("What was typed before this was asked is left out.")
        try:
            words = self.ask("> ")
        except EOFError:
            raise StoppedError from None
        if several and (more := self.waiting().rstrip()):
            words += f"\n{more}"
        kept = [line.rstrip() for line in words.strip().splitlines()]
        if several and len(kept) > 1:
            self.note(f"{len(kept)} lines, taken as one answer.")
        return "\n".join(kept)
