"""How long a text is, in words and in columns of a terminal, and a text cut to the length of a message."""

import re
import unicodedata
from functools import cache
from typing import Final

MAX_SHOWN: Final = 60
MAX_MESSAGE: Final = 200
"""The number of characters of a text, or of a message with one in it, that are shown; the excerpt shows the rest."""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\S*\w\S*")


def count_words(text: str) -> int:
    """The number of words of a text as the forms count them: between spaces, with a letter or digit in them."""
    return len(_word_pattern().findall(text))


def display_width(text: str) -> int:
    """The number of columns of a terminal that a text takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def shortened(text: str, most: int = MAX_SHOWN) -> str:
    """The text on one line, and after `most` characters an ellipsis."""
    text = " ".join(text.splitlines())
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."
