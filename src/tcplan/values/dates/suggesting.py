"""What to write instead of a text that is not a date: the tables of spellings in the order in which they are asked."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from tcplan.values.dates.due_words import suggest_day_words, suggest_due_words
from tcplan.values.dates.machine_dates import suggest_machine_date
from tcplan.values.dates.month_names import with_english_months
from tcplan.values.dates.moved_dates import suggest_moved
from tcplan.values.dates.plain_words import plain_words
from tcplan.values.dates.reading import read_day
from tcplan.values.dates.seasons import first_month, suggest_season
from tcplan.values.dates.several import dates_in, suggest_several
from tcplan.values.dates.spellings import suggest_spelling
from tcplan.values.dates.suggestion import Suggestion, certainly, is_day, probably
from tcplan.values.dates.year_parts import suggest_year_part

MAX_LENGTH = 120
"""A longer text is a sentence; what one of its words may be says nothing about the date."""


def suggest_day(text: str) -> Suggestion | None:
    """What to write where a day is expected, such as the date of a report; None for words that are unknown."""
    if len(text) > MAX_LENGTH:
        return None
    found = suggest_spelling(text) or suggest_season(text) or suggest_year_part(text)
    found = found or suggest_machine_date(text, suggest_day)
    return _last_day(found) or suggest_day_words(text) or _one_of_several(text) or _respelt(text, suggest_day)


def suggest_due(text: str) -> Suggestion | None:
    """What to write where a due date is expected; None for words that are unknown."""
    if len(text) > MAX_LENGTH:
        return None
    readers = (suggest_spelling, suggest_due_words, suggest_season, suggest_year_part, suggest_moved, suggest_several)
    found = next((found for reader in readers if (found := reader(text))), None)
    return found or suggest_machine_date(text, suggest_due) or _respelt(text, suggest_due)


def suggest_start(text: str) -> Suggestion | None:
    """What to write where a start is expected: a span begins with its first day, where a due date needs the last."""
    found = suggest_due(re.sub(r"(?i)^\s*(?:from|starting(?: in)?|beginning(?: in)?)\s+", "", text))
    if found is None or not found.is_end:
        return found and found._replace(help=_of_start(found.help))
    if _has_day(found):
        return _last_day(found)
    return Suggestion(f"write the first month that you mean, such as {first_month(text) or '2028-03'}")


def _of_start(help_text: str) -> str:
    """A help that says when something is due, for a start."""
    return help_text.replace("when it is due", "when it starts").replace("when it was due", "when it started")


def _one_of_several(text: str) -> Suggestion | None:
    """What to write where one day is expected, for several of them or one with other words."""
    without_remark = suggest_spelling(re.sub(r"\s*\([^()]*\)\s*$", "", text).strip())
    if without_remark and not without_remark.written:
        return without_remark
    written = dates_in(text)
    if not written:
        return None
    return probably(written[0]) if len(written) == 1 else Suggestion(f"write one date, such as {max(written)}")


def _respelt(text: str, suggest: Callable[[str], Suggestion | None]) -> Suggestion | None:
    """What a text most likely means if the name of a month is misspelt or Welsh."""
    respelt = with_english_months(text)
    found = suggest(respelt) if respelt != plain_words(text) else None
    return found and found._replace(is_certain=False)


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
