"""Spellings met in published plans (`May-19`, `31/03/2026`, `Y2`), and what to write for them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.values.dates.reading import read_day
from tcplan.values.dates.values import MONTHS, DateError

_SHORT_YEAR: Final = r"(?P<year>[0-9]{4}|[0-9]{2})"
_MONTH_WORD: Final = rf"\b(?P<word>sept|{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)})\b"
_YEARS: Final = "(?:y|yr|year)s?"
_WITHIN: Final = "(?:within |in |after )?"


@cache
def _day_spellings() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"^(?P<day>[0-9]{{1,2}})[/.-](?P<month>[0-9]{{1,2}})[/.-]{_SHORT_YEAR}$",
            r"^(?P<year>[0-9]{4})[/.-](?P<month>[0-9]{1,2})[/.-](?P<day>[0-9]{1,2})$",
            r"^(?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})$",
            r"^(?P<year>[0-9]{4})[/.-](?P<month>[0-9])$",
            r"^q(?P<quarter>[1-4])[ /-]*(?P<year>[0-9]{4})$",
            r"^(?P<year>[0-9]{4})[ /]*q(?P<quarter>[1-4])$",
            r"\b(?P<year>[0-9]{4}) ?[/–-] ?(?:[0-9]{2})?(?P<next>[0-9]{2})$",
            rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?{_MONTH_WORD}[ ,.'’-]*{_SHORT_YEAR}$",
            rf"{_MONTH_WORD}[ ,.'’-]*{_SHORT_YEAR}$",
            r"^(?:by |before )?(?:the )?(?P<last>end) (?:of )?(?:the )?(?:year )?(?P<year>[0-9]{4})$",
        )
    )


_LAST_MONTH: Final = "the last month that you mean, such as "
RHYTHMS: Final = {
    "weekly": "1 week",
    "monthly": "1 month",
    "quarterly": "3 months",
    "termly": "4 months",
    "half-yearly": "6 months",
    "six-monthly": "6 months",
    "biannually": "6 months",
    "yearly": "12 months",
    "annually": "12 months",
}


@cache
def _due_spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), write)
        for pattern, write in (
            (rf"{_YEARS}[ -]?([0-9]{{1,2}})", r"year \1"),
            (
                rf"{_YEARS}[ -]?([0-9]) ?(?:-|–|to) ?(?:{_YEARS})?[ -]?([0-9])",
                r"year \2 as due, and year \1 as start",
            ),
            (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:m|mth|mths|months?)", r"\1 months"),
            (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:w|wk|wks|weeks?)", r"\1 weeks"),
            (rf"{_WITHIN}([0-9]{{1,4}})[ -]*(?:y|yr|yrs|years?)", r"\1 years"),
            (r"tbd|tba|tbc\.|to be (?:confirmed|decided|determined|agreed|announced)", "tbc"),
            (
                (
                    rf"on[ -]going|continuous|continuing|rolling|annual|{'|'.join(RHYTHMS)}"
                    r"|(?:each|every) (?:year|term|month)"
                ),
                "ongoing",
            ),
            (r"asap|as soon as possible|immediately|soon", "the month when it is due, or tbc"),
            (r"(?:by |in )?spring(?: term)? ([0-9]{4})", rf"{_LAST_MONTH}\1-05"),
            (r"(?:by |in )?summer(?: term)? ([0-9]{4})", rf"{_LAST_MONTH}\1-08"),
            (r"(?:by |in )?(?:autumn|winter|michaelmas)(?: term)? ([0-9]{4})", rf"{_LAST_MONTH}\1-12"),
            (r"(?:the )?end of (?:the )?(?:plan|period)", "end"),
        )
    )


def suggest_day(text: str) -> str:
    """What to write for the spellings met in published plans (`May-19`, `31/03/2026`, `Q1 2026`), or nothing."""
    text = text.strip()
    if _is_day(text):
        return f"write {text} without the spaces around it"
    for pattern in _day_spellings():
        if match := pattern.search(text):
            found = [written for written in _spell(match.groupdict()) if _is_day(written)]
            if pattern is _day_spellings()[0] and len(set(found)) > 1:
                return f"write {found[0]} for {_in_words(found[0])}, or {found[1]} for {_in_words(found[1])}"
            if found:
                written = found[0]
                month = re.fullmatch(r"[0-9]{4}-[0-9]{2}", written)
                return f"write {written}{' for the whole month' if month else ''}"
    return ""


def _spell(parts: dict[str, str]) -> Iterator[str]:
    """The parts of a date in our order; a day and a month of numbers in the British order first."""
    year = parts["year"] if len(parts["year"]) > 2 else f"20{parts['year']}"  # noqa: PLR2004 (a short year)
    if "quarter" in parts:
        yield f"{year}-Q{parts['quarter']}"
    elif "next" in parts:
        yield f"{year}/{parts['next']}"
    else:
        word = parts.get("word", "").title()
        month = (
            "12"
            if "last" in parts
            else parts.get("month") or next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))
        )
        if "day" not in parts:
            yield f"{year}-{int(month):02}"
            return
        yield f"{year}-{int(month):02}-{int(parts['day']):02}"
        yield f"{year}-{int(parts['day']):02}-{int(month):02}"


def _in_words(day: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    return f"{number} {MONTHS[month - 1]} {year}"


def _is_day(text: str) -> bool:
    try:
        return read_day(text) is not None
    except DateError:
        return False


def suggest_due(text: str) -> str:
    """What to write for the words met in place of a due date (`Y2`, `Yr1-3`, `within 12 months`), or nothing."""
    for pattern, write in _due_spellings():
        if match := pattern.fullmatch(text.strip()):
            return f"write {match.expand(write)}"
    return ""
