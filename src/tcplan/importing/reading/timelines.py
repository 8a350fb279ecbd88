"""Timelines as documents have them: spans, several dates, dates among words, and the dates of spreadsheets."""

import re
from datetime import date
from functools import cache
from typing import Final

from tcplan.importing.found import Words
from tcplan.importing.reading.date_readings import (
    NOTHING,
    DateReading,
    as_written,
    goes_on_pattern,
    of_state,
    read_date,
)
from tcplan.importing.reading.dates_in_text import DateInText, dates_in
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.rhythms import read_rhythm
from tcplan.importing.reading.spans import read_span
from tcplan.values.dates import DateError, parse_due
from tcplan.values.dates.due_words import DONE
from tcplan.values.dates.seasons import first_month
from tcplan.values.dates.values import MONTHS

_MOST_OTHER_WORDS: Final = 14
"""With more words beside its dates a text is a sentence about something else."""


@cache
def _month_shown_pattern() -> re.Pattern[str]:
    """A date of which a spreadsheet shows only the month and the year."""
    return re.compile(
        r"[A-Za-z]{3,9}\.?[ /,.'\u2019-]*(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}[/.-][0-9]{1,2}"
    )


@cache
def _span_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:-|\u2013|\u2014|to|until|till|through to|(?:[;,.]?\s*(?:and )?)(?:(?:target |expected )?"
        r"(?:end(?:ing|s)?|finish(?:ing|es|ed)?|complet(?:e[sd]?|ing|ion)|due|deadline)(?: date)?(?: (?:by|in))?"
        r"(?:\s*:|\s+[-\u2013\u2014])?))\s*",
        re.IGNORECASE,
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    """Words that say of a date that it is a start or an end, and nothing more."""
    return re.compile(
        r"\b(?:(?:start|begin|commenc|finish|end|complet)\w*|target|expected|due|date|deadline|from|to|by|in|and|until)\b",
        re.IGNORECASE,
    )


@cache
def _from_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:from|since|(?:start(?:s|ing|ed)?|begin(?:s|ning)?|commenc\w+)(?: date)?(?: in)?)"
        r"(?:\s*:|\s+[-\u2013\u2014])?\s*$",
        re.IGNORECASE,
    )


@cache
def _done_before_pattern() -> re.Pattern[str]:
    """What says of the date after it that something was done on it."""
    done = r"completed|done|finished|achieved|delivered|implemented|closed|actual(?:ly)?(?: date| completion)?"
    return re.compile(rf"(?:^|[^\w])(?:{done})[ :,-]*(?:in|on)?[ :]*$", re.IGNORECASE)


@cache
def _event_pattern() -> re.Pattern[str]:
    """A time on one side of something that happens: `Before REF 2029`, `following the survey in 2027`."""
    months = "|".join(month[:3] for month in MONTHS)
    part = r"(?:(?:the )?(?:end|start|beginning|middle) (?:of )?)?"
    date = rf"{part}(?:[0-9]|{months}|q[1-4]|year|spring|summer|autumn|winter)"
    side = "after|before|following|prior to|ahead of|subject to|dependent on|depending on|post|pre"
    return re.compile(rf"(?:{side})\b[ -](?!{date})", re.IGNORECASE)


def read_timeline(words: Words) -> DateReading:
    """What a cell or paragraph says about time; `NOTHING` where no date can be read from it."""
    if words.day is not None:
        return DateReading((_as_shown(words.text, words.day),))
    return read_time(words.text)


def read_time(text: str) -> DateReading:
    """What a text says about time: as a whole, else line by line, else by the dates that are in it."""
    whole = on_one_line(text)
    if reading := _read(whole):
        if reading.due == ("ongoing",) and reading.doubt and (dated := _of_dates_in(whole)) != NOTHING:
            return dated  # `by July 2026, then annually`
        return _with_date_in_brackets(reading._replace(due=_in_order(list(reading.due))), whole)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and (reading := _of_lines(lines)):
        return reading
    if span := read_span(whole):
        return DateReading((span.end,), start=span.start)
    if _event_pattern().match(whole):
        return NOTHING  # `After REF (2029)`: how long after, nobody says
    among_words = _of_dates_in(whole)
    return among_words if among_words != NOTHING else _of_brackets(whole)


def _read(text: str) -> DateReading | None:
    readings = (reader(text) for reader in (read_rhythm, read_date))
    return next((reading for reading in readings if reading != NOTHING), None)


def _as_shown(text: str, day: date) -> str:
    """A date of a spreadsheet as far as it is shown: a month where only month and year are."""
    shown = text.strip()
    if re.fullmatch("[0-9]{4}", shown) and int(shown) == day.year:
        return shown
    is_month = _month_shown_pattern().fullmatch(shown) and shown.endswith((f"{day:%Y}", f"{day:%y}"))
    if is_month or re.fullmatch(rf"{day:%Y}[/.-]0?{day.month}", shown):
        return f"{day:%Y-%m}"
    return day.isoformat()


