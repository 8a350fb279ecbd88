"""Texts in the form in which they are compared: words alone, whatever marks, spaces, capitals or escapes there are."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import unquote

from tcplan.values.invisible import without_unseen

Words = tuple[str, ...]

_MARKS: Final = str.maketrans("", "", "\\*_`~")
"""What marks words in Markdown, or escapes such a mark; it can be in the middle of a word."""


_MOST_PARTS: Final = 8
"""Of an address with others in it; a longer one may be made to take long."""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\w+")


@cache
def _address_pattern() -> re.Pattern[str]:
    """A web or e-mail address, with or without the scheme before it."""
    end = r"[^\s<>\"'`()\[\]{}|]"
    named = rf"(?:\b[a-z][a-z0-9+.-]{{1,9}}://|\bmailto:){end}+"
    email = rf"(?<![\w.+-])[\w.+-]{{1,64}}@{end}+"
    host = rf"(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,9}}[a-z]{{2,24}}\b(?:[/?#]{end}*)?"
    return re.compile(rf"{named}|{email}|{host}")


@cache
def _line_start_pattern() -> re.Pattern[str]:
    """What Markdown puts before a line: bullets, numbers, signs of headings and quotations."""
    return re.compile(r"^[\s>]*(?:(?:[-+•–]|#{1,6}|\d{1,9}[.)])\s+)*")


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")


def plain(text: str) -> str:
    """A text without capitals, marks, escapes and characters that nobody sees."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", without_unseen(text))
    return unquote(text.translate(_MARKS)).casefold()


def words_of(text: str) -> Words:
    """The words of a text."""
    return tuple(_word_pattern().findall(plain(text)))


def addresses_in(text: str) -> Iterator[str]:
    """The addresses in a text, each as it is compared: without its scheme, `www.` and what ends a sentence."""
    for found in _address_pattern().finditer(_plain_address(text)):
        yield _without_scheme(found[0])
        # One that is part of another: `https://a.example/?to=https://b.example`.
        yield from map(_without_scheme, found[0].split("=", _MOST_PARTS)[1:])


def surely_addresses_in(text: str) -> Iterator[str]:
    """Those of them that are surely addresses, and no names of files or words with a full stop in them."""
    for found in _address_pattern().finditer(_plain_address(text)):
        if "/" in found[0] or "@" in found[0] or ":" in found[0]:
            yield _without_scheme(found[0])


def is_address(text: str) -> bool:
    """Whether a text is an address and nothing else."""
    return _address_pattern().fullmatch(text.strip().casefold()) is not None


def without_addresses(text: str) -> str:
    """A text with nothing in the place of its addresses; a link leaves its words."""
    shown = _link_pattern().sub(r"\1 ", text)
    return re.sub(_address_pattern().pattern, " ", shown, flags=re.IGNORECASE)


def prose_lines(text: str) -> Iterator[str]:
    """The lines of a Markdown text as a reader sees them: without bullets and numbers, and with the words of links."""
    for line in text.splitlines():
        yield without_addresses(_line_start_pattern().sub("", line))


def _plain_address(text: str) -> str:
    """A text as addresses are looked for in it: without escapes, capitals and characters that nobody sees."""
    seen = text if text.isascii() else unicodedata.normalize("NFKC", without_unseen(text))
    return unquote(seen.replace("\\", "")).casefold()


def _without_scheme(address: str) -> str:
    bare = re.sub(r"^(?:[a-z][a-z0-9+.-]*://|mailto:)?(?:www\.)?", "", address)
    return bare.rstrip("/.,;:!?*_&")
