"""Bare addresses in a text: a web address or an e-mail address that is not in a link, which documents make one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

_PAIRS: Final = {")": "(", "]": "["}
_NOT_AT_END: Final = ".,;:!?'\"*_~\u2019\u201d\u2026"


class BareAddress(NamedTuple):
    """An address where it was typed, from `start` to `end`: its words, and where a link to it leads."""

    start: int
    end: int
    words: str
    href: str


@cache
def _address_pattern() -> re.Pattern[str]:
    """The beginning of a web address with all that may be of it, or an e-mail address."""
    rest = r"[^\s<>\"`|\u201c\u201d\u00ab\u00bb\u0000-\u001f\u007f]"
    host = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
    return re.compile(
        rf"(?<![^\W_])(?<![/@.+-])(?:(?P<web>(?:https?://|www\.){host}{rest}*)"
        rf"|(?P<mail>[A-Za-z0-9](?:[\w.+'-]{{0,62}}\w)?@{host}(?:\.{host})+))",
        re.IGNORECASE,
    )


@cache
def _escape_pattern() -> re.Pattern[str]:
    """A sign of Markdown that somebody escaped in an address, and the ampersand of HTML."""
    return re.compile(r"\\([!-/:-@\[-`{-~])|&(amp);", re.IGNORECASE)


def may_hold_address(text: str) -> bool:
    """Whether it is worth to look for addresses."""
    return "://" in text or "@" in text or "www." in text.lower()


def bare_addresses(text: str) -> Iterator[BareAddress]:
    """The addresses of a text, in their order; of the signs after one only those that are surely its own."""
    if not may_hold_address(text):
        return
    place = 0
    while found := _address_pattern().search(text, place):
        typed = found["mail"] or _without_end(found["web"])
        place = found.start() + len(typed)
        if found["mail"] or "." in typed.partition("://")[2] or typed.lower().startswith("www."):
            words = _escape_pattern().sub(lambda one: one[1] or "&", typed)
            yield BareAddress(found.start(), place, words, _href(words, is_mail=bool(found["mail"])))


def _href(words: str, *, is_mail: bool) -> str:
    if is_mail:
        return f"mailto:{words}"
    return f"https://{words}" if words.lower().startswith("www.") else words


def _without_end(typed: str) -> str:
    """A web address without the signs that belong to the sentence: what it closes and did not open, and a full stop."""
    opened: list[str] = []
    for place, sign in enumerate(typed):
        if sign in "([":
            opened.append(sign)
        elif sign in _PAIRS and (not opened or opened.pop() != _PAIRS[sign]):
            typed = typed[:place]
            break
    typed = typed.rstrip(_NOT_AT_END)
    while typed.endswith(("(", "[", "\\")):
        typed = typed[:-1].rstrip(_NOT_AT_END)
    return typed
