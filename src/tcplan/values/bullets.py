"""Lists as documents have them, with bullets or numbers, which YAML reads as one text."""

import re
from functools import cache
from typing import Final

BULLETS: Final = "\u2022\u2023\u25aa\u25cb\u25cf\u25e6\uf0b7"
"""Round, triangular and square bullets, and that of Word's symbol font; names and sentences do not have them."""

DASHES: Final = "\u2010-\u2015\u2212"
"""What word processors make of a hyphen, for a class of characters."""


@cache
def bullet_pattern() -> re.Pattern[str]:
    """A bullet of a word processor, with the space around it."""
    return re.compile(rf"\s*[{BULLETS}]\s*")


@cache
def _mark_pattern() -> re.Pattern[str]:
    """A bullet alone, which is found much sooner."""
    return re.compile(f"[{BULLETS}]")


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s+)[-\u00b7{DASHES}]\s+")


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s+)\d\d?[.)]\s+")


def list_items(text: str) -> list[str]:
    """The items of a text that is a list: it has a bullet, or begins with a dash, or with a number of several.

    A text that is not a list has no items; a bullet or dash may have a single one.
    """
    if _mark_pattern().search(text):
        return _items(bullet_pattern(), text)
    if _dash_pattern().match(text):
        return _items(_dash_pattern(), text)
    numbered = _items(_number_pattern(), text) if _number_pattern().match(text) else []
    return numbered if len(numbered) > 1 else []


def _items(mark: re.Pattern[str], text: str) -> list[str]:
    return [item.strip() for item in mark.split(text) if item.strip()]
