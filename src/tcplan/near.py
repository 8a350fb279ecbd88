"""Did you mean: the nearest of the words that would have been right."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

CUTOFF: Final = 0.7
SHORT_CUTOFF: Final = 0.6
"""How alike two words must be, as difflib's ratio; below it a hint misleads more often than it helps.

In a word of three letters one slip weighs more: `rde` and `red` are alike by two thirds.
"""

SHORT: Final = 3

MOST_CHOICES: Final = 2_000
"""Against more words than this no hint is looked for: one search would take longer than reading the plan."""


def near(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like `word`, or None where none is like it enough to be meant."""
    candidates = {choice.lower(): choice for choice in sorted(choices, reverse=True)}
    if len(candidates) > MOST_CHOICES:
        return None
    cutoff = SHORT_CUTOFF if len(word) == SHORT else CUTOFF
    found = get_close_matches(word.lower().replace(" ", "-"), candidates, n=1, cutoff=cutoff)
    found = found or get_close_matches(word.lower(), candidates, n=1, cutoff=cutoff)
    return candidates[found[0]] if found else None


def did_you_mean(word: str, choices: Iterable[str], otherwise: str = "") -> str:
    """The sentence for a help line: the nearest choice, or `otherwise` where there is none."""
    found = near(word, choices)
    return f"did you mean `{found}`?" if found else otherwise
