"""Paragraphs: their words put together, with their number, their level of heading or list, and what hangs on them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tcplan.importing.document import Paragraph, SourceLink, SourcePlace
from tcplan.importing.readers.word.list_counters import ListCounters
from tcplan.importing.readers.word.short_names import number, value
from tcplan.importing.readers.word.styles import WordStyle, heading_of_outline
from tcplan.importing.readers.word.symbols import DOTS
from tcplan.importing.readers.word.words import TextPiece


class Standing(NamedTuple):
    """What a paragraph is in the order of the text: a heading, an item of a list, or neither."""

    heading: int
    depth: int
    number: str


def read_standing(properties: Element | None, style: WordStyle, counters: ListCounters) -> Standing:
    """The heading, depth and number of a paragraph that is shown. An item of a list is counted."""
    outline = heading_of_outline(properties)
    heading = style.heading if outline is None else outline
    list_id, level = _list_of(properties, style, counters)
    if not list_id:
        return Standing(heading, 0, "")
    shown = counters.next_number(list_id, level)
    # LibreOffice writes lists whose levels show nothing: nobody sees an item there.
    return Standing(heading, max(level + 1, style.depth) if shown and not heading else 0, shown)


def _list_of(properties: Element | None, style: WordStyle, counters: ListCounters) -> tuple[str, int]:
    """The list and the level of a paragraph; its own properties come before those of its style."""
    own = None if properties is None else properties.find("w:numPr")
    list_id = value(own, "w:numId") or style.list_id
    if not list_id or list_id == "0":
        return "", 0
    if level := value(own, "w:ilvl"):
        return list_id, number(level)
    word_list = counters.lists.get(list_id)
    bound = word_list.level_of_style(style.ids) if word_list else None
    return list_id, style.list_level if bound is None else bound


def make_paragraph(
    pieces: list[TextPiece], place: SourcePlace, standing: Standing, notes: tuple[str, ...]
) -> Paragraph:
    """A paragraph of these words."""
    shown = [piece for piece in pieces if not piece.look.is_struck]
    worded = [piece for piece in shown if piece.text.strip()]
    colours = {"" if piece.url else piece.look.colour for piece in worded}
    return Paragraph(
        text=joined_text(pieces).strip(),
        place=place,
        heading=standing.heading,
        depth=standing.depth,
        number=standing.number,
        is_bold=bool(worded) and all(piece.look.is_bold for piece in worded),
        colour=next(iter(colours)) if len(colours) == 1 else "",
        struck=tuple(_struck(pieces)),
        links=tuple(_links(shown)),
        notes=notes,
    )


def ground_of(pieces: Iterable[TextPiece]) -> str:
    """The colour behind all words of a paragraph; empty for none, and for several."""
    grounds = {piece.look.ground for piece in pieces if piece.text.strip() and not piece.look.is_struck}
    return next(iter(grounds)) if len(grounds) == 1 else ""


def dots_of(pieces: Iterable[TextPiece]) -> set[str]:
    """The colours of the dots in a paragraph."""
    return {piece.look.colour for piece in pieces if piece.look.colour and set(piece.text.strip()) & DOTS}


def joined_text(pieces: list[TextPiece]) -> str:
    """The words that are not struck out, with one space where something struck out stood between two."""
    text = ""
    is_after_gap = False
    parts = []
    for piece in pieces:
        if piece.look.is_struck:
            is_after_gap = True
            continue
        added = piece.text.lstrip(" ") if is_after_gap and text.endswith(" ") else piece.text
        is_after_gap = False
        parts.append(added)
        text = added or text
    return "".join(parts)


def _struck(pieces: list[TextPiece]) -> Iterator[str]:
    for is_struck, group in groupby(pieces, key=lambda piece: piece.look.is_struck):
        text = "".join(piece.text for piece in group).strip()
        if is_struck and text:
            yield text


def _links(pieces: list[TextPiece]) -> Iterator[SourceLink]:
    for url, group in groupby(pieces, key=lambda piece: piece.url):
        text = "".join(piece.text for piece in group).strip()
        if url and text:
            yield SourceLink(text, url)
