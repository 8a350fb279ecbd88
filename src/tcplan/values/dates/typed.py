"""Dates as people type them in a command: `today`, `yesterday`, `30 June 2026`. Files have them as plans write them.

What can be read in two ways is not guessed: the error says what to type.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tcplan.values.dates.calculation import month_end
from tcplan.values.dates.parsing import parse_day, parse_due, parse_duration
from tcplan.values.dates.values import DateError, Duration, TimeUnit

_WORDS: Final = {"today": 0, "now": 0, "yesterday": -1}
_FORMS_OF_PLANS: Final = "write 2028"
"""How the help begins that lists what a plan can have in the place of a date."""

DATE_EXAMPLES: Final = "write a date such as"
"""How the help for words begins that say nothing of which date may be meant."""

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


@cache
def _short_length_pattern() -> re.Pattern[str]:
    return re.compile(rf"([0-9]{{1,4}}) ?([{''.join(unit[0] for unit in TimeUnit)}])")


@cache
def _ago_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:(a|an|one|two|three|\d{1,3}) (day|week|month|year)s? ago|(?:last|past) (week|month|year))")


@cache
def _joined_pattern() -> re.Pattern[str]:
    """A day as programs write it: without hyphens, or with the time of day."""
    return re.compile(r"(\d{4})-?([01]\d)-?([0-3]\d)(?:[T ]\d{1,2}[:.]\d.*)?")


def typed_day(text: str, today: date) -> str:
    """A day as a plan writes it, from what somebody typed; raises `DateError` with what to type instead."""
    try:
        return _typed(text, today, parse_day)
    except DateError as error:
        if error.is_known or not error.help.startswith(_FORMS_OF_PLANS):
            raise
        raise DateError(error.message, f"{DATE_EXAMPLES} {today} or {today:%Y-%m}, or today or yesterday") from None


def typed_length(text: str) -> Duration:
    """A length of time, from what somebody typed: `90d`, `12 weeks`, `6 months`; raises `DateError`."""
    short = _short_length_pattern().fullmatch(text.lower())
    units = {unit[0]: unit for unit in TimeUnit}
    return parse_duration(f"{short[1]} {units[short[2]]}" if short else " ".join(text.split()))


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
        if help_text := _help(words, today):
            raise DateError(error.message, help_text) from None
        meant = _only_meaning_pattern().fullmatch(error.help)
        if meant is None or len(words.split()) > _MOST_WORDS or error.impossible:
            raise
        parse(meant[1])
        return meant[1]
    return words


def _help(words: str, today: date) -> str | None:
    """What to type for words that count back from today, and for a day as a program writes it."""
    if ago := _ago_pattern().fullmatch(words.lower()):
        day = _ago(ago[1] or "a", ago[2] or ago[3], today).isoformat()
        return f"write {day} for {words}" if _is_written(day) else None
    joined = _joined_pattern().fullmatch(words)
    day = "-".join(joined.groups()) if joined else ""
    return f"write {day}" if _is_written(day) else None


def _ago(count: str, unit: str, today: date) -> date:
    number = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}.get(count) or int(count)
    if unit in ("day", "week"):
        return today - timedelta(days=number * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, month_end(year, month + 1).day))


def _is_written(day: str) -> bool:
    """Whether a plan can have a day: it exists, and its year is one that plans have."""
    try:
        parse_day(day)
    except DateError:
        return False
    return True


def _weekday_help(word: str, today: date) -> str:
    """The dates of a weekday before and after today: which of them is meant is not certain."""
    number = next(index for index, day in enumerate(_WEEKDAYS) if day.startswith(word[:3]))
    before = today - timedelta(days=(today.weekday() - number) % 7 or 7)
    after = before + timedelta(days=7)
    if after == today:
        after += timedelta(days=7)
    return f"write {before} for the last {_WEEKDAYS[number].title()}, or {after} for the next"
