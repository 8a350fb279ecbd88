"""The words of a paragraph while they are collected, each with its look."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.document import Paragraph, SourceLink, SourcePlace
from tcplan.importing.readers.list_marks import split_bullet

LINE_BREAK: Final = "\v"
"""Stands for a `br`; the line ends of the source are blanks like any other."""


class HtmlPiece(NamedTuple):
    """Words of one look."""

    text: str
    is_struck: bool = False
    is_bold: bool = False
    colour: str = ""


class ParagraphShape(NamedTuple):
    """What a paragraph is: the level of a heading, the depth and the number of an item."""

    heading: int = 0
    depth: int = 0
    number: str = ""


def build_paragraphs(
    pieces: Sequence[HtmlPiece],
    shape: ParagraphShape,
    place: SourcePlace,
    links: Sequence[SourceLink],
    notes: Sequence[str] = (),
) -> Iterator[Paragraph]:
    """The paragraphs of words between two ends of blocks: several where an empty line or typed bullets part them."""
    struck = tuple(text for run in _struck_runs(pieces) if (text := collapse_blanks(run)))
    text = collapse_blanks("".join(piece.text for piece in pieces if not piece.is_struck))
    seen = [piece for piece in pieces if piece.text.strip() and not piece.is_struck]
    colours = {piece.colour for piece in seen}
    is_bold = bool(seen) and all(piece.is_bold for piece in seen)
    colour = colours.pop() if len(colours) == 1 and not links else ""
    for at, part in enumerate(_split_parts(text)):
        bullet, words = ("", part) if shape.number else split_bullet(part)
        depth = shape.depth or (1 if bullet else 0)
        number = (shape.number if at == 0 else "") or bullet
        depth = depth if at == 0 or bullet else 0
        first = at == 0
        yield Paragraph(
            words,
            place,
            shape.heading,
            depth,
            number,
            is_bold,
            "" if colour == "000000" else colour,
            struck if first else (),
            tuple(link for link in links if link.text in part) or (tuple(links) if first else ()),
            tuple(notes) if first else (),
        )
    if not text and struck:
        yield Paragraph("", place, shape.heading, shape.depth, shape.number, struck=struck)


def collapse_blanks(text: str) -> str:
    """The text as it is shown: blanks in a row are one, and those around a line break none."""
    lines = (_blank_pattern().sub(" ", line).strip() for line in text.split(LINE_BREAK))
    return "\n".join(lines).strip()


def _split_parts(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"\n{2,}", text) if part.strip()]
    if any(split_bullet(line)[0] for part in parts for line in part.split("\n")):
        return [line for part in parts for line in part.split("\n")]
    return parts


def _struck_runs(pieces: Sequence[HtmlPiece]) -> Iterator[str]:
    run = ""
    for piece in pieces:
        if piece.is_struck:
            run += piece.text
        elif run:
            yield run
            run = ""
    yield run


@cache
def _blank_pattern() -> re.Pattern[str]:
    return re.compile("[ \t\r\n\f\u00a0\u200b\ufeff]+")
