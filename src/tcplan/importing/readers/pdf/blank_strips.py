"""Rows that only the blank between them tells apart: strips of a page on which no column has a word."""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import Final

from tcplan.importing.readers.pdf.marks import Word

_WIDER: Final = 0.1
_CLOSE: Final = 0.55
_MOSTLY: Final = 0.6


def split_at_strips(words: Iterable[Word], xs: tuple[float, ...]) -> list[float]:
    """Where rows begin, apart from the first: below strips that are wider than those between the lines of a text.

    What has no word where most rows have one is the rest of the row above: a paragraph of its own.

    Args:
        words: Of the table.
        xs: Where its columns begin, and the last ends.
    """
    placed = sorted(words, key=lambda word: word.top)
    parts = _split(placed)
    filled = [_columns_of(part, xs) for part in parts]
    usual = {column for column in range(len(xs) - 1) if sum(column in one for one in filled) >= len(parts) * _MOSTLY}
    if not usual:
        return []
    first = min(usual)
    starts = []
    for (above, below), columns in zip(pairwise(parts), filled[1:], strict=True):
        is_below_header = _are_bold(above) and not _are_bold(below)
        if is_below_header or (first in columns and len(columns & usual) * 2 >= len(usual)):
            starts.append((max(word.bottom for word in above) + below[0].top) / 2)
    return starts


def _split(words: list[Word]) -> list[list[Word]]:
    if not words:
        return []
    low = words[0].bottom
    strips = [0.0]
    for word in words[1:]:
        strips.append(word.top - low)
        low = max(low, word.bottom)
    size = median(word.style.size for word in words)
    close = sorted(strip for strip in strips if 0 < strip < size * _CLOSE)
    limit = (close[len(close) // 4] if close else 0.0) + size * _WIDER
    parts = [words[:1]]
    for word, strip in zip(words[1:], strips[1:], strict=True):
        if strip > limit:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _are_bold(words: list[Word]) -> bool:
    return all(word.style.is_bold for word in words)


def _columns_of(words: list[Word], xs: tuple[float, ...]) -> set[int]:
    return {
        column
        for column, (start, end) in enumerate(pairwise(xs))
        if any(start <= word.middle[0] < end for word in words)
    }
