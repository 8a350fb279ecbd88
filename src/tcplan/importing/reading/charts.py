"""Charts of time: crosses or coloured cells below headers that are years, quarters or months."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tcplan.importing.found import Words
from tcplan.importing.reading.date_readings import NOTHING
from tcplan.importing.reading.fragments import on_one_line
from tcplan.importing.reading.timelines import read_time, read_timeline
from tcplan.values.dates import DateError, parse_due
from tcplan.values.dates.values import Day

_MARKS: Final = ("x", "xx", "\u2713", "\u2714", "\u2705", "\u25cf", "\u25a0", "\u25ac", "*", "yes", "y")
"""What is put into a column for a year to say that something is due in it."""


def marked_as_header(words: Words) -> Words:
    """A place of a timeline; a mark or a coloured cell below a year or quarter says what its header does."""
    text = words.text.strip()
    is_mark = text.lower() in _MARKS or (not text and words.fill)
    return replace(words, text=words.column) if is_mark and read_time(words.column).due else words


def is_bar(places: list[Words]) -> bool:
    """Whether marks stand in columns beside each other: the first is a start and the last an end."""
    columns = [words.place.column for words in places]
    is_row = all(second == first + 1 for first, second in pairwise(columns))
    return len(places) > 1 and is_row and all(map(is_header, places))


def is_header(words: Words) -> bool:
    """Whether a place says what its header does, because there is a mark in it."""
    return bool(words.column) and on_one_line(words.text) == on_one_line(words.column)


def written_dates(places: list[Words]) -> list[Words]:
    """The places with a date of their own, where a chart beside them draws the same; none where all are of a chart."""
    marks = [words for words in places if is_header(words)]
    written = [words for words in places if not is_header(words)]
    return written if marks and any(read_timeline(words) != NOTHING for words in written) else []


def disagrees(last_mark: Words, due: str) -> bool:
    """Whether a chart ends at another time than the date that is written beside it."""
    charted = read_time(last_mark.text).due
    drawn, stated = _period(charted[-1]) if charted else None, _period(due)
    return drawn is not None and stated is not None and (drawn.last < stated.first or stated.last < drawn.first)


def _period(written: str) -> Day | None:
    try:
        return parse_due(written).day
    except DateError:
        return None
