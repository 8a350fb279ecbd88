"""Dates as people type them in a command: `today`, `yesterday`, `30 June 2026`. Files have them as plans write them.

What can be read in two ways is not guessed: the error says what to type.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tcplan.values.dates.parsing import parse_day, parse_due
from tcplan.values.dates.values import DateError

_WORDS: Final = {"today": 0, "now": 0, "yesterday": -1}
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_WORDS: Final = 4
"""A date has no more words than `the 30th of June`; a sentence that ends in one says more than a date."""


@cache
def _only_meaning_pattern() -> re.Pattern[str]:
    """The help for a text that can mean only one date."""
    return re.compile(r"write ([0-9][-0-9Q/]*)(?: for the whole month)?")


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:last |next |this |on )?({'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in _WEEKDAYS)})")


def typed_day(text: str, today: date) -> str:
    """A day as a plan writes it, from what somebody typed; raises `DateError` with what to type instead."""
    return _typed(text, today, parse_day)


def typed_due(text: str, today: date) -> str:
    """A due date as a plan writes it, from what somebody typed; raises `DateError` with what to type instead."""
    return _typed(text, today, parse_due)


def _typed(text: str, today: date, parse: Callable[[str], object]) -> str:
    words = " ".join(text.split())
    if words.lower() in _WORDS:
        return (today + timedelta(days=_WORDS[words.lower()])).isoformat()
    try:
        parse(words)
    except DateError as error:
        if words.lower() == "tomorrow":  # what is said of a day to come is rarely meant for it
            raise DateError(error.message, f"write {today + timedelta(days=1)} for tomorrow") from None
        if weekday := _weekday_pattern().fullmatch(words.lower()):
            raise DateError(error.message, _weekday_help(weekday[1], today)) from None
        meant = _only_meaning_pattern().fullmatch(error.help)
        if meant is None or len(words.split()) > _MOST_WORDS or error.impossible:
            raise
        parse(meant[1])
        return meant[1]
    return words


def _weekday_help(word: str, today: date) -> str:
    """The dates of a weekday before and after today: which of them is meant is not certain."""
    number = next(index for index, day in enumerate(_WEEKDAYS) if day.startswith(word[:3]))
    before = today - timedelta(days=(today.weekday() - number) % 7 or 7)
    after = before + timedelta(days=7)
    if after == today:
        after += timedelta(days=7)
    return f"write {before} for the last {_WEEKDAYS[number].title()}, or {after} for the next"
