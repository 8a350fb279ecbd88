"""Dates as machines write them: `46022` and `31/12/2026 00:00` in spreadsheets, `20261231`, the week `2027-W05`."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Final

from tcplan.values.dates.plain_words import plain_words, without_lead
from tcplan.values.dates.suggestion import (
    Suggestion,
    certainly,
    day_in_words,
    in_full,
    is_day,
    one_of,
    probably,
    with_remark,
)

_BEFORE_FIRST_SERIAL: Final = date(1899, 12, 30)
"""Day 0 of spreadsheets, for days after February 1900."""

_FRIDAY: Final = 5
_CLOCK: Final = (
    r"(?P<clock>[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)? ?(?:[ap]m|z)?|[0-9]{1,2} ?[ap]m|noon|midday)"
)


@cache
def _serial_pattern() -> re.Pattern[str]:
    """The days from 2009 to 2050 as spreadsheets count them."""
    return re.compile(r"(?P<days>4[0-9]{4}|5[0-4][0-9]{3})(?:[.,][0-9]+)?")


@cache
def _compact_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<year>20[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])")


@cache
def _compact_british_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<day>[0-3][0-9])(?P<month>[0-3][0-9])(?P<year>20[0-9]{2})")


@cache
def _week_pattern() -> re.Pattern[str]:
    return re.compile(r"(?P<year>20[0-9]{2})[ -]?w(?:eek ?|k ?)?(?P<week>[0-5]?[0-9])(?:-?(?P<weekday>[1-7]))?")


@cache
def _clock_pattern() -> re.Pattern[str]:
    between = "(?:t|,? (?:at |by )?)"
    return re.compile(
        rf"(?P<day>.*[0-9]{{2}}){between}{_CLOCK}|{_CLOCK.replace('<clock', '<before')},? (?:on )?(?P<after>.+)"
    )


def suggest_machine_date(text: str, suggest: Callable[[str], Suggestion | None]) -> Suggestion | None:
    """What to write for a date of a machine; `suggest` reads the rest of one that has a time."""
    words = without_lead(plain_words(text))
    if found := _serial_pattern().fullmatch(words):
        return _serial(int(found["days"]))
    if found := _week_pattern().fullmatch(words):
        return _week(int(found["year"]), int(found["week"]), int(found["weekday"] or 0))
    if found := _clock_pattern().fullmatch(words):
        return _without_clock(suggest(found["day"] or found["after"]), found["clock"] or found["before"])
    return _compact(words)


def _compact(words: str) -> Suggestion | None:
    """`20261231`, `31122026`, `202612` and `122026`."""
    if found := _compact_pattern().fullmatch(words):
        return _first_possible(f"{found['year']}-{found['month']}-{found['day']}")
    if found := _compact_british_pattern().fullmatch(words):
        year, first, second = found["year"], found["day"], found["month"]
        return _first_possible(f"{year}-{second}-{first}", f"{year}-{first}-{second}")
    found = re.fullmatch(r"(20[0-9]{2})(0[1-9]|1[0-2])|(0[1-9]|1[0-2])(20[0-9]{2})", words)
    return probably(f"{found[1] or found[4]}-{found[2] or found[3]}") if found else None


def _serial(days: int) -> Suggestion:
    written = str(_BEFORE_FIRST_SERIAL + timedelta(days=days))
    return probably(written, f"write {written}: {days} is the number that spreadsheets have for that day")


def _first_possible(*written: str) -> Suggestion | None:
    possible = [one for one in dict.fromkeys(written) if is_day(one)]
    if len(possible) > 1:
        return one_of(*((one, day_in_words(one)) for one in possible))
    return certainly(possible[0]) if possible else None


def _week(year: int, week: int, weekday: int) -> Suggestion | None:
    """A week of the calendar, with its Friday as the example; with the day of the week it is that day."""
    try:
        day = date.fromisocalendar(year, week, weekday or _FRIDAY)
    except ValueError:
        return None
    return certainly(str(day)) if weekday else Suggestion(f"write a day of that week, such as {day}")


def _without_clock(found: Suggestion | None, clock: str) -> Suggestion | None:
    """The day alone; midnight is what spreadsheets and databases add to one, any other time stays as a comment."""
    if found is None or len(found.written) != len("2026-12-31"):
        return found if found and not found.written else None
    if not found.is_certain:
        return probably(found.written)
    is_midnight = not re.search("[1-9]", clock) and clock[0] == "0"
    return certainly(found.written) if is_midnight else with_remark(found.written)._replace(help=_time_help(found))


def _time_help(found: Suggestion) -> str:
    return f"write {in_full(found.written)}; a time of day can go into a comment after ` # `"
