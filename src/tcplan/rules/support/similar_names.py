"""Names that are the same apart from their form or a typing error."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

SHORT_WORD: Final = 4
"""In a word of fewer letters a typing error looks like another word: PVC and DVC, RIS and ROS."""

CERTAIN_WORD: Final = 6
"""With this many letters or more, a word that is one letter from another is that word."""

LONG_NAME: Final = 120
"""Longer texts are not names, and are not searched for typing errors."""

MOST_FORMS: Final = 150_000
"""Forms with one letter less, of some thousands of names; with more, they would take far more memory than the names."""


def folded(name: str, *, plural: bool = False) -> str:
    """The name without the details on which writers differ: capitals, spaces, hyphens, dots, "the", "and" and `&`.

    With `plural` also without the s at the end of a word.
    """
    joined = re.sub(r"[-–.'’_]", "", name.casefold())
    words = [word for word in re.findall(r"\w+", joined) if word not in ("the", "and")]
    if plural:
        words = [word.removesuffix("s") if len(word) >= SHORT_WORD else word for word in words]
    return "".join(words)


def similar(one: str, other: str) -> bool:
    """Whether two names are the same, or would be apart from one letter."""
    form = folded(one, plural=True)
    return bool(form and form == folded(other, plural=True)) or bool(_slip(one.lower(), other.lower()))


def certainly_same(one: str, other: str) -> bool:
    """Whether two similar names must be the same.

    An s at the end may be the difference between one and all of them, a letter in a short word that between two words.
    """
    if folded(one) == folded(other):
        return True
    words = _slip(one.lower(), other.lower())
    shorter = min(words, key=len, default="")
    return len(shorter) >= CERTAIN_WORD and folded(one, plural=True) != folded(other, plural=True)


class SimilarNames:
    """Some names, to find those that are similar to another.

    Names that differ by one letter have a form in common when each may leave out one letter. So they are found
    without comparing every name with every other.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: dict[str, list[str]] = {}
        self._forms_left = MOST_FORMS
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Add one name."""
        self._forms_left -= len(name)
        forms = _forms(name) if self._forms_left > 0 else (_without_details(name),)
        for form in forms:
            self._names.setdefault(form, []).append(name)

    def of(self, name: str) -> list[str]:
        """The names that are similar to this one, in the order in which they were added."""
        found = dict.fromkeys(other for form in _forms(name) for other in self._names.get(form, ()))
        return [other for other in found if other != name and similar(name, other)]


def _without_details(name: str) -> str:
    return f"={folded(name, plural=True)}"


def _forms(name: str) -> Iterator[str]:
    yield _without_details(name)
    if len(name) <= LONG_NAME:
        lower = name.lower()
        yield from {lower, *(lower[:index] + lower[index + 1 :] for index in range(len(lower)))}


def _slip(one: str, other: str) -> tuple[str, ...]:
    """The word of each name that differs by one letter: added, missing, wrong or swapped with the next.

    Nothing for names that differ by more, in a digit, in a short word or in the first letter of a word: such names
    are two.
    """
    at = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    ends = {(one[at + a :], other[at + b :]) for a, b in ((1, 1), (1, 0), (0, 1))}
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    if one == other or not (swapped or any(a == b for a, b in ends)):
        return ()
    words = _word_at(one, at), _word_at(other, at)
    if {words[0] + "r", words[1] + "r"} & set(words):
        return ()  # an office and its officer
    begins = at == 0 or not one[at - 1].isalnum()
    if begins or min(map(len, words)) < SHORT_WORD or any(letter.isdigit() for word in words for letter in word):
        return ()
    return words


def _word_at(name: str, at: int) -> str:
    """The letters around a place."""
    before, after = re.search(r"\w*$", name[:at]), re.match(r"\w*", name[at:])
    return (before[0] if before else "") + (after[0] if after else "")
