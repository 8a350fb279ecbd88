"""Days in words, the same in any locale."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import Final

from tcplan.values.dates import Day, Due, DueKind, Period, due_date, start_date

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY_PARTS, _MONTH_PARTS = 3, 2
_MOST_DAYS: Final = 2000
"""How many days are remembered with their words: those of more than five years."""

_DUE_WORDS: Final = {DueKind.TBC: "to be confirmed", DueKind.END: "the end of the plan", DueKind.ONGOING: "ongoing"}


@cache
def _iso_day_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


def long_day(day: date) -> str:
    """A day in words, the same in any locale: 30 June 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_words(day: Day) -> str:
    """A day, month, quarter or year as somebody wrote it, in words."""
    return _words_of(day.text, day.first)


@lru_cache(maxsize=_MOST_DAYS)
def _words_of(text: str, first: date) -> str:
    """The words for a day: a document has the same ones again and again, and keeps each text once."""
    parts = text.split("-")
    if len(parts) == _DAY_PARTS:
        return long_day(first)
    if len(parts) == _MONTH_PARTS:
        quarter = parts[1].upper()
        return f"{quarter} {parts[0]}" if quarter.startswith("Q") else f"{MONTHS[first.month - 1]} {parts[0]}"
    return text


def due_words(due: Due, period: Period, *, start: bool = False) -> str:
    """A due date as it was written, and the day that it means if the words do not name it."""
    written = day_words(due.day) if due.day else _DUE_WORDS.get(due.kind, due.text)
    comes_to = start_date(due, period) if start else due_date(due, period)
    names_the_day = due.day is not None and len(due.text.split("-")) >= _MONTH_PARTS and due.text[5:6].isdigit()
    return written if comes_to is None or names_the_day else f"{written} ({long_day(comes_to)})"


def with_long_dates(sentence: str) -> str:
    """A sentence with its days in words."""
    return _iso_day_pattern().sub(_long_date, sentence)


def _long_date(found: re.Match[str]) -> str:
    try:
        return long_day(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]
