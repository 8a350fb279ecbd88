"""Dates within other words: where they are, and what is written for each."""

import re
from functools import cache
from typing import Final, NamedTuple

from tcplan.importing.reading.date_readings import read_date
from tcplan.values.dates.values import MONTHS

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_MONTH: Final = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|Sept)\b\.?"
_NEXT: Final = r"(?: ?[/\u2013-] ?(?:20)?[0-9]{2}(?![0-9/]))?"
_SEASON: Final = r"(?:Spring|Summer|Autumn|Winter|Easter|Christmas|Michaelmas|Hilary|Trinity)"


class DateInText(NamedTuple):
    """A date within other words: where it begins and ends, its words, and what is written for it."""

    start: int
    end: int
    words: str
    written: str
    is_certain: bool


@cache
def date_pattern() -> re.Pattern[str]:
    """A day, month, quarter, season or year with its year, or a year of the plan."""
    return re.compile(
        rf"(?<![\w/.,])(?<![0-9]-)(?:the )?(?:(?:end|early|mid|late|start|beginning)[ -](?:of )?)?(?:"
        rf"(?:[0-9]{{1,2}}(?: ?(?:st|nd|rd|th))?[ -](?:of )?)?{_MONTH}[ ,/'\u2019-]*"
        rf"(?:{_YEAR}(?! ?/ ?[0-9]{{2}})|[0-9]{{2}}(?![0-9]))"
        rf"|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:20)?[0-9]{{2}}|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
        rf"|Q[1-4][ ,/-]*{_YEAR}{_NEXT}|{_YEAR} ?Q[1-4]"
        rf"|{_SEASON}(?: term| semester)? {_YEAR}{_NEXT}|(?:term|semester) [123],? {_YEAR}{_NEXT}"
        rf"|(?:academic year |AY ?)?{_YEAR}{_NEXT}|(?:year|Y|yr) ?[1-5]"
        rf")(?![\w%])",
        re.IGNORECASE,
    )


def dates_in(text: str) -> list[DateInText]:
    """The dates in a text that can be read, in their order."""
    found = []
    for one in date_pattern().finditer(text):
        reading = read_date(one[0])
        if len(reading.due) == 1 and not reading.start:
            found.append(DateInText(one.start(), one.end(), one[0], reading.due[0], not reading.doubt))
    return found


def is_only_date(text: str) -> bool:
    """Whether a text is a date and nothing more; a value that was read out of more words does not stand for them."""
    rest = date_pattern().sub(" ", text, count=1)
    return (
        rest != text
        and re.sub(r"\b(?:by|due|in|before|until|the|end|of|on)\b", "", rest.casefold()).strip(" .,:()") == ""
    )
