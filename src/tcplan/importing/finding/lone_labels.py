"""Labels in lines of their own, which come again in the same order below the title of each action.

A web page with a list of terms loses its shape in other programs: `Responsible`, the names, `Timeframe`, the date are
lines like all others. What is left is that the same few labels come for every action.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tcplan.importing.finding.labels import label_field
from tcplan.importing.finding.pieces import Line, Piece
from tcplan.importing.found import Field

_LEAST: Final = 3
_MOST_WORDS: Final = 7
_WHO: Final = frozenset({Field.OWNERS, Field.LEAD})
_FIELDS: Final = _WHO | {
    Field.DUE,
    Field.START,
    Field.SUCCESS,
    Field.PRIORITY,
    Field.RESOURCES,
    Field.RAG,
    Field.REPORT,
    Field.EVIDENCE,
    Field.ABOUT,
    Field.ALIGNS,
    Field.THEMES,
}


def mark_lone_labels(pieces: Sequence[Piece]) -> None:
    """Find the labels, the lines below each that are its values, and the titles of the actions above the first."""
    run: list[Line] = []
    for piece in [*pieces, None]:
        if isinstance(piece, Line):
            run += [piece] if piece.paragraph.text.strip() else []
        else:
            _mark_run(run)
            run = []


def _mark_run(lines: Sequence[Line]) -> None:
    fields = [_field_of(line) for line in lines]
    often = Counter(_plain(line) for line, field in zip(lines, fields, strict=True) if field)
    labels = {text: count for text, count in often.items() if count >= _LEAST}
    if not labels:
        return
    found = {at: field for at, field in enumerate(fields) if field and _plain(lines[at]) in labels}
    first = _plain(lines[min(found)])
    titles = {at - 1 for at in found if _plain(lines[at]) == first}
    is_plan = len(labels) > 1 and bool(_WHO & set(found.values())) and not titles & set(found) and min(titles) >= 0
    if not is_plan or labels[first] < max(labels.values()):
        return
    is_open = False
    for at, line in enumerate(lines):
        line.is_action = line.is_action or at in titles
        line.label = found.get(at)
        is_open = at in found or (is_open and at not in titles and not line.heading)
        line.is_value = is_open and at not in found


def _field_of(line: Line) -> Field | None:
    """The field of a line that is nothing but a label."""
    text = line.paragraph.text.strip().rstrip(":")
    has_date = any(map(str.isdigit, text))  # `By May 2026` is what a label says
    if line.heading or line.is_item or has_date or len(text.split()) > _MOST_WORDS:
        return None
    field = label_field(text)
    return field if field in _FIELDS else None


def _plain(line: Line) -> str:
    return line.paragraph.text.strip().rstrip(":").casefold()
