"""RAG: the colours people state, the meanings tcplan computes with, and how both are printed.

A colour is never just a colour (design, promise 5): every output shows the word and the symbol,
and what a colour means is the plan's own key, since published keys differ (blue is "complete" in
many plans and "suspended" in others).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

GREY, RED, AMBER, GREEN, BLUE = "grey", "red", "amber", "green", "blue"
COLOURS: Final = (GREY, RED, AMBER, GREEN, BLUE)

NOT_STARTED, OFF_TRACK, AT_RISK, ON_TRACK = "not-started", "off-track", "at-risk", "on-track"
IN_PROGRESS, PAUSED, COMPLETE = "in-progress", "paused", "complete"
MEANINGS: Final = (NOT_STARTED, OFF_TRACK, AT_RISK, PAUSED, IN_PROGRESS, ON_TRACK, COMPLETE)

NOT_REPORTED: Final = "not reported"

DEFAULT_MEANINGS: Final[Mapping[str, str]] = {
    GREY: NOT_STARTED,
    RED: OFF_TRACK,
    AMBER: AT_RISK,
    GREEN: ON_TRACK,
    BLUE: COMPLETE,
}

VOTES: Final[Mapping[str, str]] = {
    OFF_TRACK: RED,
    AT_RISK: AMBER,
    PAUSED: AMBER,
    ON_TRACK: GREEN,
    IN_PROGRESS: GREEN,
    COMPLETE: BLUE,
    NOT_STARTED: GREY,
}
"""The colour that a meaning counts as, whatever colour the plan's own key prints it in."""

LETTERS: Final[Mapping[str, str]] = {GREY: "N", RED: "R", AMBER: "A", GREEN: "G", BLUE: "C"}
SYMBOLS: Final[Mapping[str, str]] = {GREY: "○", RED: "▼", AMBER: "▲", GREEN: "●", BLUE: "✔"}
NO_REPORT_SYMBOL: Final = "·"
NO_REPORT_LETTER: Final = "-"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of a RAG key: the colour, what it means to tcplan, and the word that is printed."""

    colour: str
    means: str
    label: str

    @property
    def symbol(self) -> str:
        """The symbol of the meaning, so that a tick is never printed with "on hold"."""
        return SYMBOLS[VOTES[self.means]]

    @property
    def letter(self) -> str:
        """The letter of the colour: C for a blue that means complete, as everywhere, and B for any other."""
        return "B" if self.colour == BLUE and self.means != COMPLETE else LETTERS[self.colour]


def plain_words(meaning: str) -> str:
    """A meaning in words, for a sentence: `off-track` becomes "off track"."""
    return meaning.replace("-", " ")


def make_key(own: Mapping[str, tuple[str, str | None]]) -> dict[str, KeyEntry]:
    """The whole key of a plan: the default one with the plan's own entries (colour to meaning and label) over it."""
    key = {}
    for colour in COLOURS:
        means, label = own.get(colour, (DEFAULT_MEANINGS[colour], None))
        words = label or plain_words(means)
        key[colour] = KeyEntry(colour, means, words[:1].upper() + words[1:])
    return key


def find_colour(words: str, key: Collection[KeyEntry]) -> str | None:
    """The colour that somebody means: by its letter, its word, the word the plan prints for it, or its meaning.

    The beginning of one is enough where no other colour's begins so; None where it is not one of them, or not clear.
    """
    wanted = _fold(words)
    names = [(one.colour, [_fold(name) for name in (one.letter, one.colour, one.label, one.means)]) for one in key]
    for place in range(4):
        exact = [colour for colour, spellings in names if spellings[place] == wanted]
        if len(exact) == 1:
            return exact[0]
    begun = [colour for colour, spellings in names if any(one.startswith(wanted) for one in spellings)]
    return begun[0] if wanted and len(begun) == 1 else None


def list_colours(key: Iterable[KeyEntry]) -> str:
    """The colours of a key with the words that are printed for them: `grey (Not started), red (Off track)`."""
    return ", ".join(f"{one.colour} ({one.label})" for one in key)


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
