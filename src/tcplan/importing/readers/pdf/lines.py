"""Words as lines, in the direction in which they are read."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from tcplan.importing.readers.pdf.marks import Word

_NEAR: Final = 0.5


_Span = tuple[float, float, float, float]
"""Where a word begins and ends on its line, and where it begins and ends across it."""


class TextLine(NamedTuple):
    """Words beside each other, in the frame of their reading: from `start` to `end`, `high` above `low`."""

    words: tuple[Word, ...]
    start: float
    end: float
    high: float
    low: float

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.words, key=lambda word: len(word.text)).style.size

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return all(word.style.is_bold or word.style.is_symbol or not word.text.strip("•-–.,:") for word in self.words)

    @property
    def text(self) -> str:
        """Its words, with a blank between them."""
        return " ".join(word.text for word in self.words)


def lay_out_lines(words: Iterable[Word]) -> list[TextLine]:
    """The lines of words that run the same way, from the first to the last."""
    placed = sorted(((_span(word), word) for word in words), key=lambda one: (one[0][2] + one[0][3], one[0][0]))
    groups: list[list[tuple[_Span, Word]]] = []
    tallest: _Span = (0, 0, 0, 0)
    for span, word in placed:
        if groups and _is_beside(tallest, span):
            groups[-1].append((span, word))
            tallest = max(tallest, span, key=lambda one: one[3] - one[2])
        else:
            groups.append([(span, word)])
            tallest = span
    return [_make_line(group) for group in groups]


def _is_beside(tallest: _Span, span: _Span) -> bool:
    """Whether a word is on the line of others: its middle is near the middle of the tallest of them."""
    _, _, high, low = tallest
    near = _NEAR * min(low - high, max(span[3] - span[2], (low - high) / 2))
    return abs((span[2] + span[3]) - (high + low)) / 2 < near


def _make_line(group: list[tuple[_Span, Word]]) -> TextLine:
    group.sort(key=lambda one: one[0][0])
    spans = [span for span, _ in group]
    tallest = max(spans, key=lambda one: one[3] - one[2])
    return TextLine(
        tuple(word for _, word in group),
        spans[0][0],
        max(span[1] for span in spans),
        tallest[2],
        tallest[3],
    )


def _span(word: Word) -> _Span:
    turn = word.style.turn
    if turn == 90:  # noqa: PLR2004 - degrees
        return -word.bottom, -word.top, word.x0, word.x1
    if turn == 270:  # noqa: PLR2004
        return word.top, word.bottom, -word.x1, -word.x0
    if turn == 180:  # noqa: PLR2004
        return -word.x1, -word.x0, -word.bottom, -word.top
    return word.x0, word.x1, word.top, word.bottom
