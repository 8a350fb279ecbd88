"""What to write instead of a text that is not a date: the tables of spellings in the order in which they are asked."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tcplan.values.dates.due_words import suggest_day_words, suggest_due_words
from tcplan.values.dates.reading import read_day
from tcplan.values.dates.seasons import suggest_season
from tcplan.values.dates.several import suggest_several
from tcplan.values.dates.spellings import suggest_spelling
from tcplan.values.dates.suggestion import Suggestion, certainly, is_day

MAX_LENGTH = 120
"""A longer text is a sentence; what one of its words may be says nothing about the date."""


def suggest_day(text: str) -> Suggestion | None:
    """What to write where a day is expected, such as the date of a report; None for words that are unknown."""
    if len(text) > MAX_LENGTH:
        return None
    return _last_day(suggest_spelling(text) or suggest_season(text)) or suggest_day_words(text)


def suggest_due(text: str) -> Suggestion | None:
    """What to write where a due date is expected; None for words that are unknown."""
    if len(text) > MAX_LENGTH:
        return None
    return suggest_spelling(text) or suggest_due_words(text) or suggest_season(text) or suggest_several(text)


def suggest_start(text: str) -> Suggestion | None:
    """What to write where a start is expected: a span begins with its first day, where a due date needs the last."""
    found = suggest_due(re.sub(r"(?i)^\s*(?:from|starting(?: in)?|beginning(?: in)?)\s+", "", text))
    if found is None or not found.is_end:
        return found
    return _last_day(found) if _has_day(found) else Suggestion("write the first month that you mean, such as 2028-03")


def _last_day(found: Suggestion | None) -> Suggestion | None:
    """`end of March 2027` as one day; as a month it would begin on the first."""
    if found is None or not _has_day(found):
        return found
    day = read_day(found.written)
    return certainly(str(day.last)) if day else found


def _has_day(found: Suggestion) -> bool:
    return found.is_end and found.is_certain and is_day(found.written)


SUGGEST: Final[Mapping[str, Callable[[str], Suggestion | None]]] = {
    "day": suggest_day,
    "due": suggest_due,
    "start": suggest_start,
}
"""What to write, by the place that a date has."""
