"""Lists that a program saved without their depth: who and when stand in the actions, and the steps below have neither.

LibreOffice writes the items of all depths of some lists alike into a text. What is left to tell them apart is that
every list begins with an item that says who or when, and that the others are many.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.pieces import Line, Piece
from tcplan.importing.finding.tails import split_tail
from tcplan.importing.found import Field

_WHO_AND_WHEN: Final = frozenset({Field.OWNERS, Field.LEAD, Field.DUE})
_LEAST: Final = 3
_CHANCE: Final = 0.15


def mark_flat_steps(pieces: Sequence[Piece]) -> None:
    """Find the items that are steps of the item above them, though they are no deeper in the list."""
    lists = [(items, [_says_who_or_when(one) for one in items]) for items in _flat_lists(pieces)]
    told = [(items, says) for items, says in lists if any(says)]
    saying = sum(sum(says) for _, says in told)
    others = sum(len(says) for _, says in told) - saying
    if min(saying, others) < _LEAST or not all(says[0] for _, says in told):
        return
    # How likely it is that every list begins so by chance.
    if (saying / (saying + others)) ** len(told) > _CHANCE:
        return
    for items, says in told:
        for line, is_action in zip(items, says, strict=True):
            line.is_below = not is_action


def _flat_lists(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """The items of each list with bullets whose items all have the same depth."""
    for is_list, run in groupby(pieces, key=_is_bulleted):
        items = [piece for piece in run if isinstance(piece, Line)]
        if is_list and len({(one.paragraph.depth, one.paragraph.number) for one in items}) == 1:
            yield items


def _is_bulleted(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.paragraph.depth > 0 and not any(map(str.isalnum, piece.paragraph.number))


def _says_who_or_when(line: Line) -> bool:
    return any(field in _WHO_AND_WHEN for field, _ in split_tail(without_bullet(line.paragraph.text))[1])
