"""Marks of Markdown within a line, and the tags that some texts have: what they say, and the words without them."""

import re
from functools import cache
from typing import NamedTuple

from tcplan.importing.document import Block, Paragraph, SourceLink, SourcePlace
from tcplan.importing.readers.html.reader import read_fragment
from tcplan.importing.readers.list_marks import split_bullet


class PlainText(NamedTuple):
    """Words without marks."""

    text: str
    is_bold: bool = False
    struck: tuple[str, ...] = ()
    links: tuple[SourceLink, ...] = ()


def read_inline(text: str) -> PlainText:
    """The words of a line without the marks of emphasis and of links."""
    links: list[SourceLink] = []
    text = _link_pattern().sub(lambda found: _take_link(found, links), text)
    struck = tuple(_struck_pattern().findall(text))
    text = _struck_pattern().sub("", text)
    is_bold = bool(_bold_pattern().fullmatch(text.strip()))
    for pattern in (_strong_pattern(), _emphasis_pattern(), _underline_pattern()):
        text = pattern.sub(r"\1", text)
    text = _escape_pattern().sub(r"\1", text)
    if struck:
        text = re.sub(" {2,}", " ", text)
    return PlainText(text.strip(), is_bold, struck, tuple(links))


def has_open_bold(text: str) -> bool:
    """Whether a line begins bold words that the next one ends."""
    return text.count("**") % 2 == 1


def read_cell_text(text: str, place: SourcePlace) -> tuple[Block, ...]:
    """The paragraphs of a cell: by its tags, where it has some, else by its lines."""
    if _tag_pattern().search(text):
        return read_fragment(text, place)
    paragraphs = []
    for line in re.split(r"\n", text):
        bullet, words = split_bullet(line.strip())
        plain = read_inline(words)
        if plain.text or plain.struck:
            depth = 1 if bullet else 0
            paragraphs.append(
                Paragraph(
                    plain.text, place, 0, depth, bullet, is_bold=plain.is_bold, struck=plain.struck, links=plain.links
                )
            )
    return tuple(paragraphs)


def has_tags(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return _tag_pattern().search(text) is not None


def _take_link(found: re.Match[str], links: list[SourceLink]) -> str:
    """The words of a link; an address in angle brackets is its own words."""
    text, url = (found[1], found[2]) if found[2] else (found[3], found[3])
    if url.lower().startswith(("http", "mailto:")):
        links.append(SourceLink(text, url))
    return text


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"!?\[([^\[\]\n]{1,300})\]\(([^()\s]{1,1000})\)|<((?:https?://|mailto:)[^<>\s]{1,1000})>")


@cache
def _struck_pattern() -> re.Pattern[str]:
    return re.compile(r"~~([^~\n]+)~~")


@cache
def _bold_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\*\*[^*]+\*\*|\*\*\*[^*]+\*\*\*|__[^_]+__):?")


@cache
def _strong_pattern() -> re.Pattern[str]:
    return re.compile(r"\*\*(?=\S)([^*]+|[^*]*\*[^*]+\*[^*]*)(?<=\S)\*\*")


@cache
def _emphasis_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+)(?<=[^\s\\])\*(?![\w*])")


@cache
def _underline_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w\\])_{1,2}(?=[^\s_])([^_]+)(?<=[^\s\\])_{1,2}(?!\w)")


@cache
def _escape_pattern() -> re.Pattern[str]:
    return re.compile(r"\\([\\`*_{}\[\]()#+.!|~<>-])")


@cache
def _tag_pattern() -> re.Pattern[str]:
    return re.compile(
        r"</?(?:p|br|ul|ol|li|i|em|b|strong|u|s|del|ins|sub|sup|span|div|a)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
    )