def _with_date_in_brackets(reading: DateReading, text: str) -> DateReading:
    """`12 months (December 2025)` says the date itself; a length counts from a start that may not be stated."""
    is_relative = len(reading.due) == 1 and re.fullmatch(r"year [0-9]+|[0-9]+ \w+", reading.due[0])
    inside = re.fullmatch(r"[^()\[\]]+[(\[]([^()\[\]]+)[)\]]", text) if is_relative else None
    dated = read_date(inside[1]) if inside else NOTHING
    if len(dated.due) == 1 and _is_absolute(dated.due[0]):
        return dated._replace(doubt="", rest=True)
    return reading


def _of_brackets(text: str) -> DateReading:
    """`Short term (0-12 months)` and `Medium term: 12-24 months` say in numbers what the words do not."""
    inside = re.fullmatch(r"[^()\[\]:;,]{3,40}(?:[(\[]([^()\[\]]+)[)\]]|:\s*(.+))", text)
    reading = read_date(inside[1] or inside[2]) if inside else NOTHING
    if reading.due in ((), ("tbc",)) or re.match(rf"(?:{DONE})\b", text, re.IGNORECASE):
        return NOTHING
    return reading._replace(rest=True)


def _is_absolute(written: str) -> bool:
    try:
        return parse_due(written).day is not None
    except DateError:
        return False


def _of_lines(lines: list[str]) -> DateReading | None:
    """Several lines, each with a date: a start and an end where they are called so, else the dates in order."""
    readings = [read_date(line) for line in lines]
    if any(reading == NOTHING for reading in readings):
        return None
    due = [one for reading in readings for one in reading.due]
    starts = [reading.start for reading in readings if reading.start]
    doubt = next((reading.doubt for reading in readings if reading.doubt), "")
    return DateReading(_in_order(due), start=starts[0] if starts else "", doubt=doubt, rest=True)


def _of_dates_in(text: str) -> DateReading:
    """The dates among other words, where these are few."""
    dates = _without_done(text, _without_years_of_plan(dates_in(text)))
    others = text
    for one in reversed(dates):
        others = f"{others[: one.start]} {others[one.end :]}"
    if not dates or len(others.split()) > _MOST_OTHER_WORDS:
        return NOTHING
    if re.match(rf"(?:{DONE})\b", text, re.IGNORECASE):
        return _of_done(text, dates)
    reading = _of_dates(text, dates, ("ongoing",) if goes_on_pattern().search(others) else ())
    is_plain = not others.strip(" ,;&.") or (
        reading.start and not _label_pattern().sub("", others).strip(" ,;:&.()-\u2013\u2014")
    )
    return reading._replace(doubt="" if is_plain else f"`{text}` is read as {in_words(reading)}")


def _of_done(text: str, dates: list[DateInText]) -> DateReading:
    """`Completed March 2026`: the only date that the document has, as it is; that the work is done is told."""
    return of_state(text, dates[-1].written) if len(dates) == 1 else NOTHING


def _of_dates(text: str, dates: list[DateInText], end: tuple[str, ...]) -> DateReading:
    first, last = dates[0], dates[-1]
    if _from_pattern().search(text[: first.start]) or _is_span(text, dates) or _is_start(text[first.end :]):
        due = tuple(one.written for one in dates[1:]) or end
        return DateReading(due, start=_start_of(first), rest=True)
    if len(dates) == 1:
        return DateReading((last.written, *end), rest=True)
    return DateReading((*_in_order([one.written for one in dates]), *end), rest=True)


def in_words(reading: DateReading) -> str:
    """What is read, for a doubt."""
    due = " and ".join(reading.due)
    start = f"a start, {reading.start}" if reading.start else ""
    return ", and ".join(filter(None, (start, f"due {due}" if start and due else due)))


def _without_done(text: str, dates: list[DateInText]) -> list[DateInText]:
    """Dates without those on which something was done, where another says when it is due."""
    due = [one for one in dates if not _done_before_pattern().search(text[: one.start])]
    return due or dates


def _without_years_of_plan(dates: list[DateInText]) -> list[DateInText]:
    """`Year 1: 2025` says the date of each year of the plan."""
    dated = [one for one in dates if _is_absolute(one.written)]
    return dated if len(dated) > 0 and len(dated) * 2 >= len(dates) else dates


def _is_start(after: str) -> bool:
    """`Sept 2025 start; complete by July 2026`, `Summer 2026 onwards`."""
    return re.match(r"\s*[(:,-]?\s*(?:and )?(?:(?:start|begin)\w*|onwards?)\b", after, re.IGNORECASE) is not None


def _is_span(text: str, dates: list[DateInText]) -> bool:
    if len(dates) != 2:  # noqa: PLR2004 (from one to the other)
        return False
    return _span_pattern().fullmatch(text[dates[0].end : dates[1].start]) is not None


def _start_of(one: DateInText) -> str:
    """A season as a start is its first month."""
    return first_month(one.words) or one.written


def _in_order(dates: list[str]) -> tuple[str, ...]:
    """Dates of the calendar from the first to the last, each once; others as the document has them."""
    unique = list(dict.fromkeys(dates))
    try:
        days = [parse_due(one).day for one in unique]
    except DateError:
        return tuple(unique)
    known = {one: day.last for one, day in zip(unique, days, strict=True) if day}
    return tuple(sorted(unique, key=known.__getitem__)) if len(known) == len(unique) else tuple(unique)


def is_as_written(text: str, written: str) -> bool:
    """Whether a value says all that the words of the document do."""
    return as_written(on_one_line(text)) == written or on_one_line(text) == written
