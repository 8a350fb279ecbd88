"""RAG: the colours people state, the meanings tcplan computes with, and how both are printed.

A colour is never just a colour (design, promise 5): every output shows the word and the symbol,
and what a colour means is the plan's own key, since published keys differ (blue is "complete" in
many plans and "suspended" in others).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never


class Colour(StrEnum):
    """The colours that people can state, in the order in which keys and counts are printed."""

    GREY = "grey"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


class Meaning(StrEnum):
    """What a colour can mean, the best last: headlines and signals are computed with it (design, section 4)."""

    NOT_STARTED = "not-started"
    OFF_TRACK = "off-track"
    AT_RISK = "at-risk"
    PAUSED = "paused"
    IN_PROGRESS = "in-progress"
    ON_TRACK = "on-track"
    COMPLETE = "complete"


NOT_REPORTED: Final = "not reported"

DEFAULT_MEANINGS: Final[Mapping[Colour, Meaning]] = {
    Colour.GREY: Meaning.NOT_STARTED,
    Colour.RED: Meaning.OFF_TRACK,
    Colour.AMBER: Meaning.AT_RISK,
    Colour.GREEN: Meaning.ON_TRACK,
    Colour.BLUE: Meaning.COMPLETE,
}

LETTERS: Final[Mapping[str, str]] = {
    Colour.GREY: "N",
    Colour.RED: "R",
    Colour.AMBER: "A",
    Colour.GREEN: "G",
    Colour.BLUE: "C",
}
SYMBOLS: Final[Mapping[str, str]] = {
    Colour.GREY: "○",
    Colour.RED: "▼",
    Colour.AMBER: "▲",
    Colour.GREEN: "●",
    Colour.BLUE: "✔",
}
NO_REPORT_SYMBOL: Final = "·"
NO_REPORT_LETTER: Final = "-"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of a RAG key: the colour, what it means to tcplan, and the word that is printed."""

    colour: Colour
    means: Meaning
    label: str

    @property
    def symbol(self) -> str:
        """The symbol of the meaning, so that a tick is never printed with "on hold"."""
        return SYMBOLS[vote_for(self.means)]

    @property
    def letter(self) -> str:
        """The letter of the colour: C for a blue that means complete, as everywhere, and B for any other."""
        return "B" if self.colour is Colour.BLUE and self.means is not Meaning.COMPLETE else LETTERS[self.colour]


def vote_for(meaning: Meaning) -> Colour:
    """The colour that a meaning counts as, whatever colour the plan's own key prints it in."""
    match meaning:
        case Meaning.NOT_STARTED:
            return Colour.GREY
        case Meaning.OFF_TRACK:
            return Colour.RED
        case Meaning.AT_RISK | Meaning.PAUSED:
            return Colour.AMBER
        case Meaning.ON_TRACK | Meaning.IN_PROGRESS:
            return Colour.GREEN
        case Meaning.COMPLETE:
            return Colour.BLUE
        case _:
            assert_never(meaning)


def plain_words(meaning: str) -> str:
    """A meaning in words, for a sentence: `off-track` becomes "off track"."""
    return meaning.replace("-", " ")


def make_key(own: Mapping[Colour, tuple[Meaning, str | None]]) -> dict[Colour, KeyEntry]:
    """The whole key of a plan: the default one with the plan's own entries (colour to meaning and label) over it."""
    key = {}
    for colour in Colour:
        means, label = own.get(colour, (DEFAULT_MEANINGS[colour], None))
        words = label or plain_words(means)
        key[colour] = KeyEntry(colour, means, words[:1].upper() + words[1:])
    return key


def find_colour(words: str, key: Collection[KeyEntry]) -> Colour | None:
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


def has_exactly(words: str, key: Iterable[KeyEntry]) -> bool:
    """Whether words are the whole name of a colour: its letter, its word, the word the plan prints, or its meaning."""
    wanted = _fold(words)
    return any(wanted in map(_fold, (one.letter, one.colour, one.label, one.means)) for one in key)


def list_colours(key: Iterable[KeyEntry]) -> str:
    """The colours of a key with the words that are printed for them: `grey (Not started), red (Off track)`."""
    return ", ".join(f"{one.colour} ({one.label})" for one in key)


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())
