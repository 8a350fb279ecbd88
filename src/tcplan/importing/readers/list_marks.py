"""Bullets that are typed before a text, where no list says that it is an item."""

import re
from functools import cache


def split_bullet(text: str) -> tuple[str, str]:
    """The bullet at the start of a text, and the text after it; an empty bullet where there is none."""
    found = _bullet_pattern().match(text)
    return (found[1] or found[2], text[found.end() :]) if found else ("", text)


@cache
def _bullet_pattern() -> re.Pattern[str]:
    # Signs that begin nothing else need no blank after them; dashes, stars and the letter o do.
    return re.compile(r"([•●○▪■□◦‣\u2043∙·➢➤▶►❖\uf0b7\uf0a7\uf0d8])\s*(?=\S)|([-–—*o])\s+(?=\S)")
