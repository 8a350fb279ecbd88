"""The lines of what a document says in one place, with what shows that they are items of a list."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tcplan.importing.document import Paragraph, SourceLink
from tcplan.importing.found import Words


class FragmentLine(NamedTuple):
    """A line of a cell or paragraph.

    Attributes:
        text: Its words, without the sign of a list before them.
        depth: The depth of a list item, from 1; 0 for other lines.
        number: The number of a list item, where it has one and not a sign.
        links: The links of its paragraph.
        is_heading: Whether it is a heading of the document.
    """

    text: str
    depth: int = 0
    number: str = ""
    links: tuple[SourceLink, ...] = ()
    is_heading: bool = False


@cache
def _bullet_pattern() -> re.Pattern[str]:
    """A sign of a list that is typed before an item; `o` is what some programs make of a hollow one."""
    return re.compile(
        r"^\s*(?:[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043\uf0b7\uf0a7\u27a2\u2013\u2014*-]|o(?=\s))\s+"
    )


@cache
def _inline_bullet_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[\u2022\u25aa\u25cf\uf0b7\uf0a7\u27a2]\s*")


def lines_of(words: Words) -> list[FragmentLine]:
    """The lines of some words that are not empty, in order."""
    return [line for paragraph in _parts(words) for line in _lines(paragraph)]


def on_one_line(text: str) -> str:
    """A text with single spaces, and its lines joined by them."""
    return " ".join(text.split())


@cache
def _no_value_pattern() -> re.Pattern[str]:
    return re.compile(r"[-\u2010-\u2015._/\\\s]*|n ?[/.]? ?a\.?|none|nil|not applicable", re.IGNORECASE)


def is_no_value(text: str) -> bool:
    """Whether a text only says that there is nothing: `N/A`, a dash."""
    return _no_value_pattern().fullmatch(text.strip()) is not None


def words_together(every: Iterable[Words]) -> str:
    """The text of several places, one after the other; what a merged cell says in each of its rows, once."""
    return "\n".join(dict.fromkeys(words.text for words in every if words.text.strip()))


def _parts(words: Words) -> Iterable[Paragraph]:
    """The paragraphs, where the words are all of theirs; else the words as one."""
    shown = [paragraph for paragraph in words.paragraphs if paragraph.text.strip()]
    joined = "\n".join(paragraph.text for paragraph in shown)
    if on_one_line(joined) == on_one_line(words.text):
        return shown
    links = tuple(link for paragraph in shown for link in paragraph.links if link.text in words.text)
    return (Paragraph(words.text, words.place, links=links),)


def _lines(paragraph: Paragraph) -> Iterable[FragmentLine]:
    for text in paragraph.text.splitlines():
        if not text.strip():
            continue
        pieces = [one for one in _inline_bullet_pattern().split(text) if one.strip()]
        is_list = len(pieces) > 1 or _inline_bullet_pattern().match(text) is not None
        for index, piece in enumerate(pieces):
            bare = _bullet_pattern().sub("", piece, count=1)
            is_item = bare != piece or (is_list and (index > 0 or _inline_bullet_pattern().match(text) is not None))
            depth = paragraph.depth or int(is_item)
            number = paragraph.number if any(map(str.isalnum, paragraph.number)) else ""
            yield FragmentLine(
                on_one_line(bare), depth, number if index == 0 else "", paragraph.links, paragraph.heading > 0
            )
