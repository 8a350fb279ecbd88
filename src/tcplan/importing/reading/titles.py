"""The title of a plan, and what it says of its period, its name and its number."""

import re
from functools import cache
from typing import Final

from tcplan.findings.span import Value
from tcplan.importing.draft import DraftValue
from tcplan.importing.found import FoundPlan
from tcplan.importing.reading.date_readings import read_date
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.values.dates.values import MONTHS
from tcplan.values.limits import MAX_TITLE

_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_USUAL: Final = "Technician Commitment action plan"
_LONGEST: Final = 240


@cache
def _phase_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:phase|stage)[ -]*(?P<number>one|two|three|four|i{1,3}|iv|[1-9])\b", re.IGNORECASE)


@cache
def _months_pattern() -> re.Pattern[str]:
    """`January to December 2026`, `Jan 2025 - Dec 2027`, `1 August 2023 to 31 July 2026`."""
    month = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(f'{one[:3]}(?:{one[3:]})?' for one in MONTHS)}|Sept)\.?"
    year = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2}(?![0-9]))"
    return re.compile(
        rf"(?P<first>{month}(?:,? {year})?)\s*(?:-|\u2013|\u2014|to|until|through to)\s*(?P<last>{month},? {year})",
        re.IGNORECASE,
    )


@cache
def _years_pattern() -> re.Pattern[str]:
    """`2025-27`, `2025 to 2027`, `2022/23 to 2024/25`; `2025/26` alone is one year."""
    year, academic = r"(?:19|20)[0-9]{2}", r"(?:/[0-9]{2}(?:[0-9]{2})?)"
    return re.compile(
        rf"(?<![\w/])(?P<first>{year}{academic}?)\s*(?:-|\u2013|\u2014|to|until)\s*(?P<last>{year}{academic}?|[0-9]{{2}}(?:/[0-9]{{2}})?)(?![\w/])"
        rf"|(?<![\w/])(?P<one>{year}/(?:[0-9]{{4}}|[0-9]{{2}}))(?![\w/])"
    )


def phase_of(found: FoundPlan) -> int:
    """The number of a plan that calls itself a phase; 0 for others."""
    phase = _phase_pattern().search(found.title)
    if phase is None:
        return 0
    number = phase["number"].lower()
    return _NUMBERS.get(number) or int(number) if number in _NUMBERS or number.isdigit() else 0


def name_of(found: FoundPlan) -> str:
    """The name of the file of a plan: by its phase, else empty."""
    phase = phase_of(found)
    return f"phase-{phase}" if phase else ""


def title_of(found: FoundPlan) -> str:
    """What a plan calls itself, else what plans of its kind are called."""
    return on_one_line(found.title)[:MAX_TITLE] or _USUAL


def period_of(found: FoundPlan) -> DraftValue | None:
    """The period that the title of a plan names, else a line of its introduction that says so; None where none does."""
    place = found.entries[0].place if found.entries else None
    lines = [(line.text, words.place) for words in found.about for line in lines_of(words)]
    labelled = [
        (text, where)
        for text, where in lines
        if re.match(
            r"(?:(?:action )?(?:plan |reporting )?(?:period|duration|time ?frame|dates?|cycle)|.{0,60}\baction plan\b)",
            text,
            re.IGNORECASE,
        )
    ]
    texts = [(found.title, place), *labelled]
    for text, where in texts:
        if text and len(text) <= _LONGEST and (period := read_period(on_one_line(text))):
            written = f"{period['start']} to {period['end']}"
            return DraftValue(
                dict(period),
                on_one_line(text) if text is not found.title and written not in text else "",
                *([where] if where else []),
            )
    return None


def read_period(text: str) -> dict[str, Value] | None:
    """The start and end that a text names as a span; None where it names none."""
    if found := _months_pattern().search(text):
        return _of_months(found["first"], found["last"])
    if not (found := _years_pattern().search(text)):
        return None
    if found["one"]:
        year = found["one"]
        first, second = year[:4], year[5:]
        follows = int(second) == (int(first) + 1) % (100 if len(second) == 2 else 10_000)  # noqa: PLR2004 (2025/26)
        if follows:
            academic = f"{first}/{second[-2:]}"
            return {"start": academic, "end": academic}
        return _of_years(first, second)
    return _of_years(found["first"], found["last"])


def _of_months(first: str, last: str) -> dict[str, Value] | None:
    end = read_date(last).due
    if not re.search(r"[0-9]{2}\s*$", re.sub(r"^[0-9]{1,2}(?:st|nd|rd|th)? ", "", first)):
        first = f"{first} {last[-4:]}"
    start = read_date(first).due
    if len(start) != 1 or len(end) != 1:
        return None
    return {"start": start[0], "end": end[0]} if start[0] <= end[0] else None


def _of_years(first: str, last: str) -> dict[str, Value] | None:
    """Calendar years, or academic years where they are written so: `2025-27` is from 2025 to 2027."""
    if re.fullmatch("[0-9]{2}(?:/[0-9]{2})?", last):
        last = f"{first[:2]}{last}"
    start, end = (read_date(one).due for one in (first, last))
    if len(start) != 1 or len(end) != 1 or not 0 <= int(end[0][:4]) - int(start[0][:4]) <= 12:  # noqa: PLR2004 (years)
        return None
    return {"start": start[0], "end": end[0]}
