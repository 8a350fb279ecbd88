"""Actions by colour as one stacked bar, with a symbol, a letter and a number in each piece."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tcplan.views.documents.parts import TextItem, plural

_NARROWEST: Final = 900
"""Of a piece, in hundredths of a percent: it has room for a symbol and a letter on a telephone."""

_WHOLE: Final = 10_000


@dataclass(frozen=True, slots=True)
class BarCount:
    """How many actions have a colour or, in `words`, why they have none; `colour` is the name of its style."""

    colour: str
    symbol: str
    letter: str
    words: TextItem
    count: int


@dataclass(frozen=True, slots=True)
class BarPiece:
    """One piece of a bar. `left`, `width` and `middle` are percentages of the whole, ready to print."""

    colour: str
    mark: str
    words: TextItem
    count: int
    left: str
    width: str
    middle: str


@dataclass(frozen=True, slots=True)
class ColourBar:
    """A bar, and what it shows in words for those who cannot see it."""

    description: str
    pieces: tuple[BarPiece, ...]


def colour_bar(counts: Iterable[BarCount]) -> ColourBar | None:
    """The bar for some counts in their order; None if nothing was counted."""
    shown = [one for one in counts if one.count]
    if not shown:
        return None
    total = sum(one.count for one in shown)
    words = ", ".join(f"{one.count} {one.words.text}" for one in shown)
    return ColourBar(f"{plural(total, 'action')}: {words}", tuple(_pieces(shown)))


def _pieces(counts: Sequence[BarCount]) -> list[BarPiece]:
    pieces, left = [], 0
    for one, width in zip(counts, _widths([one.count for one in counts]), strict=True):
        pieces.append(
            BarPiece(
                one.colour,
                f"{one.symbol}{one.letter}",
                one.words,
                one.count,
                _percent(left),
                _percent(width),
                _percent(left + width // 2),
            )
        )
        left += width
    return pieces


def _widths(counts: Sequence[int]) -> list[int]:
    """The widths of the pieces, which add up to the whole; one too narrow for its label gets room from the others."""
    wide, room, total = [*range(len(counts))], _WHOLE, sum(counts)
    # What is made wider leaves less to the others, some of which may then be too narrow.
    while narrow := [place for place in wide if counts[place] * room < _NARROWEST * total]:
        wide = [place for place in wide if place not in narrow]
        room -= _NARROWEST * len(narrow)
        total -= sum(counts[place] for place in narrow)
    widths = [counts[place] * room // total if place in wide else _NARROWEST for place in range(len(counts))]
    widths[-1] += _WHOLE - sum(widths)
    return widths


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}%"
