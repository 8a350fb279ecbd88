"""Prose without any markup, which most reports have: no parser of Markdown needs to look at it."""

import re
from functools import cache


@cache
def _plain_pattern() -> re.Pattern[str]:
    """Lines that begin with a letter and have only letters, digits, single spaces, and signs that mean nothing."""
    word = r"(?:[^\W_]|[-.,;:'\"/()%?\u2018\u2019\u201c\u201d\u2013\u2014£€])++"
    line = rf"(?=[^\W\d_]){word}(?: {word})*+"
    return re.compile(rf"{line}(?:\n{line})*+\n?")


def is_plain(text: str) -> bool:
    """Whether a text reads the same as Markdown and as HTML: one paragraph of words, as they are."""
    return _plain_pattern().fullmatch(text) is not None
