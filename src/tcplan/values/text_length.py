"""How long a text is, in words and in columns of a terminal, and a text cut to the length of a message."""

import unicodedata
from typing import Final

MAX_SHOWN: Final = 60
MAX_MESSAGE: Final = 200
"""The number of characters of a text, or of a message with one in it, that are shown; the excerpt shows the rest."""

_LONG_DASHES: Final = {0x2013: " ", 0x2014: " "}


def count_words(text: str) -> int:
    """The number of words of a text as word processors count them, since a form's limit is checked with one.

    A word is what is between two blanks or long dashes, and a sign that stands alone is one too: `R & D` has three.
    So LibreOffice counts, unless it is set otherwise. Microsoft Word takes a long dash for a part of a word, or for a
    word if it stands alone.
    """
    return len(text.translate(_LONG_DASHES).split())


def display_width(text: str) -> int:
    """The number of columns of a terminal that a text takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def shortened(text: str, most: int = MAX_SHOWN) -> str:
    """The text on one line, and after `most` characters an ellipsis."""
    text = " ".join(text.splitlines())
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."
