"""Did you mean: the nearest of the words that would have been right."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

CUTOFF: Final = 0.7
SHORT_CUTOFF: Final = 0.6
"""How alike two words must be, as difflib's ratio; below it a hint misleads more often than it helps.

In a word of three letters one slip weighs more: `rde` and `red` are alike by two thirds.
"""

SHORT: Final = 3

MOST_CHOICES: Final = 2_000
"""Against more words than this no hint is looked for: one search would take longer than reading the plan."""

FEW_CHOICES: Final = 250
"""Against more words than this only words are looked for that are one slip away."""

LONGEST: Final = 200
"""A longer word is a text, and like none of our words."""

MOST_LISTED: Final = 12
"""So many choices fit on a line."""


def near(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like `word`, or None where none is like it enough to be meant."""
    choices = choices if isinstance(choices, Collection) else list(choices)
    if len(choices) > MOST_CHOICES or len(word) > LONGEST:
        return None
    if len(choices) > FEW_CHOICES:
        alike = (choice for choice in choices if abs(len(choice) - len(word)) <= 1)
        return next((choice for choice in alike if _is_slip(word.lower(), choice.lower())), None)
    return _most_alike(word, tuple(sorted(choices, reverse=True)))


@lru_cache(maxsize=10_000)
def _most_alike(word: str, choices: tuple[str, ...]) -> str | None:
    """The choice that is most like a word; the same slip is often made in every entry of a file."""
    # Reversed, so that of two choices that differ in capitals only the first in the alphabet is kept.
    candidates = {choice.lower(): choice for choice in choices}
    cutoff = SHORT_CUTOFF if len(word) == SHORT else CUTOFF
    # Our words have hyphens where people type spaces; where that finds nothing the spaces may be meant.
    for typed in dict.fromkeys((word.lower().replace(" ", "-"), word.lower())):
        if found := get_close_matches(typed, candidates, n=1, cutoff=cutoff):
            return candidates[found[0]]
    return None


def did_you_mean(word: str, choices: Iterable[str], otherwise: str = "") -> str:
    """The sentence for a help line: the nearest choice, or `otherwise` where there is none."""
    found = near(word, choices)
    return f"did you mean `{found}`?" if found else otherwise


def list_some(choices: Iterable[str], what: str = "id") -> str:
    """The sentence for a help line where nothing is near: what there is, and of much only the beginning."""
    known = list(choices)
    if not known:
        return f"there is no {what} here yet"
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    return f"the {what}{'s are' if len(known) > 1 else ' is'} {', '.join(known[:MOST_LISTED])}{more}"


def certain(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is meant beyond doubt, or None: good enough to be written in a file unasked.

    It is one slip of the finger away (a letter too many, too few, wrong, or exchanged with the next), capitals, hyphens
    and spaces apart, and no other choice is: `gren` may be green or grey. In words of one or two letters a slip leaves
    nothing that it could be recognised by, so there only the order of the letters may be wrong.
    """
    choices = tuple(choices)
    if len(choices) > MOST_CHOICES or len(word) > LONGEST:
        return None
    return _known_slip(word, choices) if len(choices) <= FEW_CHOICES else _one_slip_away(word, choices)


@lru_cache(maxsize=10_000)
def _known_slip(word: str, choices: tuple[str, ...]) -> str | None:
    """The choice that is meant beyond doubt, of a few: the same slip is often made in every entry of a file."""
    return _one_slip_away(word, choices)


def _one_slip_away(word: str, choices: tuple[str, ...]) -> str | None:
    one = _fold(word)
    found = [choice for choice in choices if _fold(choice) == one]
    found = found or [choice for choice in choices if _is_slip(one, _fold(choice))]
    if len(found) != 1:
        return None
    other = _fold(found[0])
    return found[0] if min(len(one), len(other)) >= SHORT or sorted(one) == sorted(other) else None


@lru_cache(maxsize=10_000)
def _fold(word: str) -> str:
    """A word without what does not count; the same few choices are compared with the words of every entry."""
    return re.sub("[-_ ]", "", word.lower())


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are the same but for one slip."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    # Up to `at` both are the same. From there on either two letters are exchanged, or the rest is the same again once
    # one letter of the longer word (`one[at:]`) or of each (`one[at + 1 :]`) is left out.
    at = next((index for index, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), len(one))
    swapped = one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return other in (one, swapped) or other[at + 1 :] in (one[at:], one[at + 1 :])
