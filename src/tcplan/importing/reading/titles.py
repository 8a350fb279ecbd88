"""The title of a plan, and what it says of its period, its name and its number."""

import re
from functools import cache
from typing import Final

from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import DraftValue
from tcplan.importing.found import FoundPlan
from tcplan.importing.reading.fragments import lines_of, on_one_line
from tcplan.importing.reading.spans import find_span
from tcplan.values.limits import MAX_TITLE

_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_USUAL: Final = "Technician Commitment action plan"
_LONGEST: Final = 240


@cache
def _phase_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:phase|stage)[ -]*(?P<number>one|two|three|four|i{1,3}|iv|[1-9])\b", re.IGNORECASE)


@cache
def _years_pattern() -> re.Pattern[str]:
    return re.compile(r"20\d\d\s*(?:-|–|/|to)\s*(?:20)?\d\d")


def _top_lines(found: FoundPlan) -> list[tuple[str, SourcePlace]]:
    """The lines before the actions of a plan, and those that found no place."""
    return [(line.text, words.place) for words in (*found.about, *found.left) for line in lines_of(words)]


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
    title = on_one_line(found.title)[:MAX_TITLE]
    if title and not any(map(str.isalpha, title)):
        return f"{_USUAL} {title}"  # only the years
    return title or _USUAL


def period_of(found: FoundPlan) -> DraftValue | None:
    """The period that the title of a plan names, else a line of its introduction that says so; None where none does.

    A line that holds nothing but two years says so too, where no other line holds others.
    """
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
    alone = [(text, where) for text, where in _top_lines(found) if _years_pattern().fullmatch(text.strip())]
    texts = [(found.title, place), *labelled, *(alone if len({text.strip() for text, _ in alone}) == 1 else [])]
    for text, where in texts:
        if text and len(text) <= _LONGEST and (span := find_span(on_one_line(text))):
            return DraftValue(
                {"start": span.start, "end": span.end},
                on_one_line(text) if text is not found.title else "",
                *([where] if where else []),
            )
    return None
