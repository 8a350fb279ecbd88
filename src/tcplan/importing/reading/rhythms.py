"""Work that comes again: `Termly, starting January 2026`, `every June from 2025`."""

import re
from functools import cache
from typing import Final

from tcplan.importing.reading.date_readings import NOTHING, DateReading, read_date
from tcplan.values.dates.due_words import OFTEN
from tcplan.values.dates.seasons import first_month
from tcplan.values.dates.values import MONTHS

_FROM: Final = (
    r"[ ,;:(-]*(?:from|since|starting(?: in| from)?|starts?(?: in)?|beginning(?: in)?|commencing(?: in)?)[: ]+"
)


@cache
def _often_pattern() -> re.Pattern[str]:
    """How often, and from when on."""
    often = rf"{OFTEN}|(?:every|each) (?!year of)\w+(?: \w+)?|(?:once|twice|[0-9]+ ?x|[0-9]+ times) (?:a|per|each) \w+"
    return re.compile(rf"(?:on[- ]?going[ ,;-]*)?(?P<often>{often}){_FROM}(?P<day>[^()]+?)[). ]*", re.IGNORECASE)


@cache
def _month_pattern() -> re.Pattern[str]:
    """The month or season that a rhythm names: `every June`, `each autumn term`."""
    months = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
    seasons = "(?:spring|summer|autumn|winter|easter|michaelmas)(?: term)?"
    return re.compile(rf"\b(?:{months}|sept|{seasons})$", re.IGNORECASE)


def read_rhythm(text: str) -> DateReading:
    """A rhythm with its first time, which is a start without an end; `NOTHING` for anything else."""
    found = _often_pattern().fullmatch(text.strip())
    if found is None:
        return NOTHING
    day = found["day"]
    named = _month_pattern().search(found["often"].strip())
    words = f"{named[0]} {day}" if named and re.fullmatch("[0-9]{4}(?:/[0-9]{2})?", day) else day
    reading = read_date(words)
    start = first_month(words) or (reading.due[0] if len(reading.due) == 1 and not reading.start else "")
    return DateReading(("ongoing",), start=start, rest=True) if start[:2] in ("19", "20") else NOTHING
