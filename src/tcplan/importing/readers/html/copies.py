"""Copies of a table for small screens, which a page shows instead of it: told by a class, and by saying the same."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.importing.readers.html.elements import HtmlElement

_LEAST_LETTERS: Final = 4
_LEAST_TEXTS: Final = 3
_SHARE: Final = 0.9
_MOST_COPIES: Final = 50


def find_copies(root: HtmlElement) -> list[HtmlElement]:
    """The elements whose class speaks of small screens, and whose words all stand elsewhere on the page too."""
    candidates = list(_candidates(root))[:_MOST_COPIES]
    if not candidates:
        return []
    everywhere = Counter(_texts(root))
    copies = []
    for node in candidates:
        own = Counter(_texts(node))
        elsewhere = sum(everywhere[text] > times for text, times in own.items())
        if len(own) >= _LEAST_TEXTS and elsewhere >= _SHARE * len(own):
            copies.append(node)
            everywhere.subtract(own)  # of two copies one is kept
    return copies


def _candidates(node: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements with such a class."""
    for child in node.elements():
        if _small_pattern().search(child.attributes.get("class", "")):
            yield child
        else:
            yield from _candidates(child)


def _texts(node: HtmlElement) -> Iterator[str]:
    """The texts in an element, each as it stands between two tags."""
    if node.tag in {"script", "style"}:
        return
    for child in node.children:
        if isinstance(child, HtmlElement):
            yield from _texts(child)
        elif len(text := " ".join(child.split()).casefold()) >= _LEAST_LETTERS:
            yield text


@cache
def _small_pattern() -> re.Pattern[str]:
    words = "mobile|phone|telephone|smartphone|handheld|small|narrow|xs|cards?|stacked|compact"
    return re.compile(rf"(?:^|[\s_-])(?:{words})(?:[\s_-]|$)", re.IGNORECASE)
