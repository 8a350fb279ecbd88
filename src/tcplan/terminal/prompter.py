"""Questions and answers, a line at a time."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen

STOP: Final = ("q", "quit", "exit")
BACK: Final = ("b", "back")
EXPLAIN: Final = "?"
_UNREADABLE: Final = "\ufffd"
"""What the decoder writes for a character that it cannot read."""


class StoppedError(Exception):
    """There are no more answers: somebody wants to stop, or the input has ended."""


class GoBackError(Exception):
    """Somebody wants to answer the question before this one again."""


@dataclass(frozen=True)
class Prompter:
    """Where questions are asked: `ask` shows its words and returns the line that is typed, `say` shows a text.

    `ask` raises EOFError if there is no more input. `waiting` takes away what was typed and not read yet: it cannot
    be the answer to a question that was not shown.
    """

    screen: Screen
    ask: Callable[[str], str]
    say: Callable[[str], object]
    waiting: Callable[[], str] = str

    def line(self, explained: str) -> str:
        """One answer without the space around it; raises StoppedError. `explained` is shown if somebody types `?`."""
        while "\n" in (words := self._answer(explained)):
            self.note("That is more than one line. Type it again.")
        return words

    def lines(self, explained: str) -> str:
        """An answer of one line, or of all lines if several are pasted."""
        return self._answer(explained, several=True)

    def question(self, words: str, hint: str) -> None:
        """Show a question, and how to answer it."""
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
                self.note("Something in this line is not a letter, perhaps an arrow key. Type it again.")
            else:
                return words

    def _read(self, *, several: bool) -> str:
        """What somebody types after the question is shown."""
        if self.waiting():
            self.note("What you typed before this question is ignored.")
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
