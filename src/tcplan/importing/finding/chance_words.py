"""Words of actions that look like labels by chance: one item of many that begins with `Target: `."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tcplan.importing.finding.cell_kinds import Kind, is_timeline, kinds_of
from tcplan.importing.finding.cell_lists import without_bullet
from tcplan.importing.finding.labels import split_labels
from tcplan.importing.finding.pieces import Line, Piece
from tcplan.importing.found import Field

_LEAST = 3


def find_chance_labels(pieces: Sequence[Piece]) -> frozenset[int]:
    """The items of lists that begin like a label, such as `Target: half are women`, where no other item does.

    A label says what several items are. One that stands in a list without any other label, and nowhere else in the
    document, is how the words of that item begin.

    Returns: the identities of their paragraphs.
    """
    often = Counter(field for line in _lines(pieces) if (field := _label(line)))
    chance: set[int] = set()
    for run in _lists(pieces):
        labelled = [(line, field) for line in run if (field := _label(line))]
        if len(run) >= _LEAST and len(labelled) == 1 and often[labelled[0][1]] == 1:
            chance.add(id(labelled[0][0].paragraph))
    return frozenset(chance)


def _label(line: Line) -> Field | None:
    """The field of the label that a line begins with, if words follow it; the label of an action says so itself."""
    first = split_labels(without_bullet(line.paragraph.text))[0]
    is_plain = first.field in {Field.ACTION, Field.OBJECTIVE, Field.PILLAR} or not first.text
    return None if is_plain or _is_sure(first.field, first.text) else first.field


def _is_sure(field: Field | None, text: str) -> bool:
    """Whether the words after a label are what it announces: a date, or names."""
    if field in {Field.DUE, Field.START}:
        return is_timeline(text)
    return field in {Field.OWNERS, Field.LEAD} and Kind.NAMES in kinds_of(text)


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    return (piece for piece in pieces if isinstance(piece, Line) and piece.paragraph.text.strip())


def _lists(pieces: Iterable[Piece]) -> Iterator[list[Line]]:
    """The items of equal depth in each list."""
    for depth, run in groupby(pieces, key=_depth):
        if depth > 0:
            yield [piece for piece in run if isinstance(piece, Line)]


def _depth(piece: Piece) -> int:
    is_item = isinstance(piece, Line) and piece.is_item and not piece.heading
    return max(piece.paragraph.depth, 1) if isinstance(piece, Line) and is_item else 0
