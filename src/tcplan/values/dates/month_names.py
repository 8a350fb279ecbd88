"""Months with a slip of the finger, and in Welsh: the text with the English name."""

import re
from typing import Final

from tcplan.values.dates.plain_words import plain_words
from tcplan.values.dates.values import MONTHS
from tcplan.values.near_words import certain

_WELSH: Final = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_SHORTEST: Final = 4
"""A shorter word is like too many others."""


def with_english_months(text: str) -> str:
    """A text with months as they are spelt in English; the same text if there is nothing to correct."""
    return re.sub(r"[^\W\d_]{3,}", lambda found: _month(found[0]), plain_words(text))


def _month(word: str) -> str:
    if word in _WELSH:
        return MONTHS[_WELSH.index(word)].lower()
    if len(word) < _SHORTEST or word in ("sept", "mark", "march", "juni", "juli"):
        return {"juni": "june", "juli": "july"}.get(word, word)
    months = [month.lower() for month in MONTHS if len(month) >= _SHORTEST]
    return certain(word, months) or word
