"""Bullets that a program drew, as browsers do, instead of writing them: they are words as any other bullet."""

from typing import Final

from tcplan.importing.readers.list_marks import split_bullet
from tcplan.importing.readers.pdf.marks import Box, Word

_LEAST, _MOST = 0.15, 0.65
_HIGH, _LOW = 0.25, 0.8
_NEAR: Final = 2.5
_MAX_PAIRS: Final = 2_000_000
_BULLET: Final = "•"


def add_bullets(words: list[Word], dots: list[Box]) -> list[Word]:
    """The words of a page, with a bullet for each dot that stands left of a text.

    Args:
        words: Of the page.
        dots: Small shapes that are as high as they are wide.
    """
    if len(words) * len(dots) > _MAX_PAIRS:
        return words  # a drawing: no page of a plan has as many
    level = [word for word in words if not word.style.turn]
    places = {(round(dot.x0), round(dot.top)): dot for dot in dots}
    return words + [bullet for dot in places.values() if (bullet := _bullet_of(dot, level))]


def _bullet_of(dot: Box, words: list[Word]) -> Word | None:
    """The bullet that a dot is: near the word that it stands before, and not as near to another on its left."""
    beside = [word for word in words if _is_level(dot, word)]
    after = min((word for word in beside if word.x0 >= dot.x1 - 1), key=lambda word: word.x0, default=None)
    if after is None or not _is_mark_of(dot, after):
        return None
    blank = after.x0 - dot.x1
    left = max((word.x1 for word in beside if word.x0 < dot.x0), default=float("-inf"))
    if dot.x0 - left < max(blank, after.style.size / 2):
        return None
    return Word(_BULLET, dot.x0, after.top, dot.x1, after.bottom, after.style)


def _is_level(dot: Box, word: Word) -> bool:
    """Whether a dot is as high as the middle of small letters, or of large ones."""
    middle, height = (dot.top + dot.bottom) / 2, word.bottom - word.top
    return word.top + height * _HIGH <= middle <= word.top + height * _LOW


def _is_mark_of(dot: Box, word: Word) -> bool:
    size = word.style.size
    is_small = size * _LEAST <= dot.height <= size * _MOST
    return is_small and word.x0 - dot.x1 <= size * _NEAR and not split_bullet(f"{word.text} x")[0]
