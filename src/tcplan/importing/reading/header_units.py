"""What the header of a column adds to its cells: the unit of a number, the year of a month, the order of digits."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tcplan.importing.found import Field, FoundPlan, Words, every_entry
from tcplan.importing.reading.fragments import on_one_line
from tcplan.values.dates.values import MONTHS

_UNITS: Final = {"month": "months", "week": "weeks", "year": "years", "day": "days"}
_MOST_YEARS: Final = 10
"""No plan has more years; `26` is rather 2026."""

_NUMBER: Final = r"[0-9]{1,3}(?:\.0)?(?:\s*(?:-|\u2013|to|/)\s*[0-9]{1,3})?"


@cache
def _unit_pattern() -> re.Pattern[str]:
    """The unit of a length in a header: `Timescale (months)`, `Duration in weeks`, `Months`."""
    before = r"(?:.*(?:[(\[,/:-]|\bin)\s*)?(?:no\.? of |number of )?"
    return re.compile(rf"{before}(?P<unit>month|week|year|day)s\s*[)\]]?", re.IGNORECASE)


@cache
def _year_of_plan_pattern() -> re.Pattern[str]:
    """A header of years of the plan: `Year`, `Plan year`, `Year due`."""
    return re.compile(
        r"(?:plan |action plan |due |target |delivery )?year(?: of (?:the )?plan| due|\s*\(of plan\))?", re.IGNORECASE
    )


@cache
def _year_pattern() -> re.Pattern[str]:
    """A year in a header: `Due (2026)`, `Month in 2026`, `2025/26: Term`."""
    return re.compile(r"(?<![0-9/-])(?P<year>20[0-9]{2}(?:[/-](?:20)?[0-9]{2})?)(?![0-9/-])")


@cache
def _lacks_year_pattern() -> re.Pattern[str]:
    """A month, season, term or quarter without its year."""
    months = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
    before = "by |in |end of |early |mid |late |[0-9]{1,2}(?:st|nd|rd|th)? "
    seasons = "spring|summer|autumn|winter|easter|michaelmas|hilary|trinity"
    return re.compile(
        rf"(?:{before})*(?:{months}|sept)\.?|q[1-4]|quarter [1-4]"
        rf"|(?:{seasons})(?: term| semester)?|(?:term|semester) [1-3]",
        re.IGNORECASE,
    )


def with_unit(text: str, header: str) -> str:
    """The words of a cell with what their header adds; empty where it adds nothing."""
    said, header = on_one_line(text).strip(" ."), on_one_line(header)
    if re.fullmatch(_NUMBER, said):
        number = said.replace(".0", "")
        if _year_of_plan_pattern().fullmatch(header.strip(" :?*")):
            is_year = all(int(one) <= _MOST_YEARS for one in re.findall("[0-9]+", number))
            return f"year {number}" if is_year else ""
        if found := _unit_pattern().fullmatch(header.strip(" :?*")):
            return f"{number} {_UNITS[found['unit'].lower()]}"
        return ""
    years = _year_pattern().findall(header)
    return f"{said} {years[0]}" if len(years) == 1 and _lacks_year_pattern().fullmatch(said) else ""


@cache
def _digits_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9/.-])(?P<first>[0-9]{1,2})(?P<sign>[/.-])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>(?:20)?[0-9]{2})(?![0-9/.-])"
    )


def american_columns(plan: FoundPlan) -> dict[str, str]:
    """The columns of dates that are American, each with a date in it that can only be so.

    Two dates or more that have no such day in the British order, and none that has none in the other, say it of all.
    """
    texts: dict[str, list[str]] = {}
    for entry in every_entry(plan.entries):
        for words in (*entry.fields.get(Field.START, []), *entry.fields.get(Field.DUE, [])):
            if words.day is None:
                texts.setdefault(words.column, []).append(words.text)
    return {column: only[0] for column, said in texts.items() if (only := _only_american(said))}


def _only_american(texts: Iterable[str]) -> list[str]:
    dates = [found for text in texts for found in _digits_pattern().finditer(text)]
    only = [found[0] for found in dates if int(found["second"]) > 12 >= int(found["first"])]  # noqa: PLR2004 (months)
    british = [found for found in dates if int(found["first"]) > 12]  # noqa: PLR2004 (months of a year)
    return only if len(only) > 1 and not british else []


def as_british(text: str) -> str:
    """A text whose dates have the month first, with these as ISO writes them."""
    return _digits_pattern().sub(_in_iso, text)


def _in_iso(found: re.Match[str]) -> str:
    return f"20{found['year'][-2:]}-{int(found['first']):02}-{int(found['second']):02}"


def has_digits(words: Words) -> bool:
    """Whether some words have a date in digits that may be read in two orders."""
    return words.day is None and _digits_pattern().search(words.text) is not None
