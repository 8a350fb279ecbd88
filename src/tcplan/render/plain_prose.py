"""Prose that no parser of Markdown needs to look at: most reports are words, a few of them between asterisks."""

import re
from functools import cache

from tcplan.markdown.addresses import may_hold_address
from tcplan.markdown.pasted_lists import mark_lists


@cache
def _plain_pattern() -> re.Pattern[str]:
    """Lines that begin with a word and have only words, single spaces, and signs that mean nothing.

    Asterisks are in pairs around whole words of one line: those that begin emphasis are after a space and before a
    letter or digit, and those that end it are after one and at the end of a word or clause, so none can do both.
    """
    word = r"(?:[^\W_]|[-.,;:'\"/()%?\u2018\u2019\u201c\u201d\u2013\u2014£€])++"
    words = rf"(?=[^\W_]){word}(?: {word})*+(?<=[^\W_])"
    either = rf"(?:\(?(?:\*{words}\*|\*\*{words}\*\*)[.,;:?)]*+|{word})"
    line = rf"(?=\*{{0,2}}[^\W\d_]){either}(?: {either})*+"
    return re.compile(rf"{line}(?:\n{line})*+\n?")


@cache
def _emphasis_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<marks>\*\*?)(?P<words>[^*]++)(?P=marks)")


def is_plain(text: str) -> bool:
    """Whether a text is one paragraph of words as they are, but for what is in asterisks."""
    is_words = _plain_pattern().fullmatch(text) is not None
    return is_words and not may_hold_address(text) and not mark_lists(text).items


def plain_html(text: str) -> str:
    """The content of the paragraph that a plain text is, in HTML; no sign in it is one of HTML."""
    return _emphasis_pattern().sub(_element, text.rstrip()) if "*" in text else text.rstrip()


def _element(found: re.Match[str]) -> str:
    tag = "em" if found["marks"] == "*" else "strong"
    return f"<{tag}>{found['words']}</{tag}>"
