"""A text as the tables of spellings compare it: small letters, one kind of dash and quote, numbers as digits."""

import re
from functools import cache
from typing import Final

_ALIKE: Final = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "`": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-", "_": " "}
)
_QUOTES: Final = {"'": "'", '"': '"', "\u201c": "\u201d"}
_NUMBERS: Final = {
    **{word: str(count) for count, word in enumerate(("one", "two", "three", "four", "five", "six"), 1)},
    **{word: str(count) for count, word in enumerate(("seven", "eight", "nine", "ten", "eleven", "twelve"), 7)},
    "eighteen": "18",
    "twenty-four": "24",
    "twenty four": "24",
    "thirty-six": "36",
    "thirty six": "36",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
}


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b")


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:due|by|in|on|during|until|till|up to|(?:no|not) later than|(?:at )?(?:the )?latest(?: by)?|the|target"
        r"|deadline)\b[: ]*(?=\S))+"
    )


@cache
def _trail_pattern() -> re.Pattern[str]:
    return re.compile(r"(?: at the latest| latest| or (?:sooner|earlier|before)|[.,;: ])+$")


def plain_words(text: str) -> str:
    """The words of a text in one spelling."""
    text = " ".join(text.translate(_ALIKE).lower().split())
    if len(text) > 2 and text[0] in _QUOTES and text[-1] == _QUOTES[text[0]]:  # noqa: PLR2004 (both, and a text)
        text = text[1:-1]
    return _number_pattern().sub(lambda found: _NUMBERS[found[0]], text)


def without_lead(words: str) -> str:
    """Words without those that come before or after a due date and change nothing: `by the`, `at the latest`."""
    words = _trail_pattern().sub("", words)
    return _lead_pattern().sub("", words, count=1) if _lead_pattern().match(words) else words
